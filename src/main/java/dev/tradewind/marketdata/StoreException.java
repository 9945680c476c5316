package dev.tradewind.marketdata;

import org.jspecify.annotations.Nullable;

/** The store cannot read or write what it should; the message names the series, the time and what to do. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for people */
    public StoreException(String message) {
        super(message);
    }

    /**
     * @param message for people
     * @param cause   for the log
     */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
