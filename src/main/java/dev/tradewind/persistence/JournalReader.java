package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.JournalEntry;
import dev.tradewind.kernel.JournalException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a session's journal from the first on, after all of it was checked. A torn tail is left out. Reads
 * files only; owned by one thread. A session that is being written can be read as far as it was flushed.
 */
public final class JournalReader {

    /** A tape file with nothing but its header is smaller than this. */
    private static final long MOST_HEADER_BYTES = 256;

    private final Path session;
    private final JournalScan rows;
    private final JournalCheck check;
    private final long keptRows;

    private JournalReader(Path session, JournalScan rows, JournalCheck check, long keptRows) {
        this.session = session;
        this.rows = rows;
        this.check = check;
        this.keptRows = keptRows;
    }

    /**
     * {@return what journal and tape in a session's folder are}
     *
     * @throws JournalException if the files cannot be read at all
     */
    public static JournalCheck check(Path session) {
        return check(new SystemDisk(), session);
    }

    /** As {@link #check(Path)}, on a disk. */
    public static JournalCheck check(Disk disk, Path session) {
        return StoredSession.earliest(disk, session).check();
    }

    /** As {@link #check(Path)}, and demands that they belong to {@code identity}. */
    public static JournalCheck check(Path session, String identity) {
        return check(new SystemDisk(), session, identity);
    }

    /** As {@link #check(Path, String)}, on a disk. */
    public static JournalCheck check(Disk disk, Path session, String identity) {
        return StoredSession.earliest(disk, session, identity).check();
    }

    static JournalException unreadable(Path session, IOException cause) {
        return new JournalException(DiskTrouble.describe("read the journal", session, cause), cause);
    }

    /**
     * Checks a session and opens it.
     *
     * @throws JournalException if it is not {@linkplain JournalCheck#usable() usable}, in the words of the check
     */
    public static JournalReader open(Path session) {
        return open(new SystemDisk(), session);
    }

    /** As {@link #open(Path)}, on a disk. */
    public static JournalReader open(Disk disk, Path session) {
        return StoredSession.earliest(disk, session).allRows();
    }

    /** The rows behind a place of a session that was checked. */
    static JournalReader of(Disk disk, Path session, SessionScan scan, Place from) throws IOException {
        long lastRow = scan.keptEnd().row();
        JournalScan rows =
                new JournalScan(disk, session.resolve(SessionScan.JOURNAL_FOLDER), scan.header(), from, lastRow);
        return new JournalReader(session, rows, scan.check(), lastRow);
    }

    /**
     * {@return what a session was started with, without checking more than the first row}
     *
     * @throws JournalException if there is no readable first row
     */
    public static Map<String, String> properties(Path session) {
        return properties(new SystemDisk(), session);
    }

    /** As {@link #properties(Path)}, on a disk. */
    public static Map<String, String> properties(Disk disk, Path session) {
        try {
            JournalScan rows = new JournalScan(disk, session.resolve(SessionScan.JOURNAL_FOLDER));
            if (rows.next() && rows.entry() instanceof JournalEntry.SessionStarted started) {
                return started.properties();
            }
            JournalCheck failure = rows.failure();
            throw new JournalException(
                    failure != null ? failure.message() : "The session in " + session + " was never started.");
        } catch (IOException e) {
            throw unreadable(session, e);
        }
    }

    /**
     * {@return whether a session ever began in a folder: not where a crash or a full disk ended it before its first row was
     * whole. Where there are events on the tape it did begin, however little is left of its journal}
     *
     * @throws JournalException if the files cannot be read at all
     */
    public static boolean begun(Path session) {
        return begun(new SystemDisk(), session);
    }

    /** As {@link #begun(Path)}, on a disk. */
    public static boolean begun(Disk disk, Path session) {
        Path journal = session.resolve(SessionScan.JOURNAL_FOLDER);
        try {
            if (SegmentFiles.highestNumber(disk, journal, SegmentFiles.JOURNAL_SUFFIX) > 0) {
                JournalScan rows = new JournalScan(disk, journal);
                return rows.next() || rows.failure() != null || tapeHoldsEvents(disk, session);
            }
            return tapeHoldsEvents(disk, session);
        } catch (IOException e) {
            throw unreadable(session, e);
        }
    }

    private static boolean tapeHoldsEvents(Disk disk, Path session) throws IOException {
        Path tape = session.resolve(SessionScan.TAPE_FOLDER);
        if (!disk.isFolder(tape)) {
            return false;
        }
        for (String file : disk.list(tape)) {
            if (disk.size(tape.resolve(file)) > MOST_HEADER_BYTES) {
                return true;
            }
        }
        return false;
    }

    /** {@return the outcome of the check} */
    public JournalCheck check() {
        return check;
    }

    /** {@return the next row, or null after the last} */
    public @Nullable JournalEntry next() {
        try {
            if (rows.row() < keptRows && rows.next()) {
                return rows.entry();
            }
        } catch (IOException e) {
            throw unreadable(session, e);
        }
        if (rows.row() < keptRows) {
            throw new JournalException("The journal in " + session + " changed while it was read; read it again.");
        }
        return null;
    }
}
