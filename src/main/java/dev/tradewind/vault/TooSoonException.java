package dev.tradewind.vault;

import java.time.Duration;

/** After wrong tries the next one has to wait. */
public final class TooSoonException extends VaultException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooSoonException(Duration wait) {
        super("After wrong tries the next one has to wait " + Math.max(1, wait.plusMillis(999).toSeconds()) + " s.");
        this.wait = wait;
    }

    /** {@return how long until the next try is taken} */
    public Duration untilNextTry() {
        return wait;
    }
}
