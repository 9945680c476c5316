package dev.tradewind.app.archive;

import dev.tradewind.app.archive.BackupDesk.BackupPlan;
import dev.tradewind.app.archive.BackupDesk.BackupRow;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.domain.Progress;
import dev.tradewind.kernel.Clock;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.StorageException;
import dev.tradewind.settings.SettingTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backs a data folder up before its database gets another form; where that cannot be done, the database stays as it is and
 * the program does not start. The folder must be taken by this process. Owned by one thread.
 */
public final class MigrationBackup implements Database.BeforeMigration {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationBackup.class);

    private final Path folder;
    private final String program;
    private final Clock clock;
    private Optional<BackupRow> made = Optional.empty();

    /** For a data folder that is about to be opened. */
    public MigrationBackup(Path folder, String program, Clock clock) {
        this.folder = folder;
        this.program = program;
        this.clock = clock;
    }

    @Override
    public void before(int schema, int newSchema, Map<String, String> settings) {
        Path usual = PlanStore.usualFolder(folder);
        BackupPlan plan = PlanStore.of(settings, usual);
        ArchiveParts parts = new ArchiveParts(
                folder, program, new Fixed(settings), AuditTrail.none(), clock, (on, progress) -> List.of());
        Making making = new Making(parts, new PlanStore(parts.settings(), folder));
        try {
            made = Optional.of(write(making, plan.folder(), usual, newSchema));
            LOG.info("Backed up to {} before the database gets form {}.", made.get().file(), newSchema);
        } catch (RefusedException e) {
            throw new StorageException("This version of Tradewind keeps its database in another form (" + newSchema + ", so far "
                    + schema + ") and backs it up before it changes it, which failed. Nothing was changed, and the version before"
                    + " still starts. " + e.getMessage(), e);
        }
    }

    /** A disk that is not connected must not keep the program from starting. */
    private static BackupRow write(Making making, Path wanted, Path usual, int newSchema) {
        try {
            return making.write(wanted, newSchema, Progress.NONE);
        } catch (RefusedException e) {
            if (wanted.equals(usual)) {
                throw e;
            }
            LOG.warn("{} It is made in {} instead.", e.getMessage(), usual);
            return making.write(usual, newSchema, Progress.NONE);
        }
    }

    /** {@return whether a backup was made} */
    public boolean made() {
        return made.isPresent();
    }

    /** Writes into the trail, which opens later, that a backup was made; does nothing where none was. */
    public void tell(AuditTrail trail) {
        made.ifPresent(row -> trail.record(new AuditEntry(
                Actor.PROGRAM, "backup.made", row.file().toString(), "", row.bytes() + " bytes, " + row.words())));
    }

    /** The settings as they stand in the database that is not open yet. */
    private record Fixed(Map<String, String> all) implements SettingTable {

        @Override
        public Map<String, String> values(String prefix) {
            return all;
        }

        @Override
        public void put(Map<String, String> values) {
            // nothing is kept before the database is open
        }
    }
}
