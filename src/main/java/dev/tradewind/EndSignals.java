package dev.tradewind;

import sun.misc.Signal;

/**
 * Turns SIGINT and SIGTERM into an orderly end. A plain shutdown hook would run beside JavaFX's own, which takes the renderer
 * away under the running toolkit.
 */
final class EndSignals {

    private EndSignals() {}

    /** Runs {@code end} on its own thread at the first signal; the caller then ends the process. */
    static void install(Runnable end) {
        for (String name : new String[] {"INT", "TERM"}) {
            Signal.handle(new Signal(name), signal -> end.run());
        }
    }

    /** Ends this process as SIGTERM from outside would. */
    static void raise() {
        Signal.raise(new Signal("TERM"));
    }
}
