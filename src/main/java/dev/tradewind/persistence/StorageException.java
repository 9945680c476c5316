package dev.tradewind.persistence;

/**
 * The data folder or the database cannot be used. The message is for the user: what happened, what it means for orders,
 * what to do.
 */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** In words for the user. */
    public StorageException(String message) {
        super(message);
    }

    /** In words for the user, with the cause for the log. */
    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
