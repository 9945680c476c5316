package dev.tradewind.persistence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * How rows, blocks and pieces stand in a file: {@code [u32 length][u32 CRC32C of length and content][content]}, big-endian.
 */
final class Frames {

    /** Bytes before the content. */
    static final int OVERHEAD = 8;
    /** No content of ours is longer. */
    static final int MAX_CONTENT = 1 << 20;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private Frames() {}

    /** Fills in length and checksum of the frame that begins at {@code start} and ends at the buffer's position. */
    static void seal(ByteBuffer bytes, int start) {
        int length = bytes.position() - start - OVERHEAD;
        bytes.putInt(start, length);
        bytes.putInt(start + 4, checksum(bytes.array(), start, length));
    }

    private static int checksum(byte[] file, int at, int length) {
        CRC32C crc = new CRC32C();
        crc.update(file, at, 4);
        crc.update(file, at + OVERHEAD, length);
        return (int) crc.getValue();
    }

    static int length(byte[] file, int at) {
        return (int) INTS.get(file, at);
    }

    /**
     * {@return what is wrong with the frame at {@code at}; empty if nothing}
     *
     * @param least    fewest bytes of content there can be
     * @param trailing bytes that belong to it behind the content
     */
    static String problem(byte[] file, int at, int least, int trailing) {
        return problem(file, file.length, at, least, trailing);
    }

    /** As above, where the file is only the first {@code fileBytes} of the array. */
    static String problem(byte[] file, int fileBytes, int at, int least, int trailing) {
        if (at + OVERHEAD > fileBytes) {
            return "it is incomplete";
        }
        int length = (int) INTS.get(file, at);
        if (length < least || length > MAX_CONTENT) {
            return "its length " + length + " is impossible";
        }
        if (fileBytes - at - OVERHEAD - trailing < length) {
            return "it is incomplete";
        }
        return (int) INTS.get(file, at + 4) == checksum(file, at, length)
                ? ""
                : "it does not match its checksum";
    }

    /**
     * {@return whether a whole frame stands anywhere from {@code from} on whose content begins with a number from
     * {@code lowest} to {@code highest}}
     */
    static boolean anyAfter(byte[] file, int fileBytes, int from, int least, long lowest, long highest) {
        return nextAfter(file, fileBytes, from, least, lowest, highest) >= 0;
    }

    /** {@return where the first such frame begins, -1 if there is none} */
    static int nextAfter(byte[] file, int fileBytes, int from, int least, long lowest, long highest) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        for (int at = from; at + OVERHEAD + least <= fileBytes; at++) {
            long number = bytes.getLong(at + OVERHEAD);
            if (number >= lowest && number <= highest && problem(file, fileBytes, at, least, 0).isEmpty()) {
                return at;
            }
        }
        return -1;
    }
}
