package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.JournalEntry;
import dev.tradewind.kernel.RecordedInput;
import dev.tradewind.kernel.RunHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a session's journal, tape and saved states, alone and against each other, and finds where the session goes on.
 * Every row is checked before anything of it is believed; what rows and events say is read only from where the session is
 * to start.
 */
final class SessionScan {

    static final String JOURNAL_FOLDER = "journal";
    static final String TAPE_FOLDER = "tape";

    /** Where to start. */
    enum Start {
        /** Before the first input: needs the whole tape. */
        BEGINNING,
        /** As early as the tape allows. */
        EARLIEST,
        /** Behind the newest saved state. */
        NEWEST
    }

    private final Disk disk;
    private final Path session;
    private final @Nullable String identity;
    private final Start start;
    private final long noLaterThanRow;
    private SnapshotChoice snapshots = new SnapshotChoice();
    private @Nullable SavedState from;
    private @Nullable JournalIndex journal;
    private @Nullable TapeScan tape;
    private @Nullable Place kept;
    private RunHash runHash = new RunHash();
    private long inputs;
    private long lastSequence;
    private long lastNanos;
    private long eventsDropped;
    private final JournalCheck check;

    /**
     * Checks a session.
     *
     * @param identity       whose session it must be; null takes any
     * @param start          from where on its content is read
     * @param noLaterThanRow saved states behind a later row are not considered
     */
    SessionScan(Disk disk, Path session, @Nullable String identity, Start start, long noLaterThanRow)
            throws IOException {
        this.disk = disk;
        this.session = session;
        this.identity = identity;
        this.start = start;
        this.noLaterThanRow = noLaterThanRow;
        this.check = run();
    }

    private JournalCheck run() throws IOException {
        Path tapeFolder = session.resolve(TAPE_FOLDER);
        boolean wholeTape = SegmentFiles.lowestNumber(disk, tapeFolder, SegmentFiles.TAPE_SUFFIX) <= 1;
        if (start == Start.NEWEST || start == Start.EARLIEST && !wholeTape) {
            snapshots = SnapshotChoice.read(disk, session);
        }
        JournalIndex index = JournalIndex.of(disk, session.resolve(JOURNAL_FOLDER), identity, snapshots.rows());
        JournalCheck failure = index.failure();
        if (failure != null) {
            return failure;
        }
        journal = index;
        kept = index.end();
        TapeScan events = new TapeScan(disk, tapeFolder, index.header());
        tape = events;
        failure = checkReferences(index, events);
        if (failure != null) {
            return failure;
        }
        snapshots.judge(index, events);
        failure = choose(index, events);
        if (failure != null) {
            return failure;
        }
        failure = start == Start.EARLIEST ? readBefore(index) : null;
        if (failure == null) {
            failure = checkNumbers(index, new TapeScan(events));
        }
        return failure != null ? failure : outcome(index, events);
    }

    private @Nullable JournalCheck checkReferences(JournalIndex index, TapeScan events) {
        TapeScan.Problem problem = events.problem();
        if (problem != null) {
            return damagedTape(index.end().row() + 1, problem);
        }
        for (JournalEntry.TapeBlockClosed reference : index.blocks()) {
            if (reference.block() < events.firstBlock()) {
                continue;
            }
            TapeScan.Block block = events.closed(reference.block());
            Tape.Closed expected = new Tape.Closed(
                    reference.block(),
                    reference.checksum(),
                    reference.firstSequence(),
                    reference.lastSequence(),
                    reference.events());
            if (block == null || !block.closed().equals(expected)) {
                String what = block == null ? " is not on the tape" : " is not the one the journal refers to";
                Path file = block == null ? session.resolve(TAPE_FOLDER) : events.file(block);
                return new JournalCheck.Damaged(
                        reference.row(), file, block == null ? 0 : block.offset(), "tape block " + reference.block() + what);
            }
        }
        return null;
    }

    private static JournalCheck damagedTape(long row, TapeScan.Problem problem) {
        return new JournalCheck.Damaged(row, problem.file(), problem.offset(), problem.reason());
    }

    private @Nullable JournalCheck choose(JournalIndex index, TapeScan events) {
        from = snapshots.choose(start == Start.NEWEST, noLaterThanRow);
        return from != null || events.firstBlock() == 1
                ? null
                : new JournalCheck.TapeDropped(index.end().row(), session.resolve(TAPE_FOLDER), events.firstBlock());
    }

