package dev.tradewind.marketdata;

import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.Timeframe;
import java.util.Arrays;
import java.util.List;

/**
 * Builds the candles of any number of timeframes from trades, or from finer candles. Per timeframe it keeps the closed
 * candles and the one that is forming.
 *
 * <p>A candle closes when something later than its period arrives or {@link #advanceTime} passes its end: event time
 * alone
 * decides. Candles that close by the same step close in the order of their close times, finer first. A period without
 * a trade has no candle; the next one opens at its own first trade. A trade older than what has been seen counts at the
 * latest
 * time seen, since closed candles never change. Owned by one thread; allocates only when a series grows.
 */
public final class CandleAggregator implements Stateful {

    private static final long NEVER = Long.MAX_VALUE;
    private static final long SHORTEST_MONTH_NANOS = 28 * Timeframe.D1.nanos();

    private final int instrument;
    private final Timeframe[] timeframes;
    private final CandleSeries[] series;
    private final CandleListener listener;
    private final CandleEvent event = new CandleEvent();

    /** Per timeframe: end of the forming candle, {@link #NEVER} where none forms. */
    private final long[] closeNanos;

    /** Shortest a candle of the timeframe can be. */
    private final long[] lengthNanos;

    /** Where the forming candle opened; where none forms, where the last one ended. */
    private final long[] openNanos;

    private final long[] open;
    private final long[] high;
    private final long[] low;

    /** All volume before the forming candle; sums may wrap, differences stay right. */
    private final long[] volumeBefore;

    private long lastPrice;
    private long volume;
    private long nowNanos = Long.MIN_VALUE;
    private int nextToClose;
    private long nextCloseNanos = NEVER;
    private boolean allForming;

    /**
     * @param instrument index of the instrument, for the events
     * @param timeframes those wanted, each once, in any order; kept from the finest on
     * @throws IllegalArgumentException if there is none or one is named twice
     */
    public CandleAggregator(int instrument, List<Timeframe> timeframes, CandleListener listener) {
        this.instrument = instrument;
        this.listener = listener;
        this.timeframes = timeframes.stream().sorted().distinct().toArray(Timeframe[]::new);
        if (timeframes.isEmpty() || this.timeframes.length < timeframes.size()) {
            throw new IllegalArgumentException("timeframes are given each once and at least one, not " + timeframes);
        }
        int count = this.timeframes.length;
        series = new CandleSeries[count];
        for (int i = 0; i < count; i++) {
            series[i] = new CandleSeries(this.timeframes[i]);
        }
        closeNanos = new long[count];
        Arrays.fill(closeNanos, NEVER);
        lengthNanos = new long[count];
        for (int i = 0; i < count; i++) {
            lengthNanos[i] = Math.min(this.timeframes[i].nanos(), SHORTEST_MONTH_NANOS);
        }
        openNanos = new long[count];
        open = new long[count];
        high = new long[count];
        low = new long[count];
        volumeBefore = new long[count];
    }

    /** {@return the timeframes kept, finest first} */
    public List<Timeframe> timeframes() {
        return List.of(timeframes);
    }

    /**
     * Takes in a trade.
     *
     * @param timeNanos    when, since the epoch
     * @param priceTicks   positive
     * @param quantityLots not negative
     */
    public void onTrade(long timeNanos, long priceTicks, long quantityLots) {
        if (timeNanos > nowNanos) {
            advanceTime(timeNanos);
        }
        if (!allForming) {
            begin(nowNanos, priceTicks);
        }
        for (int i = 0; i < high.length; i++) {
            high[i] = Math.max(high[i], priceTicks);
            low[i] = Math.min(low[i], priceTicks);
        }
        lastPrice = priceTicks;
        volume += quantityLots;
    }

    /**
     * Takes in a closed candle of a timeframe no coarser than the finest kept, and moves time to its close.
     *
     * @throws IllegalArgumentException if it reaches over the end of a candle kept, or opens before what has been seen
     */
    public void onCandle(CandleEvent candle) {
        if (candle.openTimeNanos() < nowNanos) {
            throw new IllegalArgumentException(
                    "a candle that opens at " + candle.openTimeNanos() + " comes after time " + nowNanos);
        }
        advanceTime(candle.openTimeNanos());
        if (!allForming) {
            begin(nowNanos, candle.openTicks());
        }
        if (candle.timeNanos() > nextCloseNanos) {
            throw new IllegalArgumentException("a candle from " + candle.openTimeNanos() + " to " + candle.timeNanos()
                    + " reaches over the end of a " + timeframes[nextToClose].label() + " candle");
        }
        for (int i = 0; i < high.length; i++) {
            high[i] = Math.max(high[i], candle.highTicks());
            low[i] = Math.min(low[i], candle.lowTicks());
        }
        lastPrice = candle.closeTicks();
        volume += candle.volumeLots();
        advanceTime(candle.timeNanos());
    }

