package dev.tradewind.kernel;

/** The journal cannot be written or read; the message says what happened and what it means for the session. */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the operating system's cause. */
    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Without a cause. */
    public JournalException(String message) {
        super(message);
    }
}
