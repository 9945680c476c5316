package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest two states of a session beside its journal, and drops the tape's beginning where it may go. The engine
 * only hands the bytes over; packing, checksum and disk are the business of a thread of this class. What cannot be written
 * is said in the log and costs the next start time, nothing else. {@link #write} and {@link #close} are called on one
 * thread.
 */
public final class Snapshots implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final int KEPT = 2;
    private static final long CLOSE_SECONDS = 60;

    private final Disk disk;
    private final Path session;
    private final TapeRetention retention;
    private final List<SnapshotMark> kept;
    private final @Nullable ThreadPoolExecutor background;
    private volatile Consumer<SnapshotMark> listener = mark -> {};
    private volatile String trouble = "";

    private Snapshots(Disk disk, Path session, List<SnapshotMark> known, TapeKeep keep, boolean inBackground) {
        this.disk = disk;
        this.session = session;
        this.retention = new TapeRetention(disk, session, keep);
        this.kept = new ArrayList<>(known);
        this.background = inBackground
                ? new ThreadPoolExecutor(
                        1, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>(),
                        Thread.ofPlatform().name("tradewind-snapshots").daemon().factory())
                : null;
    }

    /** For a session that has just begun. Writes on a thread of its own. */
    public static Snapshots begin(Disk disk, Path session, TapeKeep keep) {
        return new Snapshots(disk, session, List.of(), keep, true);
    }

    /** For a session that goes on. Writes on a thread of its own. */
    public static Snapshots goOn(StoredSession session, TapeKeep keep) {
        return new Snapshots(session.disk(), session.folder(), session.usableMarks(), keep, true);
    }

    /** For a session on a simulated disk that has just begun: writes before {@link #write} returns, on its thread. */
    public static Snapshots beginAtOnce(Disk disk, Path session, TapeKeep keep) {
        return new Snapshots(disk, session, List.of(), keep, false);
    }

    /** For a session on a simulated disk that goes on: writes before {@link #write} returns, on its thread. */
    public static Snapshots goOnAtOnce(StoredSession session, TapeKeep keep) {
        return new Snapshots(session.disk(), session.folder(), session.usableMarks(), keep, false);
    }

    /**
     * Tells where a state was taken, on the thread that writes it and behind it: rows up to there are durable. Not of the
     * state a session ends with.
     */
    public Snapshots telling(Consumer<SnapshotMark> to) {
        listener = to;
        return this;
    }

    /**
     * Takes a state to be written. Returns at once.
     *
     * @param mark  where the session stood, from {@link FileJournal#mark()}
     * @param state the session's state there; not to be changed any more
     * @return false if the state before is still being written; this one is not taken then
     */
    public boolean write(SnapshotMark mark, byte[] state) {
        if (background == null) {
            save(mark, state);
            listener.accept(mark);
            return true;
        }
        try {
            background.execute(() -> {
                save(mark, state);
                listener.accept(mark);
            });
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** {@return whether a state would be taken now; one that is still being written has to be waited for} */
    public boolean free() {
        return background == null || background.getActiveCount() == 0;
    }

    private void save(SnapshotMark mark, byte[] state) {
        StateSavedEvent event = new StateSavedEvent();
        event.begin();
        keep(mark, state);
        event.end();
        if (event.shouldCommit()) {
            event.row = mark.row();
            event.size = state.length;
            event.written = trouble.isEmpty();
            event.commit();
        }
    }

    private void keep(SnapshotMark mark, byte[] state) {
        try {
            Path file = SnapshotFile.path(session, mark.row());
            disk.createFolder(session.resolve(SnapshotFile.FOLDER));
            disk.replace(file, SnapshotFile.encode(mark, state));
            kept.removeIf(other -> other.row() >= mark.row());
            kept.addFirst(mark);
            while (kept.size() > KEPT) {
                kept.removeLast();
            }
            deleteOthers();
            if (kept.size() == KEPT) {
                int dropped = retention.drop(kept.getLast(), mark.timeNanos());
                if (dropped > 0) {
                    LOG.info("Dropped {} of the oldest tape files of {}", dropped, session);
                }
            }
            trouble = "";
        } catch (IOException | RuntimeException e) {
            trouble = "The session's state after row " + mark.row() + " was not saved in " + session + " ("
                    + e.getMessage() + "). The session goes on; its next start takes longer.";
            LOG.warn(trouble);
        }
    }

    private void deleteOthers() throws IOException {
        Set<String> names = kept.stream()
                .map(mark -> SnapshotFile.path(session, mark.row()).getFileName().toString())
                .collect(Collectors.toSet());
        for (String name : SnapshotFile.names(disk, session)) {
            if (!names.contains(name)) {
                disk.delete(session.resolve(SnapshotFile.FOLDER).resolve(name));
            }
        }
    }

    /**
     * Writes the state a session ends with, after the one that is being written; then nothing is taken any more. Returns once
     * it is written, or says in {@link #trouble} that it is not.
     *
     * @param mark  where the session stood, from {@link FileJournal#mark()}
     * @param state the session's state there
     */
    public void end(SnapshotMark mark, byte[] state) {
        close();
        if (background == null || background.isTerminated()) {
            save(mark, state);
        } else {
            trouble = "The session's last state was not saved in " + session
                    + ", since the one before it is still being written. Its next start takes longer.";
            LOG.warn(trouble);
        }
    }

    /** {@return why the last state was not written, in words; empty if it was} */
    public String trouble() {
        return trouble;
    }

    /** Waits for the state that is being written. */
    @Override
    public void close() {
        if (background == null) {
            return;
        }
        background.shutdown();
        try {
            if (!background.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The session's state is still being written to {}; it is left to itself.", session);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
