package dev.tradewind.app.archive;

/** A file is no backup, or not a whole one. The message says what is wrong with it, for the user. */
final class BadBackupException extends Exception {

    private static final long serialVersionUID = 1L;

    BadBackupException(String message) {
        super(message);
    }

    BadBackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
