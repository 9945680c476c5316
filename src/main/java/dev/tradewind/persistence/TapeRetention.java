package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Drops the oldest files of a tape, one after the other, durably. Only files no kept state goes on from, and never the last
 * one, so it may run beside the thread that writes.
 */
final class TapeRetention {

    private final Disk disk;
    private final Path folder;
    private final TapeKeep keep;

    TapeRetention(Disk disk, Path session, TapeKeep keep) {
        this.disk = disk;
        this.folder = session.resolve(SessionScan.TAPE_FOLDER);
        this.keep = keep;
    }

    /** Where a file begins. */
    private record Beginning(long block, long timeNanos) {}

    /**
     * Drops what is not needed.
     *
     * @param older the older of the states that are kept: the tape stays from its block on
     * @param now   the market's time
     * @return how many files were dropped
     */
    int drop(SnapshotMark older, long now) throws IOException {
        if (keep.equals(TapeKeep.ALL)) {
            return 0;
        }
        int first = SegmentFiles.lowestNumber(disk, folder, SegmentFiles.TAPE_SUFFIX);
        int last = SegmentFiles.highestNumber(disk, folder, SegmentFiles.TAPE_SUFFIX);
        long bytes = disk.size(folder.resolve(Tape.OPEN_FILE));
        for (int number = first; number <= last; number++) {
            bytes += disk.size(file(number));
        }
        int dropped = 0;
        for (int number = first; number < last; number++) {
            Beginning next = beginning(file(number + 1));
            boolean old = now - next.timeNanos() > keep.nanos();
            if (next.block() > older.block() || bytes <= keep.bytes() && !old) {
                break;
            }
            bytes -= disk.size(file(number));
            disk.delete(file(number));
            dropped++;
        }
        return dropped;
    }

    private Path file(int number) {
        return SegmentFiles.file(folder, number, SegmentFiles.TAPE_SUFFIX);
    }

    /** {@return the first block of a file, and when its first event was taken: all files before it end earlier} */
    private Beginning beginning(Path file) throws IOException {
        byte[] bytes = new byte[SegmentHeader.MAX_BYTES + Frames.OVERHEAD + Frames.MAX_CONTENT];
        int length = disk.read(file, 0, ByteBuffer.wrap(bytes));
        if (!(SegmentHeader.parse(bytes, length, SegmentHeader.TAPE) instanceof SegmentHeader.Parsed.Good(SegmentHeader header))) {
            throw new IOException(file + " does not begin like a tape");
        }
        int at = header.encodedBytes();
        if (!Frames.problem(bytes, length, at, Tape.BLOCK_HEAD, 0).isEmpty()) {
            // nothing whole in it yet: its first event is still to come
            return new Beginning(header.first(), Long.MAX_VALUE);
        }
        int deflatedAt = at + Frames.OVERHEAD + Tape.BLOCK_HEAD;
        int rawBytes = Frames.length(bytes, deflatedAt - Integer.BYTES);
        ByteBuffer raw = ByteBuffer.allocate(Math.clamp(rawBytes, 0, Frames.MAX_CONTENT));
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes, deflatedAt, Frames.length(bytes, at) - Tape.BLOCK_HEAD);
            raw.position(inflater.inflate(raw.array()));
            TapeCodec codec = new TapeCodec();
            codec.get(raw.flip());
            return new Beginning(header.first(), codec.timeNanos());
        } catch (DataFormatException | BadDataException | BufferUnderflowException e) {
            throw new IOException("the first block of " + file + " cannot be read", e);
        }
    }
}
