package dev.tradewind.app;

import dev.tradewind.app.archive.ArchiveDesk;
import dev.tradewind.app.archive.ArchiveParts;
import dev.tradewind.app.archive.BackupDesk;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.kernel.SystemClock;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.persistence.AuditLog;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.StorageException;
import dev.tradewind.settings.SettingTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The backups of a data folder for a single command. The folder is not taken, so a terminal may be trading on it; where there
 * is none, none is made, and backups can still be checked and restored. Any thread, one call at a time.
 */
public final class BackupShelf implements AutoCloseable {

    private final ArchiveDesk desk;
    private final List<AutoCloseable> open = new ArrayList<>();

    private BackupShelf(ArchiveDesk desk, List<AutoCloseable> open) {
        this.desk = desk;
        this.open.addAll(open);
    }

    /**
     * Opens what there is.
     *
     * @param dataDir the folder asked for; the system's own place for programs' data if empty
     * @param needed  whether there must be a data folder for what is to be done
     * @throws StartException in words, if there is none, or it cannot be read
     */
    public static BackupShelf open(Optional<Path> dataDir, boolean needed) throws StartException {
        Path folder = DataHome.locate(dataDir);
        boolean there = Files.exists(folder.resolve(Database.FILE));
        if (!there && needed) {
            throw new StartException("there is no data folder in " + folder + " yet; name one with --data-dir");
        }
        try {
            return there ? existing(folder) : new BackupShelf(desk(folder, new InMemory(), AuditTrail.none()), List.of());
        } catch (StorageException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    private static BackupShelf existing(Path folder) {
        Database database = FolderDatabase.ofShared(folder);
        try {
            AuditLog trail = TrailFile.open(folder);
            return new BackupShelf(desk(folder, database.settings(), trail), List.of(trail, database));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static ArchiveDesk desk(Path folder, SettingTable settings, AuditTrail trail) {
        return ArchiveDesk.once(new ArchiveParts(
                folder,
                DataHome.version(),
                settings,
                trail,
                new SystemClock(),
                new StartRehearsal(DesktopTerminal.installedRoots())));
    }

    /** {@return the backups; usable until this is closed} */
    public BackupDesk desk() {
        return desk;
    }

    /**
     * {@return what a file is, wherever it lies}
     *
     * @throws StartException if there is none, or it cannot be read
     */
    public BackupDesk.BackupRow look(Path file) throws StartException {
        try {
            return desk.look(file);
        } catch (RefusedException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        desk.close();
        for (AutoCloseable each : open) {
            close(each);
        }
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Settings of a command without a data folder. */
    private static final class InMemory implements SettingTable {

        private final Map<String, String> all = new TreeMap<>();

        @Override
        public synchronized Map<String, String> values(String prefix) {
            Map<String, String> found = new TreeMap<>(all);
            found.keySet().removeIf(name -> !name.startsWith(prefix));
            return found;
        }

        @Override
        public synchronized void put(Map<String, String> values) {
            all.putAll(values);
        }
    }
}
