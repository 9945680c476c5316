package dev.tradewind.persistence;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the rows of one journal file in memory and checks each: its length, checksum, number, input and, where that
 * was not done before, its place in the chain. Makes no objects. Owned by one thread.
 */
final class RowCursor {

    /** What is wrong with a row: how it may have come about decides whether it can be a torn write. */
    private enum Trouble {
        NONE,
        FRAME,
        CHAIN,
        CONTENT
    }

    private final byte[] bytes;
    private final int length;
    private final ByteBuffer buffer;
    private final @Nullable ChainHash chainHash;
    private final byte[] chain = new byte[SegmentHeader.CHAIN_BYTES];
    private final byte[] expected = new byte[SegmentHeader.CHAIN_BYTES];
    private Trouble trouble = Trouble.NONE;
    private String problem = "";
    private int start;
    private int end;
    private long row;
    private long sequence;
    private long timeNanos;
    private byte kind;
    private int payloadBytes;

    /**
     * @param bytes     holds the file, perhaps more
     * @param length    how long the file is
     * @param from      behind which row to begin
     * @param chainHash to check the chain with; null where that was done before
     */
    RowCursor(byte[] bytes, int length, Place from, @Nullable ChainHash chainHash) {
        this.bytes = bytes;
        this.length = length;
        this.buffer = ByteBuffer.wrap(bytes);
        this.chainHash = chainHash;
        this.start = from.offset();
        this.end = from.offset();
        this.row = from.row();
        this.sequence = from.sequence();
        System.arraycopy(from.chain(), 0, chain, 0, chain.length);
    }

    /** Moves to the next row; false at the end of the file and where something is wrong. */
    boolean next() {
        if (end >= length || trouble != Trouble.NONE) {
            return false;
        }
        String wrong = Frames.problem(bytes, length, end, RowBuffer.ROW_HEAD, SegmentHeader.CHAIN_BYTES);
        if (!wrong.isEmpty()) {
            return stop(Trouble.FRAME, wrong);
        }
        int content = end + Frames.OVERHEAD;
        int contentBytes = buffer.getInt(end);
        if (buffer.getLong(content) != row + 1) {
            return stop(Trouble.CONTENT, "row " + buffer.getLong(content) + " stands there");
        }
        if (!linked(content + contentBytes)) {
            return stop(Trouble.CHAIN, "its chain hash does not follow from the row before it");
        }
        long foundSequence = buffer.getLong(content + 8);
        if (foundSequence < sequence) {
            return stop(
                    Trouble.CONTENT, "it belongs to input " + foundSequence + " but stands after " + sequence);
        }
        row++;
        sequence = foundSequence;
        timeNanos = buffer.getLong(content + 16);
        kind = bytes[content + 24];
        payloadBytes = contentBytes - RowBuffer.ROW_HEAD;
        start = end;
        end = content + contentBytes + SegmentHeader.CHAIN_BYTES;
        System.arraycopy(bytes, end - chain.length, chain, 0, chain.length);
        return true;
    }

    private boolean stop(Trouble kindOfTrouble, String what) {
        trouble = kindOfTrouble;
        problem = what;
        return false;
    }

    private boolean linked(int frameEnd) {
        ChainHash hash = chainHash;
        if (hash == null) {
            return true;
        }
        if (end == start) {
            System.arraycopy(chain, 0, expected, 0, chain.length);
            hash.link(bytes, end, frameEnd - end, expected);
        } else {
            // the chain hash before it stands right in front of it
            hash.linkBoth(bytes, end - chain.length, frameEnd - end + chain.length, expected);
        }
        return Arrays.equals(expected, 0, chain.length, bytes, frameEnd, frameEnd + chain.length);
    }

    /** {@return what is wrong with the row behind the last good one; empty if nothing} */
    String problem() {
        return problem;
    }

    /**
     * {@return whether what is wrong can be a write that was torn} Writes that were not forced may be missing while later
     * ones are there, so whole rows may follow it; but not an intent, before which everything else is forced.
     */
    boolean torn() {
        return switch (trouble) {
            case NONE -> false;
            case FRAME -> !intentAfter(end + 1);
            case CHAIN -> tornChain(end + Frames.OVERHEAD + buffer.getInt(end));
            case CONTENT -> false;
        };
    }

    private boolean intentAfter(int from) {
        int least = RowBuffer.ROW_HEAD;
        for (int at = Frames.nextAfter(bytes, length, from, least, row + 1, row + length);
                at >= 0;
                at = Frames.nextAfter(bytes, length, at + 1, least, row + 1, row + length)) {
            if (JournalCodec.isIntent(bytes[at + Frames.OVERHEAD + least - 1])) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether the file holds the beginning of the chain hash and then zeros: a write torn there} */
    private boolean tornChain(int chainAt) {
        int written = Arrays.mismatch(expected, 0, expected.length, bytes, chainAt, chainAt + expected.length);
        for (int i = chainAt + written; i < chainAt + expected.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return !intentAfter(chainAt + expected.length);
    }

    /** {@return the number of the last good row} */
    long row() {
        return row;
    }

    /** {@return the input the row belongs to} */
    long sequence() {
        return sequence;
    }

    long timeNanos() {
        return timeNanos;
    }

    byte kind() {
        return kind;
    }

    /** {@return the row's payload, backed by the file's bytes} */
    ByteBuffer payload() {
        return buffer.slice(start + Frames.OVERHEAD + RowBuffer.ROW_HEAD, payloadBytes);
    }

    /** {@return where the row begins} */
    int start() {
        return start;
    }

    /** {@return where the last good row ends} */
    int end() {
        return end;
    }

    /** {@return how long the file is} */
    int length() {
        return length;
    }

    /** {@return behind the last good row} */
    Place place(int file) {
        return new Place(file, end, row, sequence, chain.clone());
    }
}
