package dev.tradewind.bot.type;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.PerpetualTerms;
import java.math.BigDecimal;

/** Instruments the tests trade. */
final class Instruments {

    private Instruments() {}

    static Instrument of(String tick, String lot, InstrumentFilters filters) {
        return new Instrument(
                "AAABBB", "test", Asset.of("AAA"), Asset.of("BBB"), new BigDecimal(tick), new BigDecimal(lot), filters);
    }

    static Instrument of(String tick, String lot) {
        return of(tick, lot, InstrumentFilters.NONE);
    }

    /** A perpetual of tick 0.01 and lot 0.0001 under the usual brackets. */
    static Instrument perpetual() {
        Instrument spot = strict();
        return spot.withPerpetual(PerpetualTerms.standard(spot.quote()));
    }

    /** Smallest order 5 quote units, smallest quantity ten lots, 200 orders. */
    static Instrument strict() {
        return of("0.01", "0.0001", new InstrumentFilters(10, 90_000_000, 10_000_000, 50_000_000_000L, 1, 0, 200));
    }
}
