package dev.tradewind.hostile;

import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.JournalEntry;
import dev.tradewind.kernel.RecordedInput;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How sessions are stored, on a disk that is handed in. One thread. */
public interface Storage {

    /**
     * What is left of a session.
     *
     * @param target       the journal that continues after the last row
     * @param rows         the recorded rows in order, then null
     * @param inputs       the recorded inputs, market events included, in order
     * @param lastSequence the last of them
     */
    record Kept(Journal target, Supplier<@Nullable JournalEntry> rows, Iterator<RecordedInput> inputs, long lastSequence) {}

    /**
     * Begins a session on an empty disk.
     *
     * @throws dev.tradewind.kernel.JournalException if the disk cannot be written
     */
    Journal create(Disk disk, long nowNanos);

    /**
     * Takes a session up again, after cutting a torn tail off.
     *
     * @throws dev.tradewind.kernel.JournalException if there is none, it is damaged, or the disk cannot be read or written
     */
    Kept resume(Disk disk);
}
