package dev.tradewind.persistence;

import java.nio.file.Path;
import java.util.Map;

/** Journals whose files and blocks are small enough for tests of other packages to fill many of them. */
public final class SmallFiles {

    private static final JournalLimits LIMITS = new JournalLimits(20_000, 200, 6_000);

    private SmallFiles() {}

    /** {@return a new journal} */
    public static FileJournal create(
            Path session, String identity, long createdNanos, Map<String, String> properties) {
        return FileJournal.create(new SystemDisk(), session, identity, createdNanos, properties, LIMITS);
    }
}
