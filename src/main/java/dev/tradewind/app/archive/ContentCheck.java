package dev.tradewind.app.archive;

import dev.tradewind.domain.Progress;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.persistence.AuditReader;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.JournalCheck;
import dev.tradewind.persistence.JournalReader;
import dev.tradewind.persistence.StorageException;
import dev.tradewind.persistence.TableCounts;
import dev.tradewind.persistence.VaultFile;
import dev.tradewind.persistence.SystemDisk;
import dev.tradewind.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at everything in a restored folder without starting from it: database, vault, journals, tapes, trail. */
final class ContentCheck {

    private final Path folder;
    private final BackupManifest manifest;
    private final List<StartTrial.Step> steps = new ArrayList<>();

    ContentCheck(Path folder, BackupManifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /** {@return what was found of everything} */
    List<StartTrial.Step> all(Progress progress) throws IOException {
        database();
        trail(progress);
        Path sessions = folder.resolve("sessions");
        if (Files.isDirectory(sessions)) {
            try (Stream<Path> all = Files.list(sessions)) {
                for (Path session : all.sorted().toList()) {
                    progress.at(0, 0);
                    session(session);
                }
            }
        }
        return steps;
    }

    /** {@return what was found of database and vault} */
    List<StartTrial.Step> database() {
        Path file = folder.resolve(Database.FILE);
        if (Files.isRegularFile(file)) {
            try {
                List<String> faults = TableCounts.faults(file);
                step(faults.isEmpty(), faults.isEmpty()
                        ? "the database is whole, schema " + TableCounts.schema(file)
                        : "the database is damaged: " + String.join("; ", faults));
                rows(TableCounts.of(file));
            } catch (StorageException e) {
                step(false, String.valueOf(e.getMessage()));
            }
        }
        if (Files.isRegularFile(folder.resolve(VaultFile.NAME))) {
            try (Vault vault = Vault.open(new VaultFile(new SystemDisk(), folder), InstantSource.system())) {
                step(true, "the vault's head is whole: " + vault.ids().size() + " secrets, sealed");
            } catch (IOException e) {
                step(false, "the vault cannot be read: " + e.getMessage());
            }
        }
        return steps;
    }

    private void rows(Map<String, Long> found) {
        long all = found.values().stream().mapToLong(Long::longValue).sum();
        step(found.equals(manifest.rows()), found.equals(manifest.rows())
                ? found.size() + " tables hold the " + all + " rows they had"
                : "the tables hold other rows than they had: " + found + ", had " + manifest.rows());
    }

    private void trail(Progress progress) {
        if (!Files.isDirectory(folder.resolve("audit"))) {
            return;
        }
        try {
            AuditReader.Found found = AuditReader.of(folder).check((row, head) -> {}, progress);
            step(found.whole(), "audit trail: " + found.message());
        } catch (AuditException e) {
            step(false, String.valueOf(e.getMessage()));
        }
    }

    private void session(Path session) {
        String name = "session " + session.getFileName() + ": ";
        try {
            if (!JournalReader.begun(session)) {
                step(true, name + "never began");
                return;
            }
            JournalCheck check = JournalReader.check(session);
            step(check.usable(), name + check.message());
        } catch (JournalException e) {
            step(false, name + e.getMessage());
        }
    }

    private void step(boolean passed, String words) {
        steps.add(new StartTrial.Step(passed, words));
    }
}
