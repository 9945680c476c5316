package dev.tradewind.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a ledger's file one after another in bounded memory. Bytes that are no row are stepped over as long
 * as a row follows; behind the last row they are a torn tail.
 */
final class TrialScan {

    private static final int CHUNK = 1 << 20;
    private static final int ROOM = Frames.OVERHEAD + Frames.MAX_CONTENT + CHUNK;

    private final FileChannel file;
    private final long size;
    private byte[] bytes = new byte[0];
    /** Where in the file {@code bytes} begins. */
    private long base;
    private int filled;
    private int at;
    private long end;
    private int length;
    private @Nullable TrialRow row;

    /**
     * @param from where a row begins
     */
    TrialScan(FileChannel file, long from) throws IOException {
        this.file = file;
        this.size = file.size();
        this.base = from;
        this.end = from;
    }

    /** Goes on to the next row. {@return whether there is one} */
    boolean next() throws IOException {
        at += length;
        length = 0;
        while (true) {
            fill();
            if (filled - at < Frames.OVERHEAD + TrialRow.LEAST) {
                return false;
            }
            @Nullable TrialRow here = read();
            if (here != null) {
                row = here;
                length = Frames.OVERHEAD + Frames.length(bytes, at);
                end = base + at + length;
                return true;
            }
            at++;
        }
    }

    private @Nullable TrialRow read() {
        if (!Frames.problem(bytes, filled, at, TrialRow.LEAST, 0).isEmpty()
                || !TrialRow.begins(bytes, at + Frames.OVERHEAD)) {
            return null;
        }
        try {
            return TrialRow.read(bytes, at + Frames.OVERHEAD, Frames.length(bytes, at));
        } catch (BadDataException noRow) {
            return null;
        }
    }

    /** Makes sure that a row of any length that begins here is there as far as the file holds it. */
    private void fill() throws IOException {
        if (filled - at >= Frames.OVERHEAD + Frames.MAX_CONTENT || base + filled >= size) {
            return;
        }
        int kept = filled - at;
        int room = (int) Math.min(ROOM, kept + (size - base - filled));
        byte[] target = room <= bytes.length ? bytes : new byte[room];
        System.arraycopy(bytes, at, target, 0, kept);
        base += at;
        at = 0;
        bytes = target;
        filled = kept;
        ByteBuffer rest = ByteBuffer.wrap(bytes, filled, room - filled);
        while (rest.hasRemaining()) {
            int read = file.read(rest, base + rest.position());
            if (read < 0) {
                break;
            }
        }
        filled = rest.position();
    }

    /**
     * {@return the row}
     *
     * @throws IllegalStateException before the first
     */
    TrialRow row() {
        TrialRow here = row;
        if (here == null) {
            throw new IllegalStateException("no row was read");
        }
        return here;
    }

    /** {@return where the last row ended, the place to go on writing} */
    long end() {
        return end;
    }
}
