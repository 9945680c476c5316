package dev.tradewind.app.archive;

import dev.tradewind.kernel.VirtualClock;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.FileJournal;
import dev.tradewind.persistence.SystemDisk;
import dev.tradewind.persistence.VaultFile;
import dev.tradewind.settings.Preferences;
import dev.tradewind.settings.SettingTable;
import dev.tradewind.vault.KdfCost;
import dev.tradewind.vault.Opening;
import dev.tradewind.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small data folder with backups of it, and a clock that stands. */
final class ArchiveFixture implements SettingTable {

    static final String PASSPHRASE = "seven quiet herons over the weir";
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    final Path folder;
    final VirtualClock clock = new VirtualClock(NOON.getEpochSecond() * 1_000_000_000L);
    final List<String> trail = new ArrayList<>();
    final Map<String, String> settings = new TreeMap<>();
    final ArchiveParts parts;

    ArchiveFixture(Path folder) {
        this.folder = folder;
        AuditTrail audit = entry -> {
            synchronized (trail) {
                trail.add(said(entry));
            }
        };
        parts = new ArchiveParts(folder, "1.2.3", this, audit, clock, (on, progress) -> List.of());
    }

    private static String said(AuditEntry entry) {
        return entry.actor() + " " + entry.action();
    }

    /** Fills the folder: a database with settings, a session's journal, an audit file, a log of trials. */
    ArchiveFixture filled() throws IOException {
        Files.createDirectories(folder.resolve("trials"));
        try (Database database = Database.open(folder)) {
            database.settings().save(new Preferences(true, false, 150));
        }
        FileJournal.create(folder.resolve("sessions/1"), "paper/1", 1_000, Map.of("number", "1")).close();
        Files.writeString(folder.resolve("trials/0a.log"), "rows of trials\n".repeat(50_000));
        return this;
    }

    /** Makes a vault whose passphrase is {@link #PASSPHRASE}. */
    ArchiveFixture guarded() throws IOException {
        Vault.create(
                        new VaultFile(new SystemDisk(), folder), InstantSource.system(),
                        Opening.Factors.of(PASSPHRASE.toCharArray()), "water birds", KdfCost.LEAST)
                .close();
        return this;
    }

    void advanceSeconds(long seconds) {
        clock.advanceTo(clock.nowNanos() + seconds * 1_000_000_000L);
    }

    /** {@return every file below a folder with its content} */
    static Map<String, List<Byte>> content(Path folder) throws IOException {
        Map<String, List<Byte>> found = new TreeMap<>();
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                List<Byte> bytes = new ArrayList<>();
                for (byte each : Files.readAllBytes(file)) {
                    bytes.add(each);
                }
                found.put(folder.relativize(file).toString(), bytes);
            }
        }
        return found;
    }

    @Override
    public synchronized Map<String, String> values(String prefix) {
        Map<String, String> found = new TreeMap<>(settings);
        found.keySet().removeIf(name -> !name.startsWith(prefix));
        return found;
    }

    @Override
    public synchronized void put(Map<String, String> values) {
        settings.putAll(values);
    }
}
