package dev.tradewind.app;

import dev.tradewind.hostile.Storage;
import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.Journal;
import dev.tradewind.persistence.FileJournal;
import dev.tradewind.persistence.JournalReader;
import dev.tradewind.persistence.Recording;
import java.nio.file.Path;
import java.util.Map;

/** Simulated worlds keep their sessions the way real ones do, on a disk of their own. */
public final class SimulationStorage implements Storage {

    private static final Path SESSION = Path.of("sessions", "1");
    private static final String IDENTITY = "simulation/1";

    @Override
    public Journal create(Disk disk, long nowNanos) {
        return FileJournal.create(disk, SESSION, IDENTITY, nowNanos, Map.of("simulation", "1"));
    }

    @Override
    public Kept resume(Disk disk) {
        FileJournal target = FileJournal.resume(disk, SESSION, IDENTITY);
        JournalReader rows = JournalReader.open(disk, SESSION);
        return new Kept(target, rows::next, Recording.open(disk, SESSION), target.lastSequence());
    }
}
