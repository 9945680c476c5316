package dev.tradewind.backtest;

import dev.tradewind.marketdata.CandleColumns;
import java.util.Arrays;

/**
 * The last candle of each UTC day of a range: where equity has to be known for returns by the day. Made once for a
 * history and shared by every run over it. Immutable.
 */
public final class DayRows {

    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final CandleColumns candles;
    private final int first;
    private final int[] rows;

    private DayRows(CandleColumns candles, int first, int[] rows) {
        this.candles = candles;
        this.first = first;
        this.rows = rows;
    }

    /**
     * {@return the days of the candles from row {@code first} to before row {@code end}} A candle that closes at
     * midnight belongs to the day that ends.
     */
    public static DayRows of(CandleColumns candles, int first, int end) {
        int[] rows = new int[64];
        int size = 0;
        for (int row = first; row < end; row++) {
            long day = day(candles, row);
            int last = Math.max(row, Math.min(end - 1, candles.rowAt((day + 1) * DAY_NANOS - 1)));
            // a candle that opens on this day may close on the next
            while (last > row && day(candles, last) > day) {
                last--;
            }
            rows = size == rows.length ? Arrays.copyOf(rows, size * 2) : rows;
            rows[size++] = last;
            row = last;
        }
        return new DayRows(candles, first, Arrays.copyOf(rows, size));
    }

    private static long day(CandleColumns candles, int row) {
        return Math.floorDiv(candles.timeframe().closeOf(candles.openTimeNanos(row)) - 1, DAY_NANOS);
    }

    /** {@return how many days have candles} */
    int size() {
        return rows.length;
    }

    /** {@return the last candle of a day, by its row in the columns} */
    int row(int day) {
        return rows[day];
    }

    /** {@return the same as the number of candles before it in the range} */
    int event(int day) {
        return rows[day] - first;
    }

    /** {@return when it closes} */
    long timeNanos(int day) {
        return candles.timeframe().closeOf(candles.openTimeNanos(rows[day]));
    }

    /** {@return its close} */
    long closeTicks(int day) {
        return candles.closeTicks(rows[day]);
    }
}
