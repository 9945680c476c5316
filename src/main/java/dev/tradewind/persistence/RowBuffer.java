package dev.tradewind.persistence;

import java.nio.ByteBuffer;

/**
 * Journal rows on their way to the file. A row is a frame whose content is
 * {@code [u64 row][u64 sequence][u64 timeNanos][u8 kind][payload]}, followed by the chain hash: the first 16 bytes of
 * SHA-256 over the chain hash before it and the frame. Allocates nothing per row.
 */
final class RowBuffer {

    /** Bytes of a row's content before its payload. */
    static final int ROW_HEAD = 25;

    private static final int CAPACITY = 1 << 20;
    /** Longest payload a row may have. */
    static final int MAX_PAYLOAD = CAPACITY / 2;

    private final ByteBuffer bytes = ByteBuffer.allocate(CAPACITY);
    private final ChainHash chainHash = new ChainHash();
    private final byte[] chain = new byte[SegmentHeader.CHAIN_BYTES];
    private final byte[] chainBefore = new byte[SegmentHeader.CHAIN_BYTES];
    private int start;

    RowBuffer(byte[] chain) {
        System.arraycopy(chain, 0, this.chain, 0, chain.length);
        System.arraycopy(chain, 0, chainBefore, 0, chain.length);
    }

    boolean hasRoomFor(int payload) {
        return bytes.remaining() >= Frames.OVERHEAD + ROW_HEAD + payload + SegmentHeader.CHAIN_BYTES;
    }

    boolean isEmpty() {
        return bytes.position() == 0;
    }

    /** Begins a row; its payload is to be written to the result. */
    ByteBuffer begin(long row, long sequence, long timeNanos, byte kind) {
        start = bytes.position();
        return bytes.position(start + Frames.OVERHEAD)
                .putLong(row)
                .putLong(sequence)
                .putLong(timeNanos)
                .put(kind);
    }

    void end() {
        Frames.seal(bytes, start);
        chainHash.link(bytes.array(), start, bytes.position() - start, chain);
        bytes.put(chain);
    }

    /** {@return the chain hash before the first row in here} */
    byte[] chainBefore() {
        return chainBefore;
    }

    /** {@return the rows in here, to be written} */
    ByteBuffer rows() {
        return bytes.flip();
    }

    /** Forgets the rows, which are written. */
    void clear() {
        bytes.clear();
        System.arraycopy(chain, 0, chainBefore, 0, chain.length);
    }
}
