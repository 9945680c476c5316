package dev.tradewind;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Ends this process in good order when the process that started it is gone. The build starts the terminal as its child
 * but does not take it along when it is itself terminated; without this watch the terminal would live on unseen and
 * hold its data folder.
 *
 * <p>Polled, not waited for: the platform reports the end of a process at once only to that process's own parent.
 */
final class ParentWatch {

    /** Set to {@code true} by a starter that wants its child to end with it. */
    static final String PROPERTY = "tradewind.endWithParent";

    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    private ParentWatch() {
    }

    /** Starts the watch if {@value #PROPERTY} asks for it. The end is the same as on SIGTERM. */
    static void startIfAsked() {
        if (!Boolean.getBoolean(PROPERTY)) {
            return;
        }
        ProcessHandle self = ProcessHandle.current();
        var parent = self.parent();
        start(() -> self.parent().equals(parent), POLL_INTERVAL, EndSignals::raise);
    }

    /**
     * Calls {@code end} once, on a daemon thread, as soon as {@code parentAlive} is false.
     *
     * @return the watching thread
     */
    static Thread start(BooleanSupplier parentAlive, Duration pollInterval, Runnable end) {
        return Thread.ofPlatform().name("parent-watch").daemon().start(() -> {
            try {
                while (parentAlive.getAsBoolean()) {
                    Thread.sleep(pollInterval);
                }
            } catch (InterruptedException stopped) {
                return;
            }
            end.run();
        });
    }
}