    /** Where the tape's beginning is gone, what the rows say can still be read up to the state the session starts from. */
    private @Nullable JournalCheck readBefore(JournalIndex index) throws IOException {
        SavedState saved = from;
        if (saved == null) {
            return null;
        }
        JournalScan rows = new JournalScan(
                disk, session.resolve(JOURNAL_FOLDER), index.header(), index.beginning(), saved.mark().row());
        while (rows.next()) {
            mix(rows.entry());
        }
        if (rows.failure() == null && runHash.value() != saved.mark().runHash()) {
            return new JournalCheck.Damaged(
                    saved.mark().row(),
                    SnapshotFile.path(session, saved.mark().row()),
                    0,
                    "the saved state has another run hash than the journal");
        }
        return rows.failure();
    }

    private @Nullable JournalCheck checkNumbers(JournalIndex index, TapeScan events) throws IOException {
        JournalScan rows = begin(index, events);
        InputMerge merge = new InputMerge(rows, events, lastSequence, this::mix);
        for (RecordedInput input = merge.next(); input != null; input = merge.next()) {
            inputs++;
            lastSequence = input.sequence();
            lastNanos = input.timeNanos();
        }
        TapeScan.Problem problem = events.problem();
        if (problem != null) {
            return damagedTape(rows.row(), problem);
        }
        if (rows.failure() != null) {
            return rows.failure();
        }
        if (merge.hole() < 0) {
            return index.end().sequence() > lastSequence ? cutAt(index, lastSequence + 1) : null;
        }
        if (merge.doubled()) {
            return new JournalCheck.Damaged(
                    rows.row(), rows.file(), rows.rowStart(), "input " + merge.hole() + " stands there out of order");
        }
        eventsDropped = merge.eventsAhead();
        while (events.next()) {
            eventsDropped++;
        }
        return cutAt(index, merge.hole());
    }

    /** Stands before the first row and event that are to be read. */
    private JournalScan begin(JournalIndex index, TapeScan events) throws IOException {
        SavedState saved = from;
        if (saved == null) {
            runHash = new RunHash();
            inputs = 0;
            lastSequence = 0;
            lastNanos = index.header().createdNanos();
        } else {
            SnapshotMark mark = saved.mark();
            runHash = new RunHash(mark.runHash());
            inputs = mark.inputs();
            lastSequence = mark.sequence();
            lastNanos = mark.timeNanos();
            events.moveBehind(mark.block(), mark.sequence());
        }
        return new JournalScan(
                disk, session.resolve(JOURNAL_FOLDER), index.header(), startPlace(), index.end().row());
    }

    private void mix(JournalEntry entry) {
        switch (entry) {
            case JournalEntry.CommandTaken taken -> runHash.command(taken.timeNanos(), taken.command());
            case JournalEntry.TimerFired fired -> runHash.timer(fired.timeNanos(), fired.timerId());
            case JournalEntry.ReportReceived received -> runHash.report(received.timeNanos(), received.report());
            case JournalEntry.AmendIntended amend -> runHash.amend(amend.timeNanos(), amend.request());
            case JournalEntry.SubmitIntended submit -> runHash.submit(submit.timeNanos(), submit.request());
            case JournalEntry.CancelIntended cancel -> runHash.cancel(cancel.timeNanos(), cancel.clientOrderId());
            case JournalEntry.TapeBlockClosed closed -> {}
            case JournalEntry.SessionStarted started -> {}
            case JournalEntry.Decided decided -> {}
        }
    }

    /** An input is missing: fine where nothing after it led to an order, damage otherwise. */
    private @Nullable JournalCheck cutAt(JournalIndex index, long hole) throws IOException {
        SavedState saved = from;
        runHash = saved == null ? new RunHash() : new RunHash(saved.mark().runHash());
        JournalScan rows = new JournalScan(
                disk, session.resolve(JOURNAL_FOLDER), index.header(), startPlace(), index.end().row());
        Place end = startPlace();
        boolean cut = false;
        while (!cut && rows.next()) {
            cut = rows.entry().sequence() >= hole;
            if (!cut) {
                mix(rows.entry());
                end = rows.place();
            }
        }
        kept = end;
        long firstCut = rows.row();
        Path file = rows.file();
        long offset = rows.rowStart();
        for (boolean more = cut; more; more = rows.next()) {
            JournalEntry entry = rows.entry();
            if (entry instanceof JournalEntry.SubmitIntended
                    || entry instanceof JournalEntry.CancelIntended
                    || entry instanceof JournalEntry.AmendIntended) {
                return new JournalCheck.Damaged(
                        firstCut,
                        file,
                        offset,
                        "input " + hole + " is missing from journal and tape, and an order was sent after it");
            }
        }
        return null;
    }

    private JournalCheck outcome(JournalIndex index, TapeScan events) throws IOException {
        long dropped = bytesDropped(index) + events.droppedBytes();
        return dropped == 0 && eventsDropped == 0
                ? new JournalCheck.Intact(keptEnd().row(), inputs, lastSequence, runHash.value())
                : new JournalCheck.TailCut(
                        keptEnd().row(), dropped, eventsDropped, inputs, lastSequence, runHash.value());
    }

