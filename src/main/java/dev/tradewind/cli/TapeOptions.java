package dev.tradewind.cli;

import dev.tradewind.app.TapeChoice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much of a session's tape is kept. */
final class TapeOptions {

    @Option(
            names = "--tape-keep",
            paramLabel = "TIME",
            description = {
                "Drop market events from the tape once they are older than this, 30d or 12h of the market's time;",
                "all keeps them. The journal itself is never dropped. Holds for the data folder from now on."
            })
    private @Nullable String keep;

    @Option(
            names = "--tape-max",
            paramLabel = "SIZE",
            description = "Drop the oldest market events once the tape takes more than this, 500m or 2g; all keeps them.")
    private @Nullable String max;

    /** {@return what was said} */
    TapeChoice choice() {
        return new TapeChoice(Optional.ofNullable(keep), Optional.ofNullable(max));
    }
}
