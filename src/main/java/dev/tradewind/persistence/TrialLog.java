package dev.tradewind.persistence;

import dev.tradewind.optimise.Trial;
import dev.tradewind.optimise.TrialLedger;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The trial ledger in a folder: for each data set a file of rows that only grows ({@code CHECKSUM.log}) and a table of
 * which trials it holds ({@code CHECKSUM.seen}), made again from the rows where it is lost. Independent of the
 * database, so that a backtest pays a millisecond for it. Several processes may use a folder at once: whoever writes
 * holds {@code lock} for as long.
 */
public final class TrialLog implements TrialLedger {

    private static final int ROWS_AT_ONCE = 4_096;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Path folder;

    /**
     * @param folder where the files are or will be; made when the first trial is added
     */
    public TrialLog(Path folder) {
        this.folder = folder;
    }

    /** {@return the ledger of a data folder} */
    public static TrialLog in(Path dataFolder) {
        return new TrialLog(dataFolder.resolve("trials"));
    }

    /** Work on the files of one data set while nobody else works on any. */
    @FunctionalInterface
    private interface Work<T> {
        T run(FileChannel rows, TrialTable table) throws IOException;
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if the folder cannot be read or written
     */
    @Override
    public long count(long dataChecksum) {
        Path log = file(dataChecksum, ".log");
        if (!Files.exists(log)) {
            return 0;
        }
        try {
            // as a rule the table covers every row, and nobody has to be waited for
            OptionalLong known = TrialTable.countOf(file(dataChecksum, ".seen"), Files.size(log));
            return known.isPresent() ? known.getAsLong() : alone(dataChecksum, (rows, table) -> table.count());
        } catch (IOException e) {
            throw trouble("read", e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if the folder cannot be written; rows written before stay, a part of one does not count
     */
    @Override
    public void add(long dataChecksum, long searchId, List<Trial> trials) {
        if (trials.isEmpty()) {
            return;
        }
        alone(dataChecksum, (rows, table) -> {
            for (int from = 0; from < trials.size(); from += ROWS_AT_ONCE) {
                append(rows, table, searchId, trials.subList(from, Math.min(trials.size(), from + ROWS_AT_ONCE)));
            }
            return table.count();
        });
    }

    private static void append(FileChannel rows, TrialTable table, long searchId, List<Trial> trials)
            throws IOException {
        long distinct = table.count();
        int most = 0;
        for (Trial trial : trials) {
            most += TrialRow.most(trial);
        }
        ByteBuffer bytes = ByteBuffer.allocate(most);
        Set<Long> added = new LinkedHashSet<>();
        for (Trial trial : trials) {
            long hash = TrialRow.hash(trial);
            boolean fresh = trial.ran() && !table.contains(hash) && added.add(hash);
            if (searchId == BY_HAND && !fresh) {
                continue;
            }
            distinct += fresh ? 1 : 0;
            int start = bytes.position();
            bytes.position(start + Frames.OVERHEAD);
            new TrialRow(searchId, distinct, trial).write(bytes);
            Frames.seal(bytes, start);
        }
        if (bytes.position() == 0) {
            return;
        }
        bytes.flip();
        // what lies behind the last row is the rest of one that was never finished
        rows.truncate(table.covered());
        rows.position(table.covered());
        while (bytes.hasRemaining()) {
            rows.write(bytes);
        }
        rows.force(false);
        // only now: what the table knows has a row, even if the process ends here
        for (long hash : added) {
            table.add(hash);
        }
        table.cover(rows.position(), distinct);
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if the folder cannot be read
     */
    @Override
    public void finished(long dataChecksum, long searchId, Consumer<Trial> each) {
        Path file = file(dataChecksum, ".log");
        if (!Files.exists(file)) {
            return;
        }
        // rows only ever come behind those there are, so nobody has to wait for this
        try (FileChannel rows = FileChannel.open(file, StandardOpenOption.READ)) {
            TrialScan scan = new TrialScan(rows, 0);
            while (scan.next()) {
                TrialRow row = scan.row();
                if (row.searchId() == searchId) {
                    each.accept(row.trial());
                }
            }
        } catch (IOException e) {
            throw trouble("read", e);
        }
    }

    private Path file(long dataChecksum, String suffix) {
        return folder.resolve(HexFormat.of().toHexDigits(dataChecksum) + suffix);
    }

    private synchronized <T> T alone(long dataChecksum, Work<T> work) {
        try {
            new SystemDisk().createFolder(folder);
            try (FileChannel lock = open(folder.resolve("lock"));
                    FileLock held = taken(lock);
                    FileChannel rows = open(file(dataChecksum, ".log"));
                    TrialTable table = TrialTable.open(file(dataChecksum, ".seen"))) {
                catchUp(rows, table);
                return work.run(rows, table);
            }
        } catch (IOException e) {
            throw trouble("written down", e);
        }
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(
                path,
                Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE),
                SystemDisk.ownerOnly(path, "rw-------"));
    }

    private FileLock taken(FileChannel channel) throws IOException {
        long began = System.nanoTime();
        while (true) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException another) {
                // another ledger of this process, which is done as soon as another process would be
            }
            if (System.nanoTime() - began > PATIENCE_NANOS) {
                throw new IOException("another process has held " + folder.resolve("lock") + " for "
                        + TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NANOS) + " seconds");
            }
            LockSupport.parkNanos(NAP_NANOS);
        }
    }

    /** Takes up rows the table does not know: those of a process that ended between the two. */
    private static void catchUp(FileChannel rows, TrialTable table) throws IOException {
        long size = rows.size();
        if (table.covered() > size) {
            table.clear();
        }
        if (table.covered() == size) {
            return;
        }
        TrialScan scan = new TrialScan(rows, table.covered());
        long distinct = table.count();
        while (scan.next()) {
            TrialRow row = scan.row();
            if (row.trial().ran()) {
                table.add(TrialRow.hash(row.trial()));
            }
            distinct = Math.max(distinct, row.distinct());
        }
        if (scan.end() != table.covered()) {
            table.cover(scan.end(), distinct);
        }
    }

    /** @param done what could not be done with the trials, {@code read} for instance */
    private StorageException trouble(String done, IOException cause) {
        return new StorageException(
                "the trials in " + folder + " cannot be " + done + " (" + cause
                        + "); make the folder writable for you, or choose another with --data-dir",
                cause);
    }
}
