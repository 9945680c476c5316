package dev.tradewind.marketdata;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import java.util.List;
import java.util.Optional;

/**
 * Keeps candles and trades for good. Every call is one transaction: what is interrupted leaves the store as it was. May be
 * called from any thread, one call at a time. Trouble with the disk or a damaged block is a {@link StoreException} that
 * names the series and the time it concerns; the rest of the series stays readable.
 */
public interface CandleStore {

    /** {@return every series, sorted by name} */
    List<StoredSeries> list();

    /** {@return a series, empty if there is none of that name} */
    Optional<StoredSeries> find(SeriesKey key);

    /**
     * Puts candles in. Rows that are there already and differ become the newest revision; the earlier ones are kept.
     *
     * @param candles    oldest first, each time once, on the timeframe's grid
     * @param instrument what they are scaled by; a series keeps the steps it began with: rows in others are converted, and
     *     refused where they do not come out even
     * @param source     where they came from, for people
     * @throws IllegalArgumentException if the key is not of those candles, or they do not fit the series
     */
    StoreReceipt put(SeriesKey key, Instrument instrument, CandleColumns candles, String source, Progress progress);

    /**
     * As above, for trades, oldest first, told apart by id, or by time and content where they have none. Long histories are
     * put in parts; without ids a part ends between two times.
     */
    StoreReceipt put(SeriesKey key, Instrument instrument, TradeColumns trades, String source, Progress progress);

    /**
     * {@return the candles that opened from {@code fromNanos} to before {@code toNanos}; of the asked timeframe, built from
     * the finest series held that can make them where it is not held itself. A candle whose finer ones are incomplete is
     * built from those there are, and counted in the summary's {@code missing}}
     *
     * @throws IllegalArgumentException if nothing held can make them, naming what is held
     */
    CandleImport candles(SeriesKey key, long fromNanos, long toNanos);

    /** {@return the trades of a range} */
    TradeImport trades(SeriesKey key, long fromNanos, long toNanos);

    /** {@return the times rows of a series were replaced by others, oldest first} */
    List<Revision> revisions(SeriesKey key);

    /**
     * {@return the candles of a stored series as they were before a revision: each that it or a later one replaced in its
     * earlier form. Candles that were added since are there as well}
     *
     * @throws IllegalArgumentException if there is no such series or revision
     */
    CandleImport candlesBefore(SeriesKey key, int revision, long fromNanos, long toNanos);

    /**
     * {@return the trades that a revision replaced, as they were}
     *
     * @throws IllegalArgumentException if there is no such series or revision
     */
    TradeImport replacedTrades(SeriesKey key, int revision);

    /**
     * {@return what every row of the series is checked for, each finding with its time, oldest first; gaps give way to what
     * is worse where there is too much to list}
     */
    SeriesCheck verify(SeriesKey key, Progress progress);

    /**
     * Drops what a check found impossible: damaged blocks, rows with a high under their low. What is dropped is
     * counted, listed among the findings and kept aside in the database; gaps are never filled.
     */
    SeriesCheck repair(SeriesKey key, Progress progress);

    /**
     * Keeps candles of a timeframe only so many days back from the newest of each series; empty for all. Applied by
     * {@link #applyRetention}.
     */
    void retain(Timeframe timeframe, Optional<Integer> days);

    /** {@return the rules set, finest timeframe first} */
    List<Retention> retention();

    /**
     * Drops rows older than the rules say. Where a coarser series is not held, the coarser candles the rules keep longer are
     * built and stored first, so that nothing is lost that a rule keeps.
     *
     * @return rows dropped
     */
    long applyRetention(Progress progress);

    /** Drops a whole series. {@return rows dropped, 0 if there was none} */
    long drop(SeriesKey key);

    /**
     * Rows were replaced by others.
     *
     * @param number     1 for the first
     * @param source     where the rows came from that replaced them
     * @param rows       rows replaced
     * @param firstNanos time of the first
     * @param lastNanos  time of the last
     */
    record Revision(int number, String source, long rows, long firstNanos, long lastNanos) {}

    /** One rule: candles of a timeframe are kept so many days. */
    record Retention(Timeframe timeframe, int days) {}
}
