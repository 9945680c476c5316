package dev.tradewind.persistence;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.kernel.RunHash;
import dev.tradewind.monitor.EngineProbe;
import dev.tradewind.monitor.EngineTotals;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;

/**
 * A session's journal and tape in files. Rows gather in memory; {@link #flush()} hands them to the operating system and
 * {@link #commit()} makes them survive a power cut, many rows at the price of one. Market events reach the disk before any
 * intent that came after them. Owned by the engine thread; allocates nothing per row.
 *
 * <p>Once a write fails, every further call fails with the same words: the session has to halt, and what was committed
 * before stays.
 */
public final class FileJournal implements Journal {

    private static final int SMALL_PAYLOAD = 256;

    private final SegmentHeader header;
    private final RowBuffer rows;
    private final SegmentWriter file;
    private final Tape tape;
    private final RunHash runHash;
    private final JournalCheck found;
    private long lastRow;
    private long firstBufferedRow;
    private long sequence;
    private long inputs;
    private long timeNanos;
    private boolean intentBuffered;
    private boolean closed;
    private String failure = "";
    private EngineProbe probe = new EngineProbe(new EngineTotals());
    private final JournalCommitEvent event = new JournalCommitEvent();
    private long bytesSinceCommit;
    private long committedRow;
    private int intents;

    private FileJournal(
            SegmentHeader header, SegmentWriter file, Tape tape, byte[] chain, RunHash runHash, JournalCheck found) {
        this.header = header;
        this.file = file;
        this.tape = tape;
        this.rows = new RowBuffer(chain);
        this.runHash = runHash;
        this.found = found;
    }

    /**
     * Begins a session in an empty folder and writes its first row, durably.
     *
     * @param session      the session's folder; made if missing
     * @param identity     whose it is: account and session, as one text that must match when it is opened again
     * @param createdNanos now
     * @param properties   what the session is started with
     * @throws JournalException if the folder holds a journal already or cannot be written
     */
    public static FileJournal create(
            Path session, String identity, long createdNanos, Map<String, String> properties) {
        return create(new SystemDisk(), session, identity, createdNanos, properties);
    }

    /** As {@link #create(Path, String, long, Map)}, on a disk. */
    public static FileJournal create(
            Disk disk, Path session, String identity, long createdNanos, Map<String, String> properties) {
        return create(disk, session, identity, createdNanos, properties, JournalLimits.DEFAULT);
    }

    static FileJournal create(
            Disk disk,
            Path session,
            String identity,
            long createdNanos,
            Map<String, String> properties,
            JournalLimits limits) {
        Path folder = session.resolve(SessionScan.JOURNAL_FOLDER);
        try {
            if (SegmentFiles.highestNumber(disk, folder, SegmentFiles.JOURNAL_SUFFIX) > 0) {
                throw new JournalException("There is a journal in " + session
                        + " already; nothing was changed. Resume that session or choose another folder.");
            }
            SegmentHeader header = new SegmentHeader(
                    SegmentHeader.JOURNAL, 1, 1, createdNanos, new byte[SegmentHeader.CHAIN_BYTES], identity);
            Tape tape = Tape.create(disk, session.resolve(SessionScan.TAPE_FOLDER), header, limits);
            SegmentWriter file =
                    SegmentWriter.create(disk, folder, SegmentFiles.JOURNAL_SUFFIX, header, limits.rollBytes());
            JournalCheck empty = new JournalCheck.Intact(0, 0, 0, new RunHash().value());
            FileJournal journal =
                    new FileJournal(header, file, tape, ChainHash.first(header), new RunHash(), empty);
            journal.start(createdNanos, properties);
            return journal;
        } catch (IOException e) {
            throw new JournalException(DiskTrouble.describe("begin the session", session, e), e);
        }
    }

    /**
     * Goes on with a session after its last good row; a torn tail is removed, see {@link #found()}.
     *
     * @throws JournalException if journal or tape are not {@linkplain JournalCheck#usable() usable}, in the words of the
     *     check, or cannot be written
     */
    public static FileJournal resume(Path session, String identity) {
        return resume(new SystemDisk(), session, identity);
    }

    /** As {@link #resume(Path, String)}, on a disk. */
    public static FileJournal resume(Disk disk, Path session, String identity) {
        return resume(disk, session, identity, JournalLimits.DEFAULT);
    }

    static FileJournal resume(Disk disk, Path session, String identity, JournalLimits limits) {
        try {
            return resume(disk, session, new SessionScan(disk, session, identity, SessionScan.Start.NEWEST, Long.MAX_VALUE), limits);
        } catch (IOException e) {
            throw new JournalException(DiskTrouble.describe("go on with the session", session, e), e);
        }
    }

