package dev.tradewind.persistence;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Goes through the rows of one file of the audit trail in memory and checks each: length, checksum, number, place in the
 * chain. Owned by one thread.
 */
final class AuditCursor {

    /** A row of ours never holds so many zeros on end; what a disk never wrote does. */
    private static final int UNWRITTEN_BYTES = 16;

    private final byte[] bytes;
    private final ByteBuffer buffer;
    private final ChainHash chainHash = new ChainHash();
    private final byte[] chain;
    private final byte[] expected = new byte[SegmentHeader.CHAIN_BYTES];
    private String problem = "";
    private boolean incomplete;
    private int start;
    private int end;
    private long row;

    /** @param header of the file, whose rows begin behind it */
    AuditCursor(byte[] bytes, SegmentHeader header) {
        this.bytes = bytes;
        this.buffer = ByteBuffer.wrap(bytes);
        this.chain = header.first() == 1 ? ChainHash.first(header) : header.chain().clone();
        this.row = header.first() - 1;
        this.end = header.encodedBytes();
        this.start = end;
    }

    /** Moves to the next row; false at the end of the file and where something is wrong. */
    boolean next() {
        if (end >= bytes.length || !problem.isEmpty()) {
            return false;
        }
        String wrong = Frames.problem(bytes, end, AuditCodec.LEAST, SegmentHeader.CHAIN_BYTES);
        if (!wrong.isEmpty()) {
            incomplete = end + Frames.OVERHEAD > bytes.length || reachesBeyondTheEnd();
            problem = wrong;
            return false;
        }
        int frameEnd = end + Frames.OVERHEAD + Frames.length(bytes, end);
        if (buffer.getLong(end + Frames.OVERHEAD) != row + 1) {
            problem = "row " + buffer.getLong(end + Frames.OVERHEAD) + " stands there";
            return false;
        }
        System.arraycopy(chain, 0, expected, 0, chain.length);
        chainHash.link(bytes, end, frameEnd - end, expected);
        if (!Arrays.equals(expected, 0, chain.length, bytes, frameEnd, frameEnd + chain.length)) {
            problem = "its chain hash does not follow from the row before it";
            return false;
        }
        System.arraycopy(expected, 0, chain, 0, chain.length);
        row++;
        start = end;
        end = frameEnd + SegmentHeader.CHAIN_BYTES;
        return true;
    }

    private boolean reachesBeyondTheEnd() {
        int length = Frames.length(bytes, end);
        return length >= AuditCodec.LEAST
                && length <= Frames.MAX_CONTENT
                && bytes.length - end - Frames.OVERHEAD - SegmentHeader.CHAIN_BYTES < length;
    }

    /** {@return what is wrong with the row behind the last good one; empty if nothing} */
    String problem() {
        return problem;
    }

    /**
     * {@return whether what is wrong can be a write that was torn} Every row is forced to the disk before the next is
     * written: only the last can be torn, and it misses its end or holds what was never written.
     */
    boolean torn() {
        return !problem.isEmpty()
                && (incomplete || holdsUnwritten())
                && !Frames.anyAfter(bytes, bytes.length, end + 1, AuditCodec.LEAST, row + 1, row + bytes.length);
    }

    private boolean holdsUnwritten() {
        int zeros = 0;
        for (int at = end; at < bytes.length; at++) {
            zeros = bytes[at] == 0 ? zeros + 1 : 0;
            if (zeros == UNWRITTEN_BYTES) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return the row it moved to}
     *
     * @throws BadDataException if it means nothing to this version
     */
    AuditRow read() throws BadDataException {
        int content = start + Frames.OVERHEAD;
        return AuditCodec.get(buffer.slice(content, Frames.length(bytes, start)));
    }

    /** {@return the number of the last good row} */
    long row() {
        return row;
    }

    /** {@return where the row it moved to begins} */
    int start() {
        return start;
    }

    /** {@return where the last good row ends} */
    int end() {
        return end;
    }

    /** {@return the chain hash after the last good row} */
    byte[] chain() {
        return chain.clone();
    }

    /** {@return where the trail stands behind the last good row} */
    AuditHead head() {
        return new AuditHead(row, HexFormat.of().formatHex(chain));
    }
}
