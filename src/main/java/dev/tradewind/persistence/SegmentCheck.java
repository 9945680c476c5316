package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.JournalEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks whole files of a journal as fast as they can be read: length, checksum, number, input and chain hash of every row,
 * without reading their content. A file says itself with which row and chain hash it begins, so files can be checked in
 * any order; that they fit together is for {@link JournalIndex} to see. One per thread; its memory is used again.
 */
final class SegmentCheck {

    /** Behind a row somebody asked for: where it is, and how many inputs of the file stand up to it. */
    record Mark(Place place, long inputs) {}

    /**
     * What stands in a file.
     *
     * @param firstSequence the input the first row belongs to
     * @param inputs        how many inputs the rows hold
     * @param firstInput    the first of them; {@link Long#MAX_VALUE} where there is none
     * @param lastInput     the last of them; −1 where there is none
     * @param end           behind the last good row
     * @param lastNanos     the engine's time of that row
     * @param blocks        the tape blocks the rows refer to
     * @param marks         the rows asked for that are in the file
     * @param problem       what is wrong with the row behind the last good one; empty if nothing
     * @param torn          whether that can be a torn write
     */
    record Rows(
            long firstSequence,
            long inputs,
            long firstInput,
            long lastInput,
            Place end,
            long lastNanos,
            List<JournalEntry.TapeBlockClosed> blocks,
            List<Mark> marks,
            String problem,
            boolean torn) {}

    /** A file: its header as it was found, and its rows if that is good. */
    record Segment(int number, Path file, int bytes, SegmentHeader.Parsed header, @Nullable Rows rows) {}

    private final Disk disk;
    private final Path folder;
    private final long[] marks;
    private final ChainHash chainHash = new ChainHash();
    private byte[] bytes = new byte[0];

    private long firstSequence;
    private long inputs;
    private long firstInput;
    private long lastInput;
    private long lastNanos;
    private String problem = "";
    private List<JournalEntry.TapeBlockClosed> blocks = new ArrayList<>();
    private List<Mark> found = new ArrayList<>();

    /** @param marks rows whose places are wanted, ascending */
    SegmentCheck(Disk disk, Path folder, long[] marks) {
        this.disk = disk;
        this.folder = folder;
        this.marks = marks.clone();
    }

    /** Checks file {@code number}. */
    Segment check(int number) throws IOException {
        Path file = SegmentFiles.file(folder, number, SegmentFiles.JOURNAL_SUFFIX);
        if (!disk.isFile(file)) {
            return new Segment(number, file, 0, new SegmentHeader.Parsed.Broken("the file is missing"), null);
        }
        long size = disk.size(file);
        if (size > SegmentFiles.LIMIT_BYTES) {
            String tooLong = SegmentFiles.tooLong(size);
            return new Segment(number, file, 0, new SegmentHeader.Parsed.Broken(tooLong), null);
        }
        if (bytes.length < size) {
            bytes = new byte[(int) size];
        }
        int length = disk.read(file, 0, ByteBuffer.wrap(bytes, 0, (int) size));
        SegmentHeader.Parsed parsed = SegmentHeader.parse(bytes, length, SegmentHeader.JOURNAL);
        Rows rows =
                switch (parsed) {
                    case SegmentHeader.Parsed.Good(SegmentHeader header) -> rows(header, length);
                    case SegmentHeader.Parsed.Foreign foreign -> null;
                    case SegmentHeader.Parsed.Version version -> null;
                    case SegmentHeader.Parsed.Broken broken -> null;
                };
        return new Segment(number, file, length, parsed, rows);
    }

    private Rows rows(SegmentHeader header, int length) {
        firstSequence = -1;
        inputs = 0;
        firstInput = Long.MAX_VALUE;
        lastInput = -1;
        lastNanos = header.createdNanos();
        problem = "";
        blocks = new ArrayList<>();
        found = new ArrayList<>();
        byte[] chain = header.first() == 1 ? ChainHash.first(header) : header.chain();
        RowCursor cursor = new RowCursor(bytes, length, Place.before(header, chain, 0), chainHash);
        int nextMark = 0;
        while (nextMark < marks.length && marks[nextMark] < header.first()) {
            nextMark++;
        }
        while (cursor.next()) {
            if (!take(cursor)) {
                return rows(new Place(header.number(), cursor.start(), cursor.row() - 1, cursor.sequence(), chain), false);
            }
            if (nextMark < marks.length && cursor.row() == marks[nextMark]) {
                found.add(new Mark(cursor.place(header.number()), inputs));
                nextMark++;
            }
        }
        problem = cursor.problem();
        return rows(cursor.place(header.number()), cursor.torn());
    }

    private Rows rows(Place end, boolean torn) {
        return new Rows(
                firstSequence, inputs, firstInput, lastInput, end, lastNanos, List.copyOf(blocks), List.copyOf(found),
                problem, torn);
    }

    /** {@return whether the row can be what it says it is} */
    private boolean take(RowCursor cursor) {
        if (firstSequence < 0) {
            firstSequence = cursor.sequence();
        }
        lastNanos = cursor.timeNanos();
        return switch (cursor.kind()) {
            case JournalCodec.COMMAND, JournalCodec.TIMER, JournalCodec.REPORT -> takeInput(cursor.sequence());
            case JournalCodec.TAPE_BLOCK -> takeBlock(cursor);
            case JournalCodec.SESSION,
                    JournalCodec.SUBMIT,
                    JournalCodec.CANCEL,
                    JournalCodec.AMEND,
                    JournalCodec.DECISION -> true;
            default -> wrong("row kind " + cursor.kind() + " is unknown to this version");
        };
    }

    private boolean takeInput(long sequence) {
        if (sequence <= lastInput) {
            problem = "input " + sequence + " stands there out of order";
            return false;
        }
        inputs++;
        firstInput = Math.min(firstInput, sequence);
        lastInput = sequence;
        return true;
    }

    private boolean takeBlock(RowCursor cursor) {
        try {
            JournalEntry entry = JournalCodec.get(
                    cursor.kind(), cursor.row(), cursor.sequence(), cursor.timeNanos(), cursor.payload());
            if (entry instanceof JournalEntry.TapeBlockClosed closed) {
                blocks.add(closed);
            }
            return true;
        } catch (BadDataException e) {
            return wrong(e.getMessage());
        }
    }

    private boolean wrong(String what) {
        problem = "its content cannot be read: " + what;
        return false;
    }
}
