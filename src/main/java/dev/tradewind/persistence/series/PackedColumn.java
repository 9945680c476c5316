package dev.tradewind.persistence.series;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One column of a block as packed bits: the numbers are divided by what divides them all, folded to be positive if any
 * is not (zigzag), and written in groups of {@value #GROUP}, each number of a group with as many bits as the group's
 * largest needs. So a group of {@code w} bits takes {@code 8·w} bytes and every group begins on a byte.
 *
 * <pre>
 * long      what divides every number, at least 1
 * byte      1 if the numbers are folded
 * byte[]    bits of each group, 0 to 56, or 64
 * group[]   the groups, the last one filled up with zeros
 * </pre>
 */
final class PackedColumn {

    /** Numbers in a group. */
    static final int GROUP = 64;

    /** A number of more bits than this may reach over nine bytes, so it gets all 64. */
    private static final int MOST_BITS = 56;

    private static final int HEAD = Long.BYTES + 1;
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private PackedColumn() {}

    /** {@return the bytes that {@code rows} numbers may take at most} */
    static int mostBytes(int rows) {
        int groups = groups(rows);
        return HEAD + groups + groups * GROUP * Long.BYTES;
    }

    /** {@return rows rounded up to whole groups} */
    static int padded(int rows) {
        return groups(rows) * GROUP;
    }

    private static int groups(int rows) {
        return (rows + GROUP - 1) / GROUP;
    }

    /**
     * Writes a column.
     *
     * @param numbers changed by this; as long as {@link #padded} of {@code rows}
     * @return where the next column begins
     */
    static int write(long[] numbers, int rows, byte[] target, int at) {
        long divisor = divisor(numbers, rows);
        boolean folded = fold(numbers, rows, divisor);
        int padded = padded(rows);
        Arrays.fill(numbers, rows, padded, 0);
        LONG.set(target, at, divisor);
        target[at + Long.BYTES] = (byte) (folded ? 1 : 0);
        int widths = at + HEAD;
        int next = widths + groups(rows);
        for (int first = 0; first < padded; first += GROUP) {
            int bits = bits(numbers, first);
            target[widths + first / GROUP] = (byte) bits;
            pack(numbers, first, bits, target, next);
            next += bits * (GROUP / Byte.SIZE);
        }
        return next;
    }

    private static long divisor(long[] numbers, int rows) {
        long divisor = 0;
        for (int i = 0; i < rows && divisor != 1; i++) {
            long number = Math.abs(numbers[i]);
            if (number < 0) {
                return 1;
            }
            if (divisor == 0 || number % divisor != 0) {
                divisor = greatestCommon(divisor, number);
            }
        }
        return Math.max(1, divisor);
    }

    private static long greatestCommon(long first, long second) {
        long a = first;
        long b = second;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    private static boolean fold(long[] numbers, int rows, long divisor) {
        long any = 0;
        for (int i = 0; i < rows; i++) {
            any |= numbers[i];
        }
        boolean folded = any < 0;
        if (!folded && divisor == 1) {
            return false;
        }
        for (int i = 0; i < rows; i++) {
            long number = divisor == 1 ? numbers[i] : numbers[i] / divisor;
            numbers[i] = folded ? number << 1 ^ number >> 63 : number;
        }
        return folded;
    }

    private static int bits(long[] numbers, int first) {
        long any = 0;
        for (int i = first; i < first + GROUP; i++) {
            any |= numbers[i];
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(any);
        return bits > MOST_BITS ? Long.SIZE : bits;
    }

    private static void pack(long[] numbers, int first, int bits, byte[] target, int at) {
        if (bits == 0) {
            return;
        }
        long word = 0;
        int filled = 0;
        int next = at;
        for (int i = first; i < first + GROUP; i++) {
            long number = numbers[i];
            word |= number << filled;
            filled += bits;
            if (filled >= Long.SIZE) {
                LONG.set(target, next, word);
                next += Long.BYTES;
                filled -= Long.SIZE;
                word = filled == 0 ? 0 : number >>> bits - filled;
            }
        }
    }

    /**
     * Reads a column of a block whose checksum is right.
     *
     * @param source has {@value Long#BYTES} bytes more behind its last column
     * @param into   as long as {@link #padded} of {@code rows}
     * @return where the next column begins
     * @throws IndexOutOfBoundsException if the bytes end early
     */
    static int read(byte[] source, int at, int rows, long[] into) {
        long divisor = (long) LONG.get(source, at);
        boolean folded = source[at + Long.BYTES] != 0;
        int widths = at + HEAD;
        int groups = groups(rows);
        int next = widths + groups;
        for (int group = 0; group < groups; group++) {
            int bits = source[widths + group];
            unpack(source, next, bits, into, group * GROUP);
            next += bits * (GROUP / Byte.SIZE);
        }
        if (folded) {
            unfold(into, rows, divisor);
        } else if (divisor != 1) {
            for (int i = 0; i < rows; i++) {
                into[i] *= divisor;
            }
        }
        return next;
    }

    private static void unfold(long[] into, int rows, long divisor) {
        for (int i = 0; i < rows; i++) {
            long number = into[i];
            into[i] = (number >>> 1 ^ -(number & 1)) * divisor;
        }
    }

    private static void unpack(byte[] source, int at, int bits, long[] into, int first) {
        if (bits == 0) {
            Arrays.fill(into, first, first + GROUP, 0);
        } else if (bits == Long.SIZE) {
            for (int i = 0; i < GROUP; i++) {
                into[first + i] = (long) LONG.get(source, at + i * Long.BYTES);
            }
        } else {
            long mask = (1L << bits) - 1;
            int bit = at * Byte.SIZE;
            for (int i = first; i < first + GROUP; i++) {
                into[i] = (long) LONG.get(source, bit >>> 3) >>> (bit & 7) & mask;
                bit += bits;
            }
        }
    }
}
