package dev.tradewind.app;

import org.jspecify.annotations.Nullable;

/** A session could not start. The message is for the user: what happened and what would help. */
public final class StartException extends Exception {

    private static final long serialVersionUID = 1L;

    /** A refusal in words. */
    public StartException(String message) {
        super(message);
    }

    /** A refusal in words, with its technical cause. */
    public StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
