package dev.tradewind.persistence;

import java.nio.ByteBuffer;

/**
 * Journal rows on their way to the file. A row is a frame whose content is
 * {@code [u64 row][u64 sequence][u64 timeNanos][u8 kind][payload]}, followed by the chain hash: the first 16 bytes of
 * SHA-256 over the chain hash before it and the frame. Allocates nothing per row once it has grown to
 * the size the session needs.
 */
final class RowBuffer {

    /** Bytes of a row's content before its payload. */
    static final int ROW_HEAD = 25;

    private static final int FIRST_CAPACITY = 1 << 14;
    private static final int CAPACITY = 1 << 20;
    /** Longest payload a row may have. */
    static final int MAX_PAYLOAD = CAPACITY / 2;

    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_CAPACITY);
    private final ChainHash chainHash = new ChainHash();
    private final byte[] chain = new byte[SegmentHeader.CHAIN_BYTES];
    private final byte[] chainBefore = new byte[SegmentHeader.CHAIN_BYTES];
    private int start;

    RowBuffer(byte[] chain) {
        System.arraycopy(chain, 0, this.chain, 0, chain.length);
        System.arraycopy(chain, 0, chainBefore, 0, chain.length);
    }

    /** {@return whether a row fits; where not, what is in here must be written first} */
    boolean hasRoomFor(int payload) {
        int needed = Frames.OVERHEAD + ROW_HEAD + payload + SegmentHeader.CHAIN_BYTES;
        if (bytes.remaining() < needed && bytes.capacity() < CAPACITY) {
            int capacity = Math.max(bytes.position() + needed, 2 * bytes.capacity());
            bytes = ByteBuffer.allocate(Math.min(capacity, CAPACITY)).put(bytes.flip());
        }
        return bytes.remaining() >= needed;
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
