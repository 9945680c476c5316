package dev.tradewind.bot;

import dev.tradewind.marketdata.CandleColumns;

/**
 * A series as {@link Signal}s look at it: the sums of its closes, worked out once and shared by all of them. Immutable; safe
 * on any thread.
 */
public final class SignalColumns {

    private final CandleColumns candles;
    private final long[] closeSums;
    private final boolean inTurn;

    private SignalColumns(CandleColumns candles, long[] closeSums, boolean inTurn) {
        this.candles = candles;
        this.closeSums = closeSums;
        this.inTurn = inTurn;
    }

    /** {@return the columns of a series} */
    public static SignalColumns of(CandleColumns candles) {
        int size = candles.size();
        long[] sums = new long[size + 1];
        boolean inTurn = true;
        for (int row = 0; row < size; row++) {
            sums[row + 1] = sums[row] + candles.closeTicks(row);
            inTurn &= row == 0 || candles.openTimeNanos(row) >= candles.timeframe().closeOf(candles.openTimeNanos(row - 1));
        }
        return new SignalColumns(candles, sums, inTurn);
    }

    /** {@return the series itself} */
    public CandleColumns candles() {
        return candles;
    }

    /**
     * {@return the sums of closes in ticks: at {@code row} of all candles before that row, so that a window's sum is the
     * difference of two; one longer than the series, not to be changed. Sums that leave a long wrap, and so do their
     * differences back}
     */
    public long[] closeSums() {
        return closeSums;
    }

    /** {@return whether each candle opens when the one before has closed, or later} */
    public boolean inTurn() {
        return inTurn;
    }
}
