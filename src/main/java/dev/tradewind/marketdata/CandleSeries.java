package dev.tradewind.marketdata;

import dev.tradewind.domain.Timeframe;
import java.util.Arrays;

/**
 * A growing series of closed candles in primitive columns. Written by one thread; {@link #columns()} hands out an
 * immutable prefix that shares the arrays.
 */
public final class CandleSeries {

    private static final int FIRST_CAPACITY = 1024;

    private final Timeframe timeframe;
    private int size;
    private long[] openTimeNanos;
    private long[] openTicks;
    private long[] highTicks;
    private long[] lowTicks;
    private long[] closeTicks;
    private long[] volumeLots;

    /** An empty series. */
    public CandleSeries(Timeframe timeframe) {
        this(timeframe, FIRST_CAPACITY);
    }

    /** An empty series with room for {@code capacity} candles. */
    public CandleSeries(Timeframe timeframe, int capacity) {
        this.timeframe = timeframe;
        int rows = Math.max(16, capacity);
        openTimeNanos = new long[rows];
        openTicks = new long[rows];
        highTicks = new long[rows];
        lowTicks = new long[rows];
        closeTicks = new long[rows];
        volumeLots = new long[rows];
    }

    /**
     * Adds a closed candle.
     *
     * @throws IllegalArgumentException if it does not open after the last one
     */
    public void append(long openNanos, long open, long high, long low, long close, long volume) {
        if (size > 0 && openNanos <= openTimeNanos[size - 1]) {
            throw new IllegalArgumentException(
                    "candle at " + openNanos + " does not open after the last one at " + openTimeNanos[size - 1]);
        }
        if (size == openTimeNanos.length) {
            grow();
        }
        openTimeNanos[size] = openNanos;
        openTicks[size] = open;
        highTicks[size] = high;
        lowTicks[size] = low;
        closeTicks[size] = close;
        volumeLots[size] = volume;
        size++;
    }

    private void grow() {
        int rows = Math.multiplyExact(openTimeNanos.length, 2);
        openTimeNanos = Arrays.copyOf(openTimeNanos, rows);
        openTicks = Arrays.copyOf(openTicks, rows);
        highTicks = Arrays.copyOf(highTicks, rows);
        lowTicks = Arrays.copyOf(lowTicks, rows);
        closeTicks = Arrays.copyOf(closeTicks, rows);
        volumeLots = Arrays.copyOf(volumeLots, rows);
    }

    /** {@return the number of closed candles} */
    public int size() {
        return size;
    }

    /** {@return the length of each candle} */
    public Timeframe timeframe() {
        return timeframe;
    }

    /** {@return the candles so far as an immutable view} */
    public CandleColumns columns() {
        return new CandleColumns(
                timeframe, size, openTimeNanos, openTicks, highTicks, lowTicks, closeTicks, volumeLots);
    }
}
