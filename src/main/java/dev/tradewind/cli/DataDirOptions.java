package dev.tradewind.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which data folder a command works with. */
final class DataDirOptions {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "The data folder: trials counted, runs kept; default is the system's own place for them.")
    private @Nullable Path dataDir;

    /** {@return the folder asked for} */
    Optional<Path> chosen() {
        return Optional.ofNullable(dataDir);
    }
}
