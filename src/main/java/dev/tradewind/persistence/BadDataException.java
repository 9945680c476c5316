package dev.tradewind.persistence;

/** Stored bytes that do not mean anything; the message says what is wrong with them. Never leaves this package. */
final class BadDataException extends Exception {

    private static final long serialVersionUID = 1L;

    BadDataException(String message) {
        super(message);
    }
}
