package dev.tradewind.app;

import dev.tradewind.app.archive.MigrationBackup;
import dev.tradewind.kernel.SystemClock;
import dev.tradewind.persistence.AuditLog;
import dev.tradewind.persistence.DataFolder;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.StorageException;
import dev.tradewind.persistence.TableCounts;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the database of a data folder; before one of an earlier version is changed, the whole folder is backed up. */
final class FolderDatabase {

    private FolderDatabase() {}

    /**
     * {@return the database of a folder this process has taken}
     *
     * @throws StorageException in words, also if it could not be backed up; nothing was changed then
     */
    static Database ofTaken(Path folder) {
        MigrationBackup guard = new MigrationBackup(folder, DataHome.version(), new SystemClock());
        Database database = Database.open(folder, guard);
        if (guard.made()) {
            try (AuditLog trail = TrailFile.open(folder)) {
                guard.tell(trail);
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        }
        return database;
    }

    /**
     * {@return the database of a folder that another process may be working on: one of an earlier version is changed only if
     * none is}
     *
     * @throws StorageException in words
     */
    static Database ofShared(Path folder) {
        Path file = folder.resolve(Database.FILE);
        if (Files.exists(file) && TableCounts.schema(file) < Database.schema()) {
            try (DataFolder taken = DataFolder.open(folder)) {
                return ofTaken(taken.path());
            }
        }
        return Database.open(folder);
    }
}
