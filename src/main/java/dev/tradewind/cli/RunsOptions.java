package dev.tradewind.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which data folder holds the runs. */
final class RunsOptions {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where runs are kept; default is the system's own place for programs' data.")
    private @Nullable Path dataDir;

    /** {@return the folder asked for} */
    Optional<Path> chosen() {
        return Optional.ofNullable(dataDir);
    }
}
