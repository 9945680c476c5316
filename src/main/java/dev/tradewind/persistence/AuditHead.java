package dev.tradewind.persistence;

/**
 * Where the audit trail stands: what a journal that begins now remembers of it.
 *
 * @param row   the trail's last row, 0 before the first
 * @param chain the chain hash after it, in hexadecimal digits
 */
public record AuditHead(long row, String chain) {

    /** {@return the row and the hash, as a journal keeps them} */
    @Override
    public String toString() {
        return row + " " + chain;
    }

    /**
     * {@return what {@link #toString()} wrote}
     *
     * @throws IllegalArgumentException if it is nothing of the kind
     */
    public static AuditHead parse(String text) {
        if (!text.matches("[0-9]{1,18} [0-9a-f]{32}")) {
            throw new IllegalArgumentException("'" + text + "' is no place in an audit trail");
        }
        int space = text.indexOf(' ');
        return new AuditHead(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
    }
}
