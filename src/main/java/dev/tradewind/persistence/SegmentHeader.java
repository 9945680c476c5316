package dev.tradewind.persistence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The beginning of every file of a journal, a tape or the audit trail.
 *
 * @param magic        eight bytes that say what kind of file this is
 * @param number       which file of its kind, from 1
 * @param first        number of the first row or block in it
 * @param createdNanos when the session was created
 * @param chain        the chain hash its first row continues; zeros where there is no chain
 * @param identity     whose it is: account and session
 */
record SegmentHeader(long magic, int number, long first, long createdNanos, byte[] chain, String identity) {

    static final long JOURNAL = 0x54574A524E4C0D0AL; // TWJRNL\r\n
    static final long TAPE = 0x5457544150450D0AL; // TWTAPE\r\n
    static final long OPEN_BLOCK = 0x54574F50454E0D0AL; // TWOPEN\r\n
    static final long AUDIT = 0x5457415544540D0AL; // TWAUDT\r\n
    static final int VERSION = 1;
    static final int CHAIN_BYTES = 16;
    private static final int FIXED_BYTES = 8 + 4 + 4 + 8 + 8 + CHAIN_BYTES + 4;
    private static final int MAX_IDENTITY_BYTES = 4096;
    /** No header is longer. */
    static final int MAX_BYTES = FIXED_BYTES + MAX_IDENTITY_BYTES + 4;

    /** {@return whether this can be a later file of the session whose first one is given, after that chain hash} */
    boolean continues(SegmentHeader firstFile, byte[] chainBefore) {
        return Arrays.equals(chain, chainBefore)
                && identity.equals(firstFile.identity)
                && createdNanos == firstFile.createdNanos;
    }

    /** {@return the header as bytes, ready to be written} */
    ByteBuffer encode() {
        byte[] name = identity.getBytes(StandardCharsets.UTF_8);
        if (name.length > MAX_IDENTITY_BYTES) {
            throw new IllegalArgumentException(
                    "a session identity of " + name.length + " bytes is too long, the limit is " + MAX_IDENTITY_BYTES);
        }
        ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES + name.length + 4);
        bytes.putLong(magic).putInt(VERSION).putInt(number).putLong(first).putLong(createdNanos);
        bytes.put(chain).putInt(name.length).put(name);
        bytes.putInt(checksum(bytes.array(), bytes.position()));
        return bytes.flip();
    }

    int encodedBytes() {
        return FIXED_BYTES + identity.getBytes(StandardCharsets.UTF_8).length + 4;
    }

    static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    /** What the first bytes of a file turn out to be. */
    sealed interface Parsed {

        record Good(SegmentHeader header) implements Parsed {}

        /** Some other kind of file. */
        record Foreign() implements Parsed {}

        /** Ours, but of another version. */
        record Version(int found) implements Parsed {}

        /** Ours, and broken. */
        record Broken(String reason) implements Parsed {}
    }

    static Parsed parse(byte[] file, int fileBytes, long magic) {
        ByteBuffer bytes = ByteBuffer.wrap(file, 0, fileBytes);
        if (fileBytes < 12 || bytes.getLong() != magic) {
            return new Parsed.Foreign();
        }
        int version = bytes.getInt();
        if (version != VERSION) {
            return new Parsed.Version(version);
        }
        if (fileBytes < FIXED_BYTES) {
            return new Parsed.Broken("the file's header is incomplete");
        }
        int number = bytes.getInt();
        long first = bytes.getLong();
        long createdNanos = bytes.getLong();
        byte[] chain = new byte[CHAIN_BYTES];
        bytes.get(chain);
        int length = bytes.getInt();
        if (length < 0 || length > MAX_IDENTITY_BYTES || bytes.remaining() < length + 4) {
            return new Parsed.Broken("the file's header is incomplete");
        }
        byte[] name = new byte[length];
        bytes.get(name);
        if (bytes.getInt() != checksum(file, FIXED_BYTES + length)) {
            return new Parsed.Broken("the file's header does not match its checksum");
        }
        return new Parsed.Good(new SegmentHeader(
                magic, number, first, createdNanos, chain, new String(name, StandardCharsets.UTF_8)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SegmentHeader that
                && magic == that.magic
                && number == that.number
                && first == that.first
                && createdNanos == that.createdNanos
                && Arrays.equals(chain, that.chain)
                && identity.equals(that.identity);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(magic) + 31 * number;
    }
}
