package dev.tradewind.kernel;

import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.VenueReport;

/**
 * What answers orders when the exchange is simulated in the same process: it lives through the market events before the
 * engine hears of them and owes reports at known times. The driver steps the engine with each report before anything
 * later, so that an answer may depend on it.
 */
public interface World {

    /** A venue outside this process: its reports come in through the driver's queue. */
    World OUTSIDE = new World() {
        @Override
        public boolean begin(MarketEvent event) {
            return false;
        }

        @Override
        public long advance(long untilNanos) {
            return NOTHING;
        }

        @Override
        public VenueReport report() {
            throw new IllegalStateException("no report is due");
        }
    };

    /** Answer of {@link #advance} when nothing is due. */
    long NOTHING = Long.MAX_VALUE;

    /**
     * The market is about to do this; earlier events have been lived through in full.
     *
     * @return whether something may be due before the engine hears of it: if not, {@link #advance} need not be asked
     */
    boolean begin(MarketEvent event);

    /**
     * Lives on until a report is due, but not past {@code untilNanos}.
     *
     * @return when the report in {@link #report()} is due (never after {@code untilNanos}), or {@link #NOTHING}
     */
    long advance(long untilNanos);

    /** {@return the report that became due; valid until the next call} */
    VenueReport report();
}
