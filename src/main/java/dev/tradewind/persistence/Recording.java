package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.kernel.RecordedInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * All inputs of a session, from journal and tape, in the order the engine took them: what recovery and replay step an
 * engine with. Checked in full before the first is handed out; a torn tail is left out. Goes through once; owned by one
 * thread.
 */
public final class Recording implements Iterator<RecordedInput> {

    private final Path session;
    private final InputMerge merge;
    private final JournalCheck check;
    private final long lastSequence;
    private long left;

    private Recording(Path session, InputMerge merge, JournalCheck check, long lastSequence, long inputs) {
        this.session = session;
        this.merge = merge;
        this.check = check;
        this.lastSequence = lastSequence;
        this.left = inputs;
    }

    /**
     * Checks a session and opens its inputs.
     *
     * @throws JournalException if it is not {@linkplain JournalCheck#usable() usable}, in the words of the check
     */
    public static Recording open(Path session) {
        return open(new SystemDisk(), session);
    }

    /** As {@link #open(Path)}, on a disk. */
    public static Recording open(Disk disk, Path session) {
        return StoredSession.beginning(disk, session).inputs();
    }

    /** The inputs behind the place the scan starts from. */
    static Recording of(Disk disk, Path session, SessionScan scan) throws IOException {
        SavedState from = scan.from();
        long after = from == null ? 0 : from.mark().sequence();
        long left = scan.inputs() - (from == null ? 0 : from.mark().inputs());
        // opening the session for writing may have moved events since, where its tail was torn
        TapeScan tape = scan.check() instanceof JournalCheck.Intact
                ? scan.tape()
                : new TapeScan(disk, session.resolve(SessionScan.TAPE_FOLDER), scan.header());
        if (from != null) {
            tape.moveBehind(from.mark().block(), after);
        }
        JournalScan rows = new JournalScan(
                disk,
                session.resolve(SessionScan.JOURNAL_FOLDER),
                scan.header(),
                scan.startPlace(),
                scan.keptEnd().row());
        InputMerge merge = new InputMerge(rows, tape, after, row -> {});
        return new Recording(session, merge, scan.check(), scan.lastSequence(), left);
    }

    /** {@return the outcome of the check} */
    public JournalCheck check() {
        return check;
    }

    /** {@return the number of the last input, 0 if there is none} */
    public long lastSequence() {
        return lastSequence;
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public RecordedInput next() {
        if (left == 0) {
            throw new NoSuchElementException("the recording is over");
        }
        try {
            RecordedInput input = merge.next();
            if (input == null) {
                throw new JournalException("The session in " + session + " changed while it was read; read it again.");
            }
            left--;
            return input;
        } catch (IOException e) {
            throw JournalReader.unreadable(session, e);
        }
    }
}
