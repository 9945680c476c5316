package dev.tradewind.marketdata;

import dev.tradewind.domain.Instrument;
import java.math.BigDecimal;

/** The instrument of a series of which only its name and its steps are known. */
public final class SeriesSteps {

    private SeriesSteps() {}

    /**
     * {@return an instrument named as the series is, its assets told by the symbol}
     *
     * @throws IllegalArgumentException if a tick times a lot is finer than an asset is counted
     */
    public static Instrument instrument(SeriesKey key, BigDecimal tick, BigDecimal lot) {
        return InstrumentGuess.of(key.symbol(), key.venue(), tick, lot);
    }

    /** {@return whether everything that is whole in the steps of one instrument is whole in those of another} */
    public static boolean fit(Instrument one, Instrument other) {
        return one.tickSize().remainder(other.tickSize()).signum() == 0
                && one.lotSize().remainder(other.lotSize()).signum() == 0;
    }
}