    /** Goes on with a session that was just checked. */
    static FileJournal resume(Disk disk, Path session, SessionScan scan, JournalLimits limits) {
        if (!scan.check().usable()) {
            throw new JournalException(scan.check().message());
        }
        try {
            Path folder = session.resolve(SessionScan.JOURNAL_FOLDER);
            Tape tape = Tape.resume(
                    disk, session.resolve(SessionScan.TAPE_FOLDER), scan.header(), limits, scan.tapeEnd());
            cut(disk, folder, scan);
            SegmentWriter file = SegmentWriter.resume(
                    disk, folder, SegmentFiles.JOURNAL_SUFFIX, scan.header(), limits.rollBytes(), scan.keptEnd().file());
            RunHash runHash = new RunHash(scan.runHash().value());
            FileJournal journal =
                    new FileJournal(scan.header(), file, tape, scan.keptEnd().chain(), runHash, scan.check());
            journal.lastRow = scan.keptEnd().row();
            journal.firstBufferedRow = journal.lastRow + 1;
            journal.committedRow = journal.lastRow;
            journal.sequence = scan.lastSequence();
            journal.timeNanos = scan.lastNanos();
            journal.inputs = scan.inputs();
            scan.unannounced().forEach(journal::announce);
            return journal;
        } catch (IOException e) {
            throw new JournalException(DiskTrouble.describe("go on with the session", session, e), e);
        }
    }

    private static void cut(Disk disk, Path folder, SessionScan scan) throws IOException {
        Place end = scan.keptEnd();
        for (int number = scan.files(); number > end.file(); number--) {
            disk.delete(SegmentFiles.file(folder, number, SegmentFiles.JOURNAL_SUFFIX));
        }
        Path last = SegmentFiles.file(folder, end.file(), SegmentFiles.JOURNAL_SUFFIX);
        try (Disk.OpenFile open = disk.open(last)) {
            if (open.size() > end.offset()) {
                open.truncate(end.offset());
            }
            // What the killed process handed over without forcing it counts as durable from here on.
            open.force();
        }
    }

    private void start(long nowNanos, Map<String, String> properties) {
        firstBufferedRow = 1;
        int size = 16;
        for (Map.Entry<String, String> property : properties.entrySet()) {
            size += 3 * (property.getKey().length() + property.getValue().length()) + 10;
        }
        CommandCodec.putMap(begin(JournalCodec.SESSION, 0, nowNanos, size), properties);
        rows.end();
        commit();
    }

    /** From now on what is written is told to a probe; before the engine thread begins. */
    public void measure(EngineProbe told) {
        probe = told;
    }

    /** {@return what the session was like when it was opened; a new one is intact and empty} */
    public JournalCheck found() {
        return found;
    }

    /** {@return the number of the last input written, 0 before the first} */
    public long lastSequence() {
        return sequence;
    }

    @Override
    public void market(long sequence, long timeNanos, MarketEvent event) {
        requireUsable();
        if (tape.isFullFor(event)) {
            closeBlock();
        }
        tape.add(sequence, timeNanos, event);
        probe.marketEvent();
        inputs++;
        this.sequence = sequence;
        this.timeNanos = timeNanos;
    }

    private void closeBlock() {
        Tape.Closed block;
        try {
            drain();
            file.force();
            block = tape.closeBlock();
        } catch (IOException e) {
            throw fail(e);
        }
        announce(block);
    }

    private void announce(Tape.Closed block) {
        JournalCodec.putTapeBlock(
                begin(JournalCodec.TAPE_BLOCK, sequence, timeNanos, SMALL_PAYLOAD),
                block.block(),
                block.checksum(),
                block.firstSequence(),
                block.lastSequence(),
                block.events());
        rows.end();
    }

    @Override
    public void command(long sequence, long timeNanos, Command command) {
        // Every number takes 10 bytes at most, every character 3; the text holds both with their names.
        int size = SMALL_PAYLOAD + 3 * command.toString().length();
        CommandCodec.put(begin(JournalCodec.COMMAND, sequence, timeNanos, size), command);
        rows.end();
        inputs++;
        probe.command();
        runHash.command(timeNanos, command);
    }

    @Override
    public void timer(long sequence, long timeNanos, long timerId) {
        Fields.putNumber(begin(JournalCodec.TIMER, sequence, timeNanos, SMALL_PAYLOAD), timerId);
        rows.end();
        inputs++;
        probe.timer();
        runHash.timer(timeNanos, timerId);
    }

    @Override
    public void report(long sequence, long timeNanos, VenueReport report) {
        JournalCodec.putReport(begin(JournalCodec.REPORT, sequence, timeNanos, SMALL_PAYLOAD), report);
        rows.end();
        inputs++;
        probe.report(report.kind());
        runHash.report(timeNanos, report);
    }

