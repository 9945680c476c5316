package dev.tradewind.persistence.series;

/** The bytes of a block are not what was written; the message says why. Never leaves this package. */
final class DamagedBlockException extends Exception {

    private static final long serialVersionUID = 1L;

    DamagedBlockException(String message) {
        super(message);
    }
}