    private long bytesDropped(JournalIndex index) throws IOException {
        if (keptEnd().equals(index.end())) {
            return index.droppedBytes();
        }
        long bytes = -keptEnd().offset();
        for (int number = keptEnd().file(); number <= index.files(); number++) {
            bytes += disk.size(SegmentFiles.file(
                    session.resolve(JOURNAL_FOLDER), number, SegmentFiles.JOURNAL_SUFFIX));
        }
        return bytes;
    }

    JournalCheck check() {
        return check;
    }

    /** {@return what every saved state turned out to be; none where they were not looked at} */
    List<SnapshotCheck> snapshots() {
        return snapshots.outcomes();
    }

    /** {@return where the states stand that can be used, the newest first} */
    List<SnapshotMark> usableMarks() {
        return snapshots.usable().stream()
                .map(SnapshotFile::mark)
                .filter(mark -> mark.row() <= noLaterThanRow)
                .toList();
    }

    /** {@return the state the session's content was read from; null from the beginning} */
    @Nullable SavedState from() {
        return from;
    }

    private JournalIndex journal() {
        JournalIndex index = journal;
        if (index == null) {
            throw new IllegalStateException("the journal is not usable");
        }
        return index;
    }

    SegmentHeader header() {
        return journal().header();
    }

    /** {@return how many files the journal has} */
    int files() {
        return journal().files();
    }

    /** {@return before the first row} */
    Place beginning() {
        return journal().beginning();
    }

    /** {@return behind which row the content was read} */
    Place startPlace() {
        SavedState saved = from;
        SegmentCheck.Mark mark = saved == null ? null : journal().mark(saved.mark().row());
        return mark == null ? journal().beginning() : mark.place();
    }

    /** {@return behind the last row that is kept} */
    Place keptEnd() {
        Place end = kept;
        if (end == null) {
            throw new IllegalStateException("the journal is not usable");
        }
        return end;
    }

    /** {@return market events up to the start} */
    long startEvents() {
        SavedState saved = from;
        SegmentCheck.Mark mark = saved == null ? null : journal().mark(saved.mark().row());
        return mark == null ? 0 : saved.mark().inputs() - mark.inputs();
    }

    /** {@return inputs kept, in journal and tape together} */
    long inputs() {
        return inputs;
    }

    /** {@return the last input kept} */
    long lastSequence() {
        return lastSequence;
    }

    /** {@return the engine's time of it} */
    long lastNanos() {
        return lastNanos;
    }

    /** {@return the running hash after the last row kept, which the caller goes on with} */
    RunHash runHash() {
        return runHash;
    }

    /** {@return the tape, before its first event} */
    TapeScan tape() {
        TapeScan events = tape;
        if (events == null) {
            throw new IllegalStateException("the tape was not read");
        }
        return new TapeScan(events);
    }

    /** {@return where the tape goes on} */
    TapeEnd tapeEnd() throws IOException {
        TapeScan events = tape();
        List<TapeScan.Block> all = events.blocks();
        int index = keptBlocks(all);
        long number = events.firstBlock() + index;
        List<TapeEvent> left = new ArrayList<>();
        if (index == all.size()) {
            return new TapeEnd(events.files(), events.files(), events.lastFileEnd(), number, left);
        }
        TapeScan.Block open = all.get(index);
        events.rewindTo(index);
        for (int i = 0; i < open.closed().events() && events.next() && events.event().sequence() <= lastSequence; i++) {
            left.add(events.event());
        }
        return open.compressed()
                ? new TapeEnd(events.files(), open.file(), open.offset(), number, left)
                : new TapeEnd(events.files(), events.files(), events.lastFileEnd(), number, left);
    }

    /** {@return how many blocks stay closed} */
    private int keptBlocks(List<TapeScan.Block> all) {
        int index = 0;
        while (index < all.size()
                && all.get(index).compressed()
                && all.get(index).closed().lastSequence() <= lastSequence) {
            index++;
        }
        return index;
    }

    /** {@return blocks that stay closed though no row that is kept refers to them: the process died in between} */
    List<Tape.Closed> unannounced() {
        Set<Long> announced = new HashSet<>();
        for (JournalEntry.TapeBlockClosed block : journal().blocks()) {
            if (block.row() <= keptEnd().row()) {
                announced.add(block.block());
            }
        }
        List<TapeScan.Block> all = tape().blocks();
        return all.subList(0, keptBlocks(all)).stream()
                .map(TapeScan.Block::closed)
                .filter(block -> !announced.contains(block.block()))
                .toList();
    }
}
