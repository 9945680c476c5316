package dev.tradewind.marketdata;

import dev.tradewind.domain.Timeframe;
import java.util.Arrays;

/**
 * The closed candles of a series as primitive columns, oldest first. Rows {@code 0..size−1} never change, so an instance
 * may be read by any thread it was safely handed to. Accessors are for drawing and tests; loops may take the columns.
 */
public final class CandleColumns {

    private final Timeframe timeframe;
    private final int size;
    private final long[] openTimeNanos;
    private final long[] openTicks;
    private final long[] highTicks;
    private final long[] lowTicks;
    private final long[] closeTicks;
    private final long[] volumeLots;

    /**
     * Takes the arrays as they are; rows from {@code size} on are never read.
     *
     * @throws IllegalArgumentException if an array is shorter than {@code size}
     */
    public CandleColumns(
            Timeframe timeframe,
            int size,
            long[] openTimeNanos,
            long[] openTicks,
            long[] highTicks,
            long[] lowTicks,
            long[] closeTicks,
            long[] volumeLots) {
        for (long[] column : new long[][] {openTimeNanos, openTicks, highTicks, lowTicks, closeTicks, volumeLots}) {
            if (column.length < size) {
                throw new IllegalArgumentException("a column of " + column.length + " rows cannot hold " + size);
            }
        }
        this.timeframe = timeframe;
        this.size = size;
        this.openTimeNanos = openTimeNanos;
        this.openTicks = openTicks;
        this.highTicks = highTicks;
        this.lowTicks = lowTicks;
        this.closeTicks = closeTicks;
        this.volumeLots = volumeLots;
    }

    /** {@return columns without a row} */
    public static CandleColumns empty(Timeframe timeframe) {
        long[] none = new long[0];
        return new CandleColumns(timeframe, 0, none, none, none, none, none, none);
    }

    /** {@return the length of each candle} */
    public Timeframe timeframe() {
        return timeframe;
    }

    /** {@return the number of closed candles} */
    public int size() {
        return size;
    }

    /** {@return when candle {@code row} opened, nanoseconds since the epoch} */
    public long openTimeNanos(int row) {
        return openTimeNanos[row];
    }

    /** {@return the first price in ticks} */
    public long openTicks(int row) {
        return openTicks[row];
    }

    /** {@return the highest price in ticks} */
    public long highTicks(int row) {
        return highTicks[row];
    }

    /** {@return the lowest price in ticks} */
    public long lowTicks(int row) {
        return lowTicks[row];
    }

    /** {@return the last price in ticks} */
    public long closeTicks(int row) {
        return closeTicks[row];
    }

    /** {@return the base volume in lots} */
    public long volumeLots(int row) {
        return volumeLots[row];
    }

    /** {@return the last row that opened at or before {@code timeNanos}, −1 if none did} */
    public int rowAt(long timeNanos) {
        int found = Arrays.binarySearch(openTimeNanos, 0, size, timeNanos);
        return found >= 0 ? found : -found - 2;
    }
}
