package dev.tradewind.persistence.series;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.SeriesChecksum;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoredSeries;
import java.util.Optional;

/**
 * A series as its row in the database has it.
 *
 * @param id        0 while it is not in the database
 * @param chain     the running checksum after the last row
 * @param chainTrue whether it is true; if not, every row must be read to know it
 */
record SeriesRow(
        long id, SeriesKey key, Instrument instrument, Totals totals, long chain, boolean chainTrue, String source) {

    /**
     * What all blocks of a series come to.
     *
     * @param revised rows that replaced others
     */
    record Totals(long rows, long firstNanos, long lastNanos, int gaps, long missing, long revised, long bytes) {
        static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0);
    }

    /** {@return a series that is not stored yet} */
    static SeriesRow unstored(SeriesKey key, Instrument instrument) {
        return new SeriesRow(0, key, instrument, Totals.NONE, SeriesChecksum.begin(key.timeframe()), true, "");
    }

    /** {@return what its rows are} */
    RowKind kind() {
        return key.timeframe().isPresent() ? RowKind.CANDLES : RowKind.TRADES;
    }

    /** {@return nanoseconds of a candle, 0 for trades} */
    long stepNanos() {
        return key.timeframe().map(Timeframe::nanos).orElse(0L);
    }

    /** {@return the end of the last candle, or just behind the last trade} */
    long endNanos() {
        Optional<Timeframe> timeframe = key.timeframe();
        return timeframe.isPresent() ? timeframe.get().closeOf(totals.lastNanos()) : totals.lastNanos() + 1;
    }

    /** {@return the same series with its checksum made anew} */
    SeriesRow chained(long newChain) {
        return new SeriesRow(id, key, instrument, totals, newChain, true, source);
    }

    /** {@return what the store's users see of it} */
    StoredSeries stored() {
        return new StoredSeries(
                key, instrument, totals.rows(), totals.firstNanos(), totals.lastNanos(), totals.gaps(),
                totals.missing(), totals.revised(), totals.bytes(),
                chainTrue ? SeriesChecksum.end(chain, totals.rows()) : 0, source);
    }
}
