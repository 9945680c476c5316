package dev.tradewind.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes a state as bytes: numbers as zigzag in seven-bit groups, low group first; doubles as their 8 bytes; text as its
 * length and UTF-8; constants of enums by name. Grows as needed. Owned by one thread.
 */
public final class StateWriter {

    private static final int MOST_NUMBER_BYTES = 10;

    private byte[] bytes = new byte[4096];
    private int size;

    /** Begins a part with its name and the version of its form, so that a reader notices at once where it is wrong. */
    public StateWriter section(String name, int version) {
        return text(name).number(version);
    }

    /** Writes a whole number. */
    public StateWriter number(long value) {
        room(MOST_NUMBER_BYTES);
        long left = value << 1 ^ value >> 63;
        while ((left & ~0x7FL) != 0) {
            bytes[size++] = (byte) (left & 0x7F | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
        return this;
    }

    /** Writes a truth value. */
    public StateWriter flag(boolean value) {
        room(1);
        bytes[size++] = (byte) (value ? 1 : 0);
        return this;
    }

    /** Writes a double, bit for bit. */
    public StateWriter real(double value) {
        room(8);
        long raw = Double.doubleToRawLongBits(value);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (raw >>> shift);
        }
        return this;
    }

    /** Writes a text. */
    public StateWriter text(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
        return this;
    }

    /** Writes a constant by its name. */
    public StateWriter constant(Enum<?> value) {
        return text(value.name());
    }

    /** Writes the first {@code count} of some numbers, after their count. */
    public StateWriter numbers(long[] values, int count) {
        number(count);
        for (int i = 0; i < count; i++) {
            number(values[i]);
        }
        return this;
    }

    /** Writes the first {@code count} of some doubles, after their count. */
    public StateWriter reals(double[] values, int count) {
        number(count);
        for (int i = 0; i < count; i++) {
            real(values[i]);
        }
        return this;
    }

    /** Writes another thing's state. */
    public StateWriter part(Stateful part) {
        part.save(this);
        return this;
    }

    /** {@return what was written so far} */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** {@return how many bytes were written so far} */
    public int size() {
        return size;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), Math.multiplyExact(size, 2)));
        }
    }
}
