package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole journal after its check in one pass, the files of a large one on all cores: whether it is good, where it ends and
 * which tape blocks it refers to. What is wrong is told in the order of the rows, whichever file was read first.
 */
final class JournalIndex {

    private final Path folder;
    private final @Nullable String identity;
    private final List<JournalEntry.TapeBlockClosed> blocks = new ArrayList<>();
    private final List<SegmentCheck.Mark> marks = new ArrayList<>();
    private int files;
    private long inputs;
    private long lastInput = -1;
    private long lastNanos;
    private long droppedBytes;
    private Place end = new Place(0, 0, 0, 0, new byte[SegmentHeader.CHAIN_BYTES]);
    private @Nullable SegmentHeader header;
    private @Nullable JournalCheck failure;

    private JournalIndex(Path folder, @Nullable String identity) {
        this.folder = folder;
        this.identity = identity;
    }

    /**
     * Checks a journal.
     *
     * @param identity whose it must be; null takes any
     * @param marks    rows whose places are wanted, ascending
     */
    static JournalIndex of(Disk disk, Path folder, @Nullable String identity, long[] marks) throws IOException {
        JournalIndex index = new JournalIndex(folder, identity);
        index.files = SegmentFiles.highestNumber(disk, folder, SegmentFiles.JOURNAL_SUFFIX);
        if (index.files == 0) {
            String reason = disk.isFolder(folder) ? "there is no file 00000001.twj in it" : "there is no such folder";
            index.failure = new JournalCheck.NotAJournal(folder, reason);
            return index;
        }
        for (SegmentCheck.Segment segment : SegmentChecks.all(disk, folder, index.files, marks)) {
            if (index.failure == null) {
                index.take(segment);
            }
        }
        return index;
    }

    private void take(SegmentCheck.Segment segment) {
        SegmentCheck.Rows rows = segment.rows();
        switch (segment.header()) {
            case SegmentHeader.Parsed.Good(SegmentHeader good) -> {
                if (rows != null && follows(segment, good, rows)) {
                    take(segment, good, rows);
                }
            }
            case SegmentHeader.Parsed.Foreign() ->
                failure = segment.number() == 1
                        ? new JournalCheck.NotAJournal(segment.file(), "it does not begin like one")
                        : damaged(segment, 0, "the file does not begin like a journal");
            case SegmentHeader.Parsed.Version(int found) ->
                failure = new JournalCheck.UnknownVersion(segment.file(), found, SegmentHeader.VERSION);
            case SegmentHeader.Parsed.Broken(String reason) -> failure = damaged(segment, 0, reason);
        }
    }

    /** {@return whether a file continues those before it; where not, says so} */
    private boolean follows(SegmentCheck.Segment segment, SegmentHeader good, SegmentCheck.Rows rows) {
        SegmentHeader first = header;
        if (identity != null && !good.identity().equals(identity)) {
            failure = new JournalCheck.OtherIdentity(segment.file(), good.identity(), identity);
        } else if (good.number() != segment.number() || good.first() != end.row() + 1) {
            failure = damaged(segment, 0, "the file begins with row " + good.first());
        } else if (first != null && !good.continues(first, end.chain())) {
            failure = damaged(segment, 0, "the file does not continue the one before it");
        } else if (rows.firstSequence() >= 0 && rows.firstSequence() < end.sequence()) {
            failure = damaged(
                    segment,
                    good.encodedBytes(),
                    "it belongs to input " + rows.firstSequence() + " but stands after " + end.sequence());
        } else if (rows.firstInput() <= lastInput) {
            failure = damaged(
                    segment, good.encodedBytes(), "input " + rows.firstInput() + " stands there out of order");
        }
        return failure == null;
    }

    private void take(SegmentCheck.Segment segment, SegmentHeader good, SegmentCheck.Rows rows) {
        if (header == null) {
            header = good;
        }
        for (SegmentCheck.Mark mark : rows.marks()) {
            marks.add(new SegmentCheck.Mark(mark.place(), inputs + mark.inputs()));
        }
        blocks.addAll(rows.blocks());
        inputs += rows.inputs();
        lastInput = Math.max(lastInput, rows.lastInput());
        lastNanos = rows.lastNanos();
        end = new Place(
                segment.number(),
                rows.end().offset(),
                rows.end().row(),
                Math.max(end.sequence(), rows.end().sequence()),
                rows.end().chain());
        if (rows.problem().isEmpty()) {
            return;
        }
        if (segment.number() == files && rows.torn()) {
            droppedBytes = segment.bytes() - rows.end().offset();
        } else {
            failure = damaged(segment, rows.end().offset(), rows.problem());
        }
    }

    private JournalCheck.Damaged damaged(SegmentCheck.Segment segment, long offset, String reason) {
        return new JournalCheck.Damaged(end.row() + 1, segment.file(), offset, reason);
    }

    /** {@return what makes the journal useless, null if nothing} */
    @Nullable JournalCheck failure() {
        return failure;
    }

    /** {@return the first file's header; only of a journal without a failure} */
    SegmentHeader header() {
        SegmentHeader first = header;
        if (first == null) {
            throw new IllegalStateException("no file of " + folder + " was read");
        }
        return first;
    }

    int files() {
        return files;
    }

    /** {@return before the first row} */
    Place beginning() {
        return Place.before(header(), ChainHash.first(header()), 0);
    }

    /** {@return behind the last whole row} */
    Place end() {
        return end;
    }

    /** {@return the engine's time of that row} */
    long lastNanos() {
        return lastNanos;
    }

    /** {@return bytes of a torn write behind it} */
    long droppedBytes() {
        return droppedBytes;
    }

    /** {@return the tape blocks the journal refers to, in the order of its rows} */
    List<JournalEntry.TapeBlockClosed> blocks() {
        return blocks;
    }

    /** {@return the places of the rows that were asked for and are there, in their order} */
    List<SegmentCheck.Mark> marks() {
        return marks;
    }

    /** {@return the place behind a row that was asked for; null if the journal ends before it} */
    SegmentCheck.@Nullable Mark mark(long row) {
        for (SegmentCheck.Mark mark : marks) {
            if (mark.place().row() == row) {
                return mark;
            }
        }
        return null;
    }
}
