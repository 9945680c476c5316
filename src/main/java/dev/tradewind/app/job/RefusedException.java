package dev.tradewind.app.job;

/** Something asked for was not done. The message is for the user: what happened, what it means, what would pass. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A refusal in words. */
    public RefusedException(String message) {
        super(message);
    }

    /** A refusal in words, with its technical cause. */
    public RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
