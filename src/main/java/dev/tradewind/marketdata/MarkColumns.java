package dev.tradewind.marketdata;

import dev.tradewind.domain.Instrument;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * Mark prices by candle: four for each, in the order in which {@link PerpetualFeed} tells them. The arrays are shared, not
 * copied: do not change them.
 *
 * @param timeNanos    the candles' closes, nanoseconds since the epoch, rising
 * @param ticks        four prices for each, in ticks of the traded instrument
 * @param coveredNanos length of the candles
 */
public record MarkColumns(long[] timeNanos, long[] ticks, long coveredNanos) {

    /** No mark prices. */
    public static final MarkColumns NONE = new MarkColumns(new long[0], new long[0], 0);

    private static final int PRICES = 4;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    public MarkColumns {
        if (ticks.length != timeNanos.length * PRICES) {
            throw new IllegalArgumentException(timeNanos.length + " candles, but " + ticks.length + " prices");
        }
    }

    /** {@return the mark prices of candles whose prices are finer than a tick, to the nearest tick of an instrument} */
    public static MarkColumns of(CandleColumns candles, Instrument finer, Instrument traded) {
        int rows = candles.size();
        long[] times = new long[rows];
        long[] ticks = new long[rows * PRICES];
        for (int row = 0; row < rows; row++) {
            times[row] = candles.timeframe().closeOf(candles.openTimeNanos(row));
            long open = candles.openTicks(row);
            long high = candles.highTicks(row);
            long low = candles.lowTicks(row);
            boolean highFirst = high - open < open - low;
            long[] path = {open, highFirst ? high : low, highFirst ? low : high, candles.closeTicks(row)};
            for (int i = 0; i < PRICES; i++) {
                ticks[row * PRICES + i] = Math.max(1, traded.toTicks(finer.toPrice(path[i]), RoundingMode.HALF_UP));
            }
        }
        return new MarkColumns(times, ticks, candles.timeframe().nanos());
    }

    /** {@return the number of candles} */
    public int size() {
        return timeNanos.length;
    }

    /**
     * {@return whether these prices stand still while the market moves on: candles longer than the market's own, or than a
     * minute where its history is trades}
     *
     * @param marketNanos length of the market's candles, 0 for trades
     */
    public boolean standStillBeside(long marketNanos) {
        return coveredNanos > (marketNanos == 0 ? MINUTE_NANOS : marketNanos);
    }

    /** {@return the last price at a time; 0 where the candle that would tell is missing} */
    long ticksAt(long nanos) {
        int place = Arrays.binarySearch(timeNanos, nanos);
        int row = place >= 0 ? place : -place - 2;
        return row < 0 || nanos - timeNanos[row] >= coveredNanos ? 0 : ticks[row * PRICES + PRICES - 1];
    }

    /** {@return the part from one time to another, both included} */
    MarkColumns between(long fromNanos, long toNanos) {
        int first = 0;
        while (first < timeNanos.length && timeNanos[first] < fromNanos) {
            first++;
        }
        int end = first;
        while (end < timeNanos.length && timeNanos[end] <= toNanos) {
            end++;
        }
        return new MarkColumns(
                Arrays.copyOfRange(timeNanos, first, end), Arrays.copyOfRange(ticks, first * PRICES, end * PRICES),
                coveredNanos);
    }
}
