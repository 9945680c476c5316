package dev.tradewind.domain;

import java.nio.charset.StandardCharsets;

/**
 * Reads what a {@link StateWriter} wrote, in the same order. Every mistake is a {@link StateException} that says where.
 * Owned by one thread.
 */
public final class StateReader {

    private static final int MOST_NUMBER_BYTES = 10;

    private final byte[] bytes;
    private int at;
    private String section = "the beginning";

    /** @param bytes a whole state; not copied */
    public StateReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Begins a part.
     *
     * @throws StateException if another part comes next, or one of another version
     */
    public StateReader section(String name, int version) {
        String found = text();
        if (!found.equals(name)) {
            throw wrong("'" + found + "' comes where '" + name + "' should");
        }
        long foundVersion = number();
        if (foundVersion != version) {
            throw wrong("'" + name + "' has version " + foundVersion + ", this program reads " + version);
        }
        section = name;
        return this;
    }

    /** {@return the next whole number} */
    public long number() {
        // most of a large state is numbers: no call for each byte
        byte[] source = bytes;
        int last = Math.min(source.length, at + MOST_NUMBER_BYTES);
        long raw = 0;
        int shift = 0;
        for (int i = at; i < last; i++) {
            byte next = source[i];
            raw |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                at = i + 1;
                return raw >>> 1 ^ -(raw & 1);
            }
            shift += 7;
        }
        at = last;
        throw wrong(last == source.length ? "it is cut off" : "a number does not end");
    }

    /** {@return the next whole number as an int} */
    public int integer() {
        long value = number();
        if (value != (int) value) {
            throw wrong(value + " is too large here");
        }
        return (int) value;
    }

    /** {@return how many of something follow, each of at least one byte} */
    public int count() {
        int count = integer();
        if (count < 0 || count > bytes.length - at) {
            throw wrong(count + " parts cannot follow in the " + (bytes.length - at) + " bytes left");
        }
        return count;
    }

    /** {@return the next whole number, a place among so many} */
    public int place(int size) {
        int place = integer();
        if (place < 0 || place >= size) {
            throw wrong(place + " is outside 0.." + (size - 1));
        }
        return place;
    }

    /** {@return the next truth value} */
    public boolean flag() {
        byte value = next();
        if (value != 0 && value != 1) {
            throw wrong(value + " is no truth value");
        }
        return value == 1;
    }

    /** {@return the next double, bit for bit} */
    public double real() {
        long raw = 0;
        for (int i = 0; i < 8; i++) {
            raw = raw << 8 | next() & 0xFF;
        }
        return Double.longBitsToDouble(raw);
    }

    /** {@return the next text} */
    public String text() {
        int length = count();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** {@return the next constant of an enum} */
    public <E extends Enum<E>> E constant(Class<E> type) {
        String name = text();
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw wrong("there is no " + type.getSimpleName() + " called '" + name + "'");
        }
    }

    /** {@return the next numbers} */
    public long[] numbers() {
        long[] values = new long[count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number();
        }
        return values;
    }

    /** {@return the next doubles} */
    public double[] reals() {
        double[] values = new double[count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = real();
        }
        return values;
    }

    /** Fills an array with the next numbers, which are as many. */
    public StateReader numbers(long[] into) {
        same(into.length);
        for (int i = 0; i < into.length; i++) {
            into[i] = number();
        }
        return this;
    }

    /** Fills an array with the next doubles, which are as many. */
    public StateReader reals(double[] into) {
        same(into.length);
        for (int i = 0; i < into.length; i++) {
            into[i] = real();
        }
        return this;
    }

    private void same(int expected) {
        int found = count();
        if (found != expected) {
            throw wrong(found + " numbers where " + expected + " are kept");
        }
    }

    /** Lets a thing take its state over. */
    public StateReader part(Stateful part) {
        part.load(this);
        return this;
    }

    /**
     * Ends the reading.
     *
     * @throws StateException if something is left
     */
    public void end() {
        if (at != bytes.length) {
            throw wrong((bytes.length - at) + " bytes are left over");
        }
    }

    /** {@return what to throw where a value cannot be} */
    public StateException wrong(String what) {
        return new StateException("saved state, byte " + at + ", in " + section + ": " + what);
    }

    private byte next() {
        if (at == bytes.length) {
            throw wrong("it is cut off");
        }
        return bytes[at++];
    }
}
