package dev.tradewind.monitor;

/** The audit trail cannot be written or read. The message is for the user. */
public final class AuditException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Trouble in words, with its cause. */
    public AuditException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Trouble in words. */
    public AuditException(String message) {
        super(message);
    }
}
