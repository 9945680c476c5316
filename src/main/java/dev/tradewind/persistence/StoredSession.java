package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.JournalException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session as it was found on the disk, checked in one pass: its journal and tape, the saved state it starts from, and what
 * comes after that. To go on with it: take over {@link #state()}, open it for writing with {@link #resume()}, then step the
 * engine with {@link #inputs()} while {@link #rows()} tell what it must write. Owned by one thread.
 */
public final class StoredSession {

    private final Disk disk;
    private final Path folder;
    private final SessionScan scan;

    private StoredSession(
            Disk disk, Path folder, @Nullable String identity, SessionScan.Start start, long noLaterThanRow) {
        this.disk = disk;
        this.folder = folder;
        try {
            this.scan = new SessionScan(disk, folder, identity, start, noLaterThanRow);
        } catch (IOException e) {
            throw JournalReader.unreadable(folder, e);
        }
    }

    /**
     * Checks a session that is to start from its newest saved state that can be used, or from its beginning if there is
     * none. Rows before that state are checked without being read: lengths, checksums, numbers and the chain.
     *
     * @param identity whose it must be: account and session
     * @throws JournalException if the files cannot be read at all
     */
    public static StoredSession newest(Disk disk, Path folder, String identity) {
        return newest(disk, folder, identity, Long.MAX_VALUE);
    }

    /** As above, for a session that could not take over a later state than the one behind a row. */
    public static StoredSession newest(Disk disk, Path folder, String identity, long noLaterThanRow) {
        return new StoredSession(disk, folder, identity, SessionScan.Start.NEWEST, noLaterThanRow);
    }

    /** As {@link #newest(Disk, Path, String)}, in the system's files. */
    public static StoredSession newest(Path folder, String identity) {
        return newest(new SystemDisk(), folder, identity);
    }

    /** {@return the session checked again, to start from an older state than it did, or from its beginning} */
    public StoredSession older() {
        return newest(disk, folder, scan.header().identity(), startRow() - 1);
    }

    /**
     * Checks a session that is to be lived through as far as its tape reaches back: from its beginning, or from the oldest
     * saved state where the tape's beginning was dropped. All rows are read.
     *
     * @throws JournalException if the files cannot be read at all
     */
    public static StoredSession earliest(Disk disk, Path folder) {
        return new StoredSession(disk, folder, null, SessionScan.Start.EARLIEST, Long.MAX_VALUE);
    }

    /** As above, and demands that it belongs to {@code identity}. */
    public static StoredSession earliest(Disk disk, Path folder, String identity) {
        return new StoredSession(disk, folder, identity, SessionScan.Start.EARLIEST, Long.MAX_VALUE);
    }

    /** As {@link #earliest(Disk, Path)}, in the system's files. */
    public static StoredSession earliest(Path folder) {
        return earliest(new SystemDisk(), folder);
    }

    /**
     * Checks a session that is to be lived through from its first input; one whose tape's beginning was dropped is damaged
     * for that.
     *
     * @throws JournalException if the files cannot be read at all
     */
    public static StoredSession beginning(Disk disk, Path folder) {
        return new StoredSession(disk, folder, null, SessionScan.Start.BEGINNING, 0);
    }

    /** {@return what journal and tape are} */
    public JournalCheck check() {
        return scan.check();
    }

    /** {@return what each of the saved states is, as far as they were looked at} */
    public List<SnapshotCheck> snapshots() {
        return scan.snapshots();
    }

    /** {@return the state to take over before anything else; empty to start from the beginning} */
    public Optional<SavedState> state() {
        return Optional.ofNullable(scan.from());
    }

    /** {@return the input behind which the session starts, 0 for its beginning} */
    public long startSequence() {
        return state().map(saved -> saved.mark().sequence()).orElse(0L);
    }

    /** {@return the row behind which the session starts, 0 for its beginning} */
    public long startRow() {
        return state().map(saved -> saved.mark().row()).orElse(0L);
    }

    /** {@return market events before the input behind which the session starts} */
    public long startEvents() {
        return scan.startEvents();
    }

    /** {@return the last input, 0 if there is none} */
    public long lastSequence() {
        return scan.lastSequence();
    }

    /**
     * {@return the rows behind the state}
     *
     * @throws JournalException if the session is not {@linkplain JournalCheck#usable() usable}, in the words of the check
     */
    public JournalReader rows() {
        requireUsable();
        return rows(scan.startPlace());
    }

    /** {@return all rows from the first on, also where the session starts from a state} */
    JournalReader allRows() {
        requireUsable();
        return rows(scan.beginning());
    }

    private JournalReader rows(Place from) {
        try {
            return JournalReader.of(disk, folder, scan, from);
        } catch (IOException e) {
            throw JournalReader.unreadable(folder, e);
        }
    }

    /**
     * {@return the inputs behind the state, from journal and tape}
     *
     * @throws JournalException if the session is not {@linkplain JournalCheck#usable() usable}, in the words of the check
     */
    public Recording inputs() {
        requireUsable();
        try {
            return Recording.of(disk, folder, scan);
        } catch (IOException e) {
            throw JournalReader.unreadable(folder, e);
        }
    }

    /**
     * Opens the session for writing after its last good row; a torn tail is removed.
     *
     * @throws JournalException if the session is not {@linkplain JournalCheck#usable() usable}, in the words of the check,
     *     or cannot be written
     */
    public FileJournal resume() {
        return resume(JournalLimits.DEFAULT);
    }

    FileJournal resume(JournalLimits limits) {
        return FileJournal.resume(disk, folder, scan, limits);
    }

    Disk disk() {
        return disk;
    }

    /** {@return where it is} */
    public Path folder() {
        return folder;
    }

    /** {@return where the states stand that can be used, the newest first} */
    List<SnapshotMark> usableMarks() {
        return scan.usableMarks();
    }

    private void requireUsable() {
        if (!scan.check().usable()) {
            throw new JournalException(scan.check().message());
        }
    }
}
