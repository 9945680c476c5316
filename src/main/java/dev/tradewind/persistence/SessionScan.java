package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.JournalEntry;
import dev.tradewind.kernel.RunHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks a session's journal and tape, alone and against each other, and finds where the session goes on. Everything is
 * read once in full before anything of it is believed.
 */
final class SessionScan {

    static final String JOURNAL_FOLDER = "journal";
    static final String TAPE_FOLDER = "tape";

    private final Disk disk;
    private final Path session;
    private final @Nullable String identity;
    private final List<JournalEntry.TapeBlockClosed> blocks = new ArrayList<>();
    private long keepBelow = Long.MAX_VALUE;
    private long lastSequence;
    private long inputs;
    private long journalBytesDropped;
    private long eventsDropped;
    private @Nullable JournalScan end;
    private @Nullable TapeScan tape;
    private RunHash runHash = new RunHash();
    private final JournalCheck check;

    /** @param identity whose session it must be; null takes any */
    SessionScan(Disk disk, Path session, @Nullable String identity) throws IOException {
        this.disk = disk;
        this.session = session;
        this.identity = identity;
        this.check = run();
    }

    private JournalCheck run() throws IOException {
        JournalScan scan = scanJournal();
        JournalCheck failure = scan.failure();
        if (failure != null) {
            return failure;
        }
        TapeScan events = new TapeScan(disk, session.resolve(TAPE_FOLDER), scan.header());
        tape = events;
        failure = checkReferences(scan, events);
        if (failure != null) {
            return failure;
        }
        failure = checkNumbers(events);
        return failure != null ? failure : outcome(events);
    }

    /** Reads the journal as far as it is to be kept. */
    private JournalScan scanJournal() throws IOException {
        JournalScan scan = new JournalScan(disk, session.resolve(JOURNAL_FOLDER), identity);
        runHash = new RunHash();
        blocks.clear();
        while (scan.next()) {
            if (scan.entry().sequence() >= keepBelow) {
                break;
            }
            mix(scan.entry());
        }
        end = scan;
        return scan;
    }

    private void mix(JournalEntry entry) {
        switch (entry) {
            case JournalEntry.CommandTaken taken -> runHash.command(taken.timeNanos(), taken.command());
            case JournalEntry.TimerFired fired -> runHash.timer(fired.timeNanos(), fired.timerId());
            case JournalEntry.ReportReceived received -> runHash.report(received.timeNanos(), received.report());
            case JournalEntry.AmendIntended amend -> runHash.amend(amend.timeNanos(), amend.request());
            case JournalEntry.SubmitIntended submit -> runHash.submit(submit.timeNanos(), submit.request());
            case JournalEntry.CancelIntended cancel -> runHash.cancel(cancel.timeNanos(), cancel.clientOrderId());
            case JournalEntry.TapeBlockClosed closed -> blocks.add(closed);
            case JournalEntry.SessionStarted started -> {}
            case JournalEntry.Decided decided -> {}
        }
    }