    /** Closes every candle that ends at or before {@code timeNanos}; a time that is past changes nothing. */
    public void advanceTime(long timeNanos) {
        while (nextCloseNanos <= timeNanos) {
            close(nextToClose);
        }
        nowNanos = Math.max(nowNanos, timeNanos);
    }

    /** Opens a candle in every timeframe that has none forming. */
    private void begin(long timeNanos, long priceTicks) {
        for (int i = 0; i < closeNanos.length; i++) {
            if (closeNanos[i] == NEVER) {
                openNanos[i] = openOf(i, timeNanos);
                closeNanos[i] = timeframes[i].closeOf(openNanos[i]);
                open[i] = priceTicks;
                high[i] = priceTicks;
                low[i] = priceTicks;
                volumeBefore[i] = volume;
            }
        }
        allForming = true;
        findNextToClose();
    }

    /** When a candle that holds {@code timeNanos} opens; without a division if it follows right on the last one. */
    private long openOf(int i, long timeNanos) {
        long sinceLast = timeNanos - openNanos[i];
        return series[i].size() > 0 && sinceLast >= 0 && sinceLast < lengthNanos[i]
                ? openNanos[i]
                : timeframes[i].openOf(timeNanos);
    }

    /** Finds the timeframe whose candle ends first, the finest of several. */
    private void findNextToClose() {
        int next = 0;
        for (int i = 1; i < closeNanos.length; i++) {
            next = closeNanos[i] < closeNanos[next] ? i : next;
        }
        nextToClose = next;
        nextCloseNanos = closeNanos[next];
    }

    private void close(int i) {
        long lots = volume - volumeBefore[i];
        long close = closeNanos[i];
        series[i].append(openNanos[i], open[i], high[i], low[i], lastPrice, lots);
        event.set(instrument, openNanos[i], close, open[i], high[i], low[i], lastPrice, lots);
        openNanos[i] = close;
        closeNanos[i] = NEVER;
        allForming = false;
        findNextToClose();
        listener.onCandleClosed(timeframes[i], event);
    }

    @Override
    public void save(StateWriter out) {
        out.section("CandleAggregator", 1).number(lastPrice).number(volume).number(nowNanos).number(series.length);
        for (int i = 0; i < series.length; i++) {
            out.part(series[i]).number(closeNanos[i]).number(openNanos[i]);
            out.number(open[i]).number(high[i]).number(low[i]).number(volumeBefore[i]);
        }
    }

    @Override
    public void load(StateReader in) {
        lastPrice = in.section("CandleAggregator", 1).number();
        volume = in.number();
        nowNanos = in.number();
        int count = in.count();
        if (count != series.length) {
            throw in.wrong(count + " timeframes come where " + Arrays.toString(timeframes) + " should");
        }
        allForming = true;
        for (int i = 0; i < count; i++) {
            in.part(series[i]);
            closeNanos[i] = in.number();
            openNanos[i] = in.number();
            open[i] = in.number();
            high[i] = in.number();
            low[i] = in.number();
            volumeBefore[i] = in.number();
            allForming &= closeNanos[i] != NEVER;
        }
        findNextToClose();
    }

    private int indexOf(Timeframe timeframe) {
        int index = Arrays.binarySearch(timeframes, timeframe);
        if (index < 0) {
            throw new IllegalArgumentException(
                    timeframe.label() + " candles are not kept here; kept are " + Arrays.toString(timeframes));
        }
        return index;
    }

    /**
     * {@return the closed candles of a timeframe so far, to be read by anyone}
     *
     * @throws IllegalArgumentException if it is not kept
     */
    public CandleColumns closed(Timeframe timeframe) {
        return series[indexOf(timeframe)].columns();
    }

    /** {@return the series of a timeframe itself, for the owning thread} */
    public CandleSeries series(Timeframe timeframe) {
        return series[indexOf(timeframe)];
    }

    /**
     * Copies the candle that is forming into {@code into}; its {@code timeNanos} is when it will close.
     *
     * @return whether one is forming; if not, {@code into} is unchanged
     */
    public boolean forming(Timeframe timeframe, CandleEvent into) {
        int i = indexOf(timeframe);
        if (closeNanos[i] == NEVER) {
            return false;
        }
        long lots = volume - volumeBefore[i];
        into.set(instrument, openNanos[i], closeNanos[i], open[i], high[i], low[i], lastPrice, lots);
        return true;
    }
}
