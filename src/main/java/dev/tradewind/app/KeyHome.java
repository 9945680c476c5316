package dev.tradewind.app;

import dev.tradewind.app.custody.AccountsDesk;
import dev.tradewind.app.custody.Custody;
import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.kernel.Clock;
import dev.tradewind.kernel.SystemClock;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.persistence.AuditLog;
import dev.tradewind.persistence.DataFolder;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.StorageException;
import dev.tradewind.persistence.SystemDisk;
import dev.tradewind.persistence.VaultFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The keys of a data folder, taken for this process, for what needs no session: the command line. */
public final class KeyHome implements AutoCloseable {

    private final DataFolder folder;
    private final Database database;
    private final AuditLog audit;
    private final Custody custody;

    private KeyHome(DataFolder folder, Database database, AuditLog audit, Custody custody) {
        this.folder = folder;
        this.database = database;
        this.audit = audit;
        this.custody = custody;
    }

    /**
     * Takes the data folder, and makes it where there is none.
     *
     * @param chosen the folder asked for; the system's own place for programs' data if empty
     * @throws RefusedException in words for the user: taken by another process, not writable, full, damaged
     */
    public static KeyHome open(Optional<Path> chosen) {
        try {
            return over(DataFolder.open(DataHome.locate(chosen)));
        } catch (StorageException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** {@return whether there is a data folder; none is made} */
    public static boolean exists(Optional<Path> chosen) {
        return Files.exists(DataHome.locate(chosen).resolve(Database.FILE));
    }

    private static KeyHome over(DataFolder folder) {
        try {
            Database database = Database.open(folder.path());
            AuditLog audit = TrailFile.open(folder.path());
            return new KeyHome(folder, database, audit, custody(folder.path(), database, audit));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** {@return the keys of a data folder, sealed} */
    static Custody custody(Path folder, Database database, AuditTrail trail) {
        Clock clock = new SystemClock();
        return Custody.of(
                new VaultFile(new SystemDisk(), folder), database.accounts(), database.settings(), trail, clock,
                KeyChecks.all(clock));
    }

    /** {@return the folder} */
    public Path path() {
        return folder.path();
    }

    /** {@return passphrase, lock and seal} */
    public SecurityDesk security() {
        return custody.security();
    }

    /** {@return accounts and their keys} */
    public AccountsDesk accounts() {
        return custody.accounts();
    }

    /** Wipes the keys from memory, and lets other processes in. */
    @Override
    public void close() {
        custody.close();
        audit.close();
        database.close();
        folder.close();
    }
}
