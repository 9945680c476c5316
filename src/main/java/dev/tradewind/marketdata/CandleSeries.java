package dev.tradewind.marketdata;

import dev.tradewind.domain.Timeframe;
import java.util.Arrays;

/**
 * A growing series of closed candles in a primitive array. Written by one thread; {@link #columns()} hands out an
 * immutable prefix that shares the array.
 */
public final class CandleSeries {

    private static final int FIRST_CAPACITY = 1024;

    private final Timeframe timeframe;
    private int size;
    private long[] cells;

    /** An empty series. */
    public CandleSeries(Timeframe timeframe) {
        this(timeframe, FIRST_CAPACITY);
    }

    /** An empty series with room for {@code capacity} candles. */
    public CandleSeries(Timeframe timeframe, int capacity) {
        this.timeframe = timeframe;
        int rows = Math.max(16, capacity);
        cells = new long[Math.multiplyExact(rows, CandleColumns.WIDTH)];
    }

    /**
     * Adds a closed candle.
     *
     * @throws IllegalArgumentException if it does not open after the last one
     */
    public void append(long openNanos, long open, long high, long low, long close, long volume) {
        int at = size * CandleColumns.WIDTH;
        if (size > 0 && openNanos <= cells[at - CandleColumns.WIDTH + CandleColumns.OPEN_TIME]) {
            throw new IllegalArgumentException("candle at " + openNanos + " does not open after the last one at "
                    + cells[at - CandleColumns.WIDTH + CandleColumns.OPEN_TIME]);
        }
        if (at == cells.length) {
            cells = Arrays.copyOf(cells, Math.multiplyExact(at, 2));
        }
        cells[at + CandleColumns.OPEN_TIME] = openNanos;
        cells[at + CandleColumns.OPEN] = open;
        cells[at + CandleColumns.HIGH] = high;
        cells[at + CandleColumns.LOW] = low;
        cells[at + CandleColumns.CLOSE] = close;
        cells[at + CandleColumns.VOLUME] = volume;
        size++;
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
        return new CandleColumns(timeframe, size, cells);
    }
}
