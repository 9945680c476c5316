package dev.tradewind.marketdata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * An array of arrays of numbers as lines of numbers separated by commas: {@code [[1,2],[3,4]]} reads as {@code 1,2} and
 * {@code 3,4}. Nothing of it is kept, so its length does not matter.
 */
final class JsonRows extends InputStream {

    private static final int BUFFER = 1 << 16;

    /** What the end of a cut off entry reads as where that is only a bad row. */
    private static final byte[] CUT_OFF = ",cut off\n".getBytes(StandardCharsets.US_ASCII);

    /** Where the reading stands. */
    private enum State {
        BEFORE,
        BETWEEN,
        INSIDE,
        AFTER
    }

    private final InputStream in;
    private final String file;
    private final boolean repair;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private State state = State.BEFORE;
    private long entry;
    private byte[] rest = new byte[0];
    private int restAt;
    private boolean ended;

    /**
     * @param repair whether an array that ends early is only a bad last row; otherwise it refuses the file
     */
    JsonRows(InputStream in, String file, boolean repair) {
        this.in = in;
        this.file = file;
        this.repair = repair;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int written = 0;
        while (written < length) {
            if (restAt < rest.length) {
                to[offset + written++] = rest[restAt++];
            } else if (ended || position == limit && !refill()) {
                break;
            } else if (position < limit) {
                written += step(to, offset + written, buffer[position++]);
            }
        }
        return written == 0 && length > 0 ? -1 : written;
    }

    private boolean refill() throws IOException {
        position = 0;
        limit = in.read(buffer, 0, BUFFER);
        if (limit >= 0) {
            return true;
        }
        limit = 0;
        ended = true;
        if (state == State.AFTER) {
            return false;
        }
        if (!repair) {
            throw new ImportException(file, 0, "the array ends early, in entry " + entry + "; the file was cut off");
        }
        rest = CUT_OFF;
        return true;
    }

    /** Takes a byte. {@return how many it makes} */
    private int step(byte[] to, int at, byte value) {
        if (value == ' ' || value == '\n' || value == '\r' || value == '\t') {
            return 0;
        }
        switch (state) {
            case BEFORE -> expect(value == '[', value, State.BETWEEN);
            case BETWEEN -> {
                if (value == '[') {
                    entry++;
                    state = State.INSIDE;
                } else {
                    expect(value == ',' || value == ']', value, value == ']' ? State.AFTER : State.BETWEEN);
                }
            }
            case INSIDE -> {
                expect(value != '[' && value != '{' && value != '"', value, State.INSIDE);
                to[at] = value == ']' ? (byte) '\n' : value;
                state = value == ']' ? State.BETWEEN : State.INSIDE;
                return 1;
            }
            case AFTER -> expect(false, value, State.AFTER);
        }
        return 0;
    }

    private void expect(boolean fits, byte value, State next) {
        if (!fits) {
            throw new ImportException(file, entry, "'" + (char) (value & 0x7F) + "' does not belong there; the file is"
                    + " an array of arrays [milliseconds, open, high, low, close, volume]");
        }
        state = next;
    }
}
