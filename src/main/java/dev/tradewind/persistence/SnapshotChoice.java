package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The saved states of a session, each held against its journal and tape. Owned by one thread. */
final class SnapshotChoice {

    private final List<SnapshotFile> whole = new ArrayList<>();
    private final List<SnapshotFile> usable = new ArrayList<>();
    private final List<SnapshotCheck> outcomes = new ArrayList<>();

    /** Reads all states of a session's folder. */
    static SnapshotChoice read(Disk disk, Path session) throws IOException {
        SnapshotChoice choice = new SnapshotChoice();
        for (String name : SnapshotFile.names(disk, session)) {
            switch (SnapshotFile.read(disk, session, name)) {
                case SnapshotFile.Parsed.Good(SnapshotFile snapshot) -> choice.whole.add(snapshot);
                case SnapshotFile.Parsed.Bad(SnapshotCheck outcome) -> choice.outcomes.add(outcome);
            }
        }
        return choice;
    }

    /** {@return the rows the states stand behind, ascending} */
    long[] rows() {
        return whole.stream().mapToLong(snapshot -> snapshot.mark().row()).sorted().toArray();
    }

    /** Holds every state against a good journal and its tape. */
    void judge(JournalIndex journal, TapeScan tape) throws IOException {
        Map<Long, Integer> blockEvents = new TreeMap<>();
        for (TapeScan.Block block : tape.blocks()) {
            if (block.compressed()) {
                blockEvents.put(block.closed().block(), block.closed().events());
            }
        }
        for (JournalEntry.TapeBlockClosed block : journal.blocks()) {
            blockEvents.put(block.block(), block.events());
        }
        for (SnapshotFile snapshot : whole) {
            SnapshotCheck outcome = judge(snapshot, journal, tape, blockEvents);
            outcomes.add(outcome);
            if (outcome instanceof SnapshotCheck.Usable) {
                usable.add(snapshot);
            }
        }
    }

    private static SnapshotCheck judge(
            SnapshotFile snapshot, JournalIndex journal, TapeScan tape, Map<Long, Integer> blockEvents)
            throws IOException {
        SnapshotMark mark = snapshot.mark();
        Path file = snapshot.file();
        SegmentHeader header = journal.header();
        if (!mark.identity().equals(header.identity()) || mark.createdNanos() != header.createdNanos()) {
            return new SnapshotCheck.OtherSession(file, mark.identity());
        }
        SegmentCheck.Mark found = journal.mark(mark.row());
        if (found == null) {
            return new SnapshotCheck.OffCourse(
                    file, mark.row(), "the journal ends with row " + journal.end().row());
        }
        if (!Arrays.equals(found.place().chain(), mark.chain())) {
            return new SnapshotCheck.OffCourse(file, mark.row(), "the row's chain hash is another");
        }
        if (mark.block() < tape.firstBlock()) {
            return new SnapshotCheck.Unfollowed(
                    file,
                    mark.row(),
                    "it goes on in tape block " + mark.block() + ", the tape begins with block " + tape.firstBlock());
        }
        long inputs = found.inputs() + mark.blockEvents();
        for (long block = 1; block < mark.block(); block++) {
            inputs += blockEvents.getOrDefault(block, 0);
        }
        if (inputs != mark.inputs() || inputs != mark.sequence()) {
            return new SnapshotCheck.OffCourse(
                    file,
                    mark.row(),
                    "journal and tape hold " + inputs + " of the " + mark.sequence() + " inputs up to it");
        }
        if (new TapeScan(tape).moveBehind(mark.block(), mark.sequence()) != mark.blockEvents()) {
            return new SnapshotCheck.Unfollowed(
                    file, mark.row(), "the tape lacks market events that came before it");
        }
        return new SnapshotCheck.Usable(file, mark.row());
    }

    /**
     * {@return the newest or oldest usable state, unpacked; null if there is none}
     *
     * @param noLaterThanRow states behind a later row do not count
     */
    @Nullable SavedState choose(boolean newest, long noLaterThanRow) {
        for (SnapshotFile snapshot : newest ? List.copyOf(usable) : List.copyOf(usable).reversed()) {
            if (snapshot.mark().row() > noLaterThanRow) {
                continue;
            }
            try {
                return new SavedState(snapshot.mark(), snapshot.state());
            } catch (BadDataException e) {
                usable.remove(snapshot);
                outcomes.removeIf(outcome -> outcome.file().equals(snapshot.file()));
                outcomes.add(new SnapshotCheck.Damaged(snapshot.file(), String.valueOf(e.getMessage())));
            }
        }
        return null;
    }

    /** {@return what every file turned out to be} */
    List<SnapshotCheck> outcomes() {
        return outcomes;
    }

    /** {@return the states that can be used, the newest first} */
    List<SnapshotFile> usable() {
        return usable;
    }
}
