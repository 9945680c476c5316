package dev.tradewind.persistence;

import java.util.Arrays;

/**
 * Where in a session a saved state stands: behind a row of its journal and an input, all durable.
 *
 * @param identity     whose session it is
 * @param createdNanos when the session was created
 * @param row          the journal's last row, at least 1
 * @param sequence     the last input, 0 before the first
 * @param timeNanos    the engine's time of it
 * @param inputs       inputs so far, in journal and tape together
 * @param runHash      the running hash so far
 * @param block        the tape block being filled, from 1
 * @param blockEvents  events in it so far
 * @param chain        the chain hash after the row, 16 bytes; not to be changed
 */
public record SnapshotMark(
        String identity,
        long createdNanos,
        long row,
        long sequence,
        long timeNanos,
        long inputs,
        long runHash,
        long block,
        int blockEvents,
        byte[] chain) {

    @Override
    public boolean equals(Object other) {
        return other instanceof SnapshotMark that
                && identity.equals(that.identity)
                && createdNanos == that.createdNanos
                && row == that.row
                && sequence == that.sequence
                && timeNanos == that.timeNanos
                && inputs == that.inputs
                && runHash == that.runHash
                && block == that.block
                && blockEvents == that.blockEvents
                && Arrays.equals(chain, that.chain);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(row);
    }
}
