package dev.tradewind.app;

import dev.tradewind.persistence.TapeKeep;

/**
 * How a session is kept beside its journal.
 *
 * @param tape      how much of the tape stays
 * @param everyRows after so many rows of the journal the state is saved again
 */
record Saving(TapeKeep tape, long everyRows) {

    /** Living through so many rows again takes about half a second. */
    private static final long EVERY_ROWS = 50_000;

    /** The whole tape. */
    static final Saving DEFAULT = of(TapeKeep.ALL);

    static Saving of(TapeKeep tape) {
        return new Saving(tape, EVERY_ROWS);
    }
}