    @Override
    public void submitIntent(long sequence, long timeNanos, OrderRequest request) {
        JournalCodec.putRequest(begin(JournalCodec.SUBMIT, sequence, timeNanos, SMALL_PAYLOAD), request);
        rows.end();
        intended();
        probe.submit();
        runHash.submit(timeNanos, request);
    }

    @Override
    public void amendIntent(long sequence, long timeNanos, OrderRequest request) {
        JournalCodec.putRequest(begin(JournalCodec.AMEND, sequence, timeNanos, SMALL_PAYLOAD), request);
        rows.end();
        intended();
        probe.amend();
        runHash.amend(timeNanos, request);
    }

    @Override
    public void cancelIntent(long sequence, long timeNanos, long clientOrderId) {
        Fields.putNumber(begin(JournalCodec.CANCEL, sequence, timeNanos, SMALL_PAYLOAD), clientOrderId);
        rows.end();
        intended();
        probe.cancel();
        runHash.cancel(timeNanos, clientOrderId);
    }

    @Override
    public void decision(long sequence, long timeNanos, int bot, Reason reason, long first, long second) {
        ByteBuffer target = begin(JournalCodec.DECISION, sequence, timeNanos, SMALL_PAYLOAD);
        JournalCodec.putDecision(target, bot, reason, first, second);
        rows.end();
        probe.decision(reason);
    }

    private void intended() {
        intentBuffered = true;
        intents++;
    }

    private ByteBuffer begin(byte kind, long newSequence, long newTimeNanos, int payload) {
        requireUsable();
        if (payload > RowBuffer.MAX_PAYLOAD) {
            throw new IllegalArgumentException("a command of about " + payload + " bytes is too long, the limit is "
                    + RowBuffer.MAX_PAYLOAD + "; it was not accepted");
        }
        if (!rows.hasRoomFor(payload)) {
            try {
                drain();
            } catch (IOException e) {
                throw fail(e);
            }
        }
        sequence = newSequence;
        timeNanos = newTimeNanos;
        lastRow++;
        return rows.begin(lastRow, newSequence, newTimeNanos, kind);
    }

    /** Writes what is in memory: the tape first, durably where an intent follows it. */
    private void drain() throws IOException {
        tape.write();
        if (rows.isEmpty()) {
            return;
        }
        if (intentBuffered) {
            tape.force();
            // so that a hole before an intent can only be damage, never a write that was lost
            file.force();
        }
        ByteBuffer written = rows.rows();
        int bytes = written.remaining();
        file.append(written, firstBufferedRow, rows.chainBefore());
        rows.clear();
        bytesSinceCommit += bytes;
        probe.written(lastRow - firstBufferedRow + 1, bytes);
        firstBufferedRow = lastRow + 1;
        intentBuffered = false;
    }

    @Override
    public void flush() {
        requireUsable();
        try {
            drain();
        } catch (IOException e) {
            throw fail(e);
        }
    }

    @Override
    public void commit() {
        requireUsable();
        event.begin();
        long began = System.nanoTime();
        try {
            drain();
            tape.force();
            file.force();
        } catch (IOException e) {
            throw fail(e);
        }
        long now = System.nanoTime();
        probe.committed(intents, now - began, now);
        event.end();
        if (event.shouldCommit()) {
            event.rows = lastRow - committedRow;
            event.size = bytesSinceCommit;
            event.intents = intents;
            event.commit();
        }
        committedRow = lastRow;
        bytesSinceCommit = 0;
        intents = 0;
    }

    /**
     * Commits, and says where the session stands now, for a state that is saved between two inputs.
     *
     * @throws JournalException if the disk fails; the session has to halt
     */
    public SnapshotMark mark() {
        commit();
        return new SnapshotMark(
                header.identity(),
                header.createdNanos(),
                lastRow,
                sequence,
                timeNanos,
                inputs,
                runHash.value(),
                tape.block(),
                tape.events(),
                rows.chainBefore().clone());
    }

    private void requireUsable() {
        if (!failure.isEmpty()) {
            throw new JournalException(failure);
        }
        if (closed) {
            throw new JournalException("The journal is closed; the session has ended.");
        }
    }

    private JournalException fail(IOException cause) {
        failure = DiskTrouble.describe("write the journal", file.path(), cause);
        return new JournalException(failure, cause);
    }

    @Override
    public long lastRow() {
        return lastRow;
    }

    @Override
    public long runHash() {
        return runHash.value();
    }

    /** Commits and closes; a journal that failed before is closed as it is. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        try {
            if (failure.isEmpty()) {
                commit();
            }
        } finally {
            closed = true;
            closeFiles();
        }
    }

    private void closeFiles() {
        try (SegmentWriter rowsFile = file;
                Tape marketFile = tape) {
            closed = true;
        } catch (IOException e) {
            throw fail(e);
        }
    }
}
