package dev.tradewind.persistence;

import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Rows of the audit trail as bytes: a frame whose content is {@code [u64 row][u64 timeNanos]} and five texts (actor, action,
 * subject, before, after), followed by the chain hash as in the journal. Actors go by name.
 */
final class AuditCodec {

    /** Bytes of a row's content before its texts. */
    static final int HEAD = 16;
    /** No content is shorter: its texts take a byte of length each. */
    static final int LEAST = HEAD + 5;

    private static final int LENGTH_BYTES = 5;

    private AuditCodec() {}

    /** {@return the frame, with room for the chain hash behind it; ready to be hashed from 0 to its position} */
    static ByteBuffer frame(long row, long timeNanos, AuditEntry entry) {
        String actor = entry.actor().name().toLowerCase(Locale.ROOT);
        int most = bytes(actor) + bytes(entry.action()) + bytes(entry.subject()) + bytes(entry.before()) + bytes(entry.after());
        ByteBuffer target = ByteBuffer.allocate(
                Frames.OVERHEAD + HEAD + most + 5 * LENGTH_BYTES + SegmentHeader.CHAIN_BYTES);
        target.position(Frames.OVERHEAD).putLong(row).putLong(timeNanos);
        Fields.putText(target, actor);
        Fields.putText(target, entry.action());
        Fields.putText(target, entry.subject());
        Fields.putText(target, entry.before());
        Fields.putText(target, entry.after());
        Frames.seal(target, 0);
        return target;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * Reads a row's content.
     *
     * @throws BadDataException if it means nothing to this version
     */
    static AuditRow get(ByteBuffer content) throws BadDataException {
        long row = content.getLong();
        long timeNanos = content.getLong();
        String actor = Fields.getText(content);
        String action = Fields.getText(content);
        String subject = Fields.getText(content);
        String before = Fields.getText(content);
        String after = Fields.getText(content);
        Fields.requireEnd(content);
        try {
            return new AuditRow(
                    row, timeNanos,
                    new AuditEntry(Actor.valueOf(actor.toUpperCase(Locale.ROOT)), action, subject, before, after));
        } catch (IllegalArgumentException e) {
            throw new BadDataException("actor '" + actor + "' or action '" + action + "' is unknown to this version");
        }
    }
}
