package dev.tradewind.app;

import dev.tradewind.kernel.Disk;
import dev.tradewind.persistence.SystemDisk;
import dev.tradewind.persistence.TapeKeep;

/**
 * How a session is kept.
 *
 * @param disk      where its files are
 * @param tape      how much of the tape stays
 * @param everyRows after so many rows of the journal the state is saved again
 * @param trail     what the journal is tied to
 */
record Saving(Disk disk, TapeKeep tape, long everyRows, SessionTrail trail) {

    /** Living through so many rows again takes a fraction of a second. */
    private static final long EVERY_ROWS = 50_000;

    /** In the system's files, with the whole tape. */
    static final Saving DEFAULT = new Saving(new SystemDisk(), TapeKeep.ALL, EVERY_ROWS);

    /** Without an audit trail. */
    Saving(Disk disk, TapeKeep tape, long everyRows) {
        this(disk, tape, everyRows, SessionTrail.NONE);
    }

    Saving with(TapeKeep other) {
        return new Saving(disk, other, everyRows, trail);
    }

    Saving with(Disk other) {
        return new Saving(other, tape, everyRows, trail);
    }

    Saving with(SessionTrail other) {
        return new Saving(disk, tape, everyRows, other);
    }
}
