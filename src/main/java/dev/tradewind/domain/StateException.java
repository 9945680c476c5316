package dev.tradewind.domain;

/** A saved state cannot be read: it is cut off, not what the reader expects, or of another version. Nothing was taken over. */
public final class StateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message what was found and what was expected */
    public StateException(String message) {
        super(message);
    }
}
