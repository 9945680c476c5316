package dev.tradewind.marketdata;

/** The store cannot read or write what it should; the message names the series, the time and what to do. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for people */
    public StoreException(String message) {
        super(message);
    }

    /** @param message for people */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
