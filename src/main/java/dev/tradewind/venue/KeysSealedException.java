package dev.tradewind.venue;

/** Signing was asked for while keys are sealed. The message says what to do; it never names a secret. */
public final class KeysSealedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A refusal in words. */
    public KeysSealedException(String message) {
        super(message);
    }
}
