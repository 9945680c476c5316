package dev.tradewind.app;

import dev.tradewind.kernel.Disk;
import dev.tradewind.monitor.EngineProbe;
import dev.tradewind.monitor.EngineTotals;
import dev.tradewind.persistence.SystemDisk;
import dev.tradewind.persistence.TapeKeep;
import java.util.Optional;

/**
 * How a session is kept.
 *
 * @param disk      where its files are
 * @param tape      how much of the tape stays
 * @param everyRows after so many rows of the journal the state is saved again
 * @param trail     what the journal is tied to
 * @param totals    what its engine's work is added to, if anything
 */
record Saving(Disk disk, TapeKeep tape, long everyRows, SessionTrail trail, Optional<EngineTotals> totals) {

    /** Living through so many rows again takes a fraction of a second. */
    private static final long EVERY_ROWS = 50_000;

    /** In the system's files, with the whole tape. */
    static final Saving DEFAULT = new Saving(new SystemDisk(), TapeKeep.ALL, EVERY_ROWS);

    /** Without an audit trail, its work added to nothing. */
    Saving(Disk disk, TapeKeep tape, long everyRows) {
        this(disk, tape, everyRows, SessionTrail.NONE, Optional.empty());
    }

    Saving with(TapeKeep other) {
        return new Saving(disk, other, everyRows, trail, totals);
    }

    Saving with(Disk other) {
        return new Saving(other, tape, everyRows, trail, totals);
    }

    Saving with(SessionTrail other) {
        return new Saving(disk, tape, everyRows, other, totals);
    }

    Saving with(EngineTotals other) {
        return new Saving(disk, tape, everyRows, trail, Optional.of(other));
    }

    /** {@return what tells a session's work, for that session alone} */
    EngineProbe probe() {
        return new EngineProbe(totals.orElseGet(EngineTotals::new));
    }
}
