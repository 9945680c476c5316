package dev.tradewind.app.upkeep;

import dev.tradewind.app.job.Job;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Log, metrics and the bundle for whoever looks into a fault. Throws {@link dev.tradewind.app.job.RefusedException} in words
 * for the user.
 */
public interface DiagnosticsDesk {

    /** {@return how things stand; quick} */
    State state();

    /** Keeps from which level on the log file takes lines. */
    void logLevel(Level level);

    /**
     * Starts or stops the metrics endpoint on this computer's own address, now and at later starts.
     *
     * @param port 1,024 to 65,535, or 0 for any free one; meaningless when it stops
     * @return the token that must come with each request, told this once; empty when it stops
     */
    Optional<String> metrics(boolean on, int port);

    /** {@return what a bundle would hold, a line each, for the user to look at first} */
    List<String> bundleContents();

    /** Writes a bundle: log, versions, settings, threads, the trail's newest rows; nothing secret, no account figures. */
    Job<Path> bundle(Path zip);

    /** From which severity on. */
    enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    /**
     * How things stand.
     *
     * @param logFile where the log is
     * @param level   what it takes
     * @param metrics the endpoint's address, empty while it is off
     * @param trouble why the endpoint is not up although it should be; may be empty
     * @param crash   the error nobody expected that an earlier run met last, in a sentence; empty if this run's predecessor
     *                met none
     */
    record State(Path logFile, Level level, Optional<String> metrics, String trouble, String crash) {

        /** Without an earlier error. */
        public State(Path logFile, Level level, Optional<String> metrics, String trouble) {
            this(logFile, level, metrics, trouble, "");
        }
    }
}
