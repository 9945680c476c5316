package dev.tradewind.cli;

import dev.tradewind.app.BacktestRunner.Played;
import dev.tradewind.app.RunFile;
import dev.tradewind.app.RunSetup;
import dev.tradewind.app.RunShelf;
import dev.tradewind.app.StartException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is done with a run's report beyond printing it. */
final class ReportOptions {

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = {
                "Write the whole report: .html (one file with plots), .pdf, .json, or .csv (one file for each",
                "list, beside each other); may be repeated."
            })
    private List<Path> reports = new ArrayList<>();

    @Option(
            names = "--keep",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "NAME",
            description = "Keep the run with its setup in the data folder, under this name; see tradewind runs.")
    private @Nullable String keep;

    /**
     * {@return places to write to, looked at before anything is played}
     *
     * @throws StartException           if one cannot be written
     * @throws IllegalArgumentException if the end of a name says nothing
     */
    List<RunFile> files() throws StartException {
        List<RunFile> files = new ArrayList<>();
        for (Path path : reports) {
            files.add(RunFile.at(path));
        }
        return files;
    }

    /** {@return the setup under the name it is to be kept under} */
    RunSetup named(RunSetup setup) {
        String name = keep;
        return name == null || name.isBlank() ? setup : new RunSetup(name, setup.terms(), setup.lanes());
    }

    /** Writes and keeps a report. {@return the number it is kept under, if it is} */
    OptionalInt finish(Played played, List<RunFile> files, Optional<Path> dataDir, Output output)
            throws StartException {
        for (RunFile file : files) {
            file.write(played.report(), Optional.of(played.dealings())).forEach(output::note);
        }
        if (keep == null) {
            return OptionalInt.empty();
        }
        try (RunShelf shelf = RunShelf.make(dataDir)) {
            int number = shelf.keep(played.report());
            output.note("kept as run " + number + " in " + shelf.folder());
            return OptionalInt.of(number);
        }
    }
}
