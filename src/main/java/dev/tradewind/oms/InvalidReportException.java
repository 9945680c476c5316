package dev.tradewind.oms;

/** A venue's report that cannot be true; the session halts rather than guess. */
public final class InvalidReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what is wrong, naming the values. */
    public InvalidReportException(String message) {
        super(message);
    }
}
