package dev.tradewind.marketdata;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.Timeframe;
import java.util.Arrays;

/**
 * A growing series of closed candles in a primitive array. Written by one thread; {@link #columns()} hands out an
 * immutable prefix that shares the array.
 */
public final class CandleSeries implements Stateful {

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

    /** Writes each candle as its difference from what one mostly is: right after the one before, at its close. */
    @Override
    public void save(StateWriter out) {
        out.section("CandleSeries", 1).constant(timeframe).number(size);
        long time = 0;
        long step = 0;
        long price = 0;
        for (int at = 0; at < size * CandleColumns.WIDTH; at += CandleColumns.WIDTH) {
            long nanos = cells[at + CandleColumns.OPEN_TIME];
            long open = cells[at + CandleColumns.OPEN];
            long close = cells[at + CandleColumns.CLOSE];
            out.number(nanos - time - step).number(open - price).number(cells[at + CandleColumns.HIGH] - open);
            out.number(cells[at + CandleColumns.LOW] - open).number(close - open).number(cells[at + CandleColumns.VOLUME]);
            step = nanos - time;
            time = nanos;
            price = close;
        }
    }

    @Override
    public void load(StateReader in) {
        Timeframe saved = in.section("CandleSeries", 1).constant(Timeframe.class);
        if (saved != timeframe) {
            throw in.wrong(saved.label() + " candles come where " + timeframe.label() + " candles should");
        }
        int count = in.count();
        long time = 0;
        long step = 0;
        long price = 0;
        for (int i = 0; i < count; i++) {
            long nanos = time + step + in.number();
            if (i > 0 && nanos <= time) {
                throw in.wrong("a candle at " + nanos + " does not open after the last one at " + time);
            }
            long open = price + in.number();
            long high = open + in.number();
            long low = open + in.number();
            price = open + in.number();
            append(nanos, open, high, low, price, in.number());
            step = nanos - time;
            time = nanos;
        }
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
