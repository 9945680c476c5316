package dev.tradewind.marketdata;

import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Timeframe;
import java.util.Arrays;

/**
 * The closed candles of a series, oldest first, in one primitive array row by row: whoever reads a candle reads most of its
 * values, and finds them side by side. Rows {@code 0..size−1} never change, so an instance
 * may be read by any thread it was safely handed to.
 */
public final class CandleColumns {

    /**
     * Values of a row: open time, open, high, low, close, volume. They lie in that order from {@code row · WIDTH} on in the
     * array that {@link #adopt} takes.
     */
    public static final int WIDTH = 6;

    static final int OPEN_TIME = 0;
    static final int OPEN = 1;
    static final int HIGH = 2;
    static final int LOW = 3;
    static final int CLOSE = 4;
    static final int VOLUME = 5;

    private final Timeframe timeframe;
    private final int size;
    private final long[] cells;

    /** Takes the array as it is; rows from {@code size} on are never read. */
    CandleColumns(Timeframe timeframe, int size, long[] cells) {
        this.timeframe = timeframe;
        this.size = size;
        this.cells = cells;
    }

    /**
     * Copies columns.
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
        this(timeframe, size, new long[Math.multiplyExact(size, WIDTH)]);
        long[][] columns = {openTimeNanos, openTicks, highTicks, lowTicks, closeTicks, volumeLots};
        for (int column = 0; column < WIDTH; column++) {
            if (columns[column].length < size) {
                throw new IllegalArgumentException(
                        "a column of " + columns[column].length + " rows cannot hold " + size);
            }
            for (int row = 0; row < size; row++) {
                cells[row * WIDTH + column] = columns[column][row];
            }
        }
    }

    /**
     * Takes rows that are laid out already, without a copy. Whoever made the array does not write to it any more.
     *
     * @param cells the values row by row, {@link #WIDTH} each: open time, open, high, low, close, volume; what is behind
     *     {@code size} rows is never read
     * @throws IllegalArgumentException if the array is shorter than {@code size} rows
     */
    public static CandleColumns adopt(Timeframe timeframe, int size, long[] cells) {
        if (size < 0 || cells.length / WIDTH < size) {
            throw new IllegalArgumentException(cells.length + " values are no " + size + " rows of " + WIDTH);
        }
        return new CandleColumns(timeframe, size, cells);
    }

    /** {@return columns without a row} */
    public static CandleColumns empty(Timeframe timeframe) {
        return new CandleColumns(timeframe, 0, new long[0]);
    }

    /**
     * {@return a copy of the first rows: nothing of the others can be reached through it}
     *
     * @throws IllegalArgumentException if there are fewer
     */
    public CandleColumns head(int rows) {
        if (rows < 0 || rows > size) {
            throw new IllegalArgumentException(rows + " rows are not among " + size);
        }
        return new CandleColumns(timeframe, rows, Arrays.copyOf(cells, rows * WIDTH));
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
        return cells[row * WIDTH + OPEN_TIME];
    }

    /** {@return the first price in ticks} */
    public long openTicks(int row) {
        return cells[row * WIDTH + OPEN];
    }

    /** {@return the highest price in ticks} */
    public long highTicks(int row) {
        return cells[row * WIDTH + HIGH];
    }

    /** {@return the lowest price in ticks} */
    public long lowTicks(int row) {
        return cells[row * WIDTH + LOW];
    }

    /** {@return the last price in ticks} */
    public long closeTicks(int row) {
        return cells[row * WIDTH + CLOSE];
    }

    /** {@return the base volume in lots} */
    public long volumeLots(int row) {
        return cells[row * WIDTH + VOLUME];
    }

    /** Puts a row into a carrier. */
    void read(int row, int instrument, long closeTimeNanos, CandleEvent into) {
        long[] all = cells;
        int at = row * WIDTH;
        into.set(
                instrument,
                all[at + OPEN_TIME],
                closeTimeNanos,
                all[at + OPEN],
                all[at + HIGH],
                all[at + LOW],
                all[at + CLOSE],
                all[at + VOLUME]);
    }

    /** {@return the last row that opened at or before {@code timeNanos}, −1 if none did} */
    public int rowAt(long timeNanos) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (openTimeNanos(middle) <= timeNanos) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from - 1;
    }
}
