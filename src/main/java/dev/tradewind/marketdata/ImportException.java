package dev.tradewind.marketdata;

/** A file that cannot be imported; the message names the file, the line and what is wrong. Nothing of it is kept. */
public final class ImportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;
    private final String reason;

    /**
     * @param file   the file as the user knows it
     * @param line   the line's number from 1, 0 where it is about the file as a whole
     * @param reason what is wrong and what would pass
     */
    public ImportException(String file, long line, String reason) {
        super(file + (line > 0 ? ", line " + line : "") + ": " + reason);
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    /** {@return the file as the user knows it} */
    public String file() {
        return file;
    }

    /** {@return the line's number from 1, 0 where it is about the file as a whole} */
    public long line() {
        return line;
    }

    /** {@return what is wrong and what would pass} */
    public String reason() {
        return reason;
    }
}
