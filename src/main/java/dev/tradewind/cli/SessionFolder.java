package dev.tradewind.cli;

import dev.tradewind.app.JournalInspection;
import dev.tradewind.app.StartException;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The folder whose session a command looks at. */
final class SessionFolder {

    @Parameters(
            paramLabel = "DIR",
            description = "A session's folder, or a data folder, of which the newest session is taken.")
    private Path folder = Path.of("");

    JournalInspection inspection() throws StartException {
        return JournalInspection.of(folder);
    }
}
