package dev.tradewind.persistence;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the audit trail remembers of a journal: whose it is, and the chain hash after one of its rows. The row and all before
 * it were durable when the anchor was written, so a journal that has another hash there, or ends before it, is not the one.
 *
 * @param identity     whose session it is
 * @param createdNanos when the session was created, in its engine's time
 * @param row          the journal's row, at least 1
 * @param timeNanos    the engine's time then
 * @param chain        the chain hash after the row, in hexadecimal digits
 */
public record JournalAnchor(String identity, long createdNanos, long row, long timeNanos, String chain) {

    private static final Pattern FORM = Pattern.compile(
            "row ([0-9]{1,18}) time (-?[0-9]{1,19}) chain ([0-9a-f]{32}) created (-?[0-9]{1,19}) of (.+)");

    /** {@return the anchor at a mark} */
    public static JournalAnchor of(SnapshotMark mark) {
        return new JournalAnchor(
                mark.identity(), mark.createdNanos(), mark.row(), mark.timeNanos(), HexFormat.of().formatHex(mark.chain()));
    }

    /** {@return the anchor as it stands in a row of the trail} */
    @Override
    public String toString() {
        return "row " + row + " time " + timeNanos + " chain " + chain + " created " + createdNanos + " of " + identity;
    }

    /** {@return what {@link #toString()} wrote; empty if the text is nothing of the kind} */
    public static Optional<JournalAnchor> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JournalAnchor(
                    form.group(5), Long.parseLong(form.group(4)), Long.parseLong(form.group(1)),
                    Long.parseLong(form.group(2)), form.group(3)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