    private @Nullable JournalCheck checkReferences(JournalScan scan, TapeScan events) {
        TapeScan.Problem problem = events.problem();
        if (problem != null) {
            return damagedTape(scan.row() + 1, problem);
        }
        for (JournalEntry.TapeBlockClosed reference : blocks) {
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

    private @Nullable JournalCheck checkNumbers(TapeScan events) throws IOException {
        JournalScan scan = new JournalScan(disk, session.resolve(JOURNAL_FOLDER), identity);
        InputMerge merge = new InputMerge(scan, events);
        while (merge.next() != null) {
            inputs++;
        }
        lastSequence = merge.lastSequence();
        TapeScan.Problem problem = events.problem();
        if (problem != null) {
            return damagedTape(scan.row(), problem);
        }
        if (scan.failure() != null) {
            return scan.failure();
        }
        boolean rowsLeft = scan.row() > 0 && scan.entry().sequence() > lastSequence;
        if (merge.hole() < 0) {
            return rowsLeft ? cutAt(lastSequence + 1) : null;
        }
        if (merge.doubled()) {
            return new JournalCheck.Damaged(
                    scan.row(), scan.file(), scan.rowStart(), "input " + merge.hole() + " stands there out of order");
        }
        eventsDropped = merge.eventsAhead();
        while (events.next()) {
            eventsDropped++;
        }
        return cutAt(merge.hole());
    }

    /** An input is missing: fine where nothing after it led to an order, damage otherwise. */
    private @Nullable JournalCheck cutAt(long hole) throws IOException {
        keepBelow = hole;
        JournalScan kept = scanJournal();
        if (kept.row() > 0 && kept.entry().sequence() < hole) {
            return null;
        }
        JournalScan rest = new JournalScan(disk, session.resolve(JOURNAL_FOLDER), identity);
        while (rest.next()) {
            JournalEntry entry = rest.entry();
            boolean order = entry instanceof JournalEntry.SubmitIntended
                    || entry instanceof JournalEntry.CancelIntended
                    || entry instanceof JournalEntry.AmendIntended;
            if (entry.sequence() >= hole && order) {
                return new JournalCheck.Damaged(
                        kept.row(),
                        kept.file(),
                        kept.rowStart(),
                        "input " + hole + " is missing from journal and tape, and an order was sent after it");
            }
        }
        return null;
    }

    private JournalCheck outcome(TapeScan events) throws IOException {
        JournalScan scan = endOfJournal();
        for (int number = scan.fileNumber() + 1; number <= scan.files(); number++) {
            Path later = SegmentFiles.file(session.resolve(JOURNAL_FOLDER), number, SegmentFiles.JOURNAL_SUFFIX);
            journalBytesDropped += disk.size(later);
        }
        journalBytesDropped += scan.fileBytes() - keptBytes();
        long dropped = journalBytesDropped + events.droppedBytes();
        return dropped == 0 && eventsDropped == 0
                ? new JournalCheck.Intact(keptRows(), inputs, lastSequence, runHash.value())
                : new JournalCheck.TailCut(
                        keptRows(), dropped, eventsDropped, inputs, lastSequence, runHash.value());
    }

    private boolean stoppedBeforeLastRead() {
        JournalScan scan = endOfJournal();
        return scan.row() > 0 && scan.entry().sequence() >= keepBelow;
    }

    JournalCheck check() {
        return check;
    }

    private JournalScan endOfJournal() {
        JournalScan scan = end;
        if (scan == null) {
            throw new IllegalStateException("the journal was not read");
        }
        return scan;
    }

    SegmentHeader header() {
        return endOfJournal().header();
    }

    /** {@return the file the journal goes on in} */
    int keptFile() {
        return endOfJournal().fileNumber();
    }

    int files() {
        return endOfJournal().files();
    }

    /** {@return how much of that file is kept} */
    long keptBytes() {
        return stoppedBeforeLastRead() ? endOfJournal().rowStart() : endOfJournal().goodEnd();
    }

    long keptRows() {
        return stoppedBeforeLastRead() ? endOfJournal().row() - 1 : endOfJournal().row();
    }

    /** {@return the chain hash after the last row kept} */
    byte[] chain() {
        return stoppedBeforeLastRead() ? endOfJournal().chainBefore() : endOfJournal().chain();
    }

    long lastSequence() {
        return lastSequence;
    }

    RunHash runHash() {
        return runHash;
    }

    /** {@return where the tape goes on} */
    TapeEnd tapeEnd() throws IOException {
        TapeScan events = tape;
        if (events == null) {
            throw new IllegalStateException("the tape was not read");
        }
        List<TapeScan.Block> all = events.blocks();
        int index = 0;
        while (index < all.size()
                && all.get(index).compressed()
                && all.get(index).closed().lastSequence() <= lastSequence) {
            index++;
        }
        List<TapeEvent> kept = new ArrayList<>();
        if (index == all.size()) {
            return new TapeEnd(events.files(), events.files(), events.lastFileEnd(), index + 1L, kept);
        }
        TapeScan.Block open = all.get(index);
        events.rewindTo(index);
        for (int i = 0; i < open.closed().events() && events.next() && events.event().sequence() <= lastSequence; i++) {
            kept.add(events.event());
        }
        return open.compressed()
                ? new TapeEnd(events.files(), open.file(), open.offset(), index + 1L, kept)
                : new TapeEnd(events.files(), events.files(), events.lastFileEnd(), index + 1L, kept);
    }
}
