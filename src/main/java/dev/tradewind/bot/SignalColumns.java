package dev.tradewind.bot;

import dev.tradewind.marketdata.CandleColumns;

/**
 * A series as {@link Signal}s look at it: the sums of its closes, worked out once and shared by all of them. Immutable;
 * safe on any thread.
 */
public final class SignalColumns {

    /** Whole numbers up to here are exact as doubles. */
    public static final long EXACT = 1L << 53;

    private final CandleColumns candles;
    private final double[] exactSums;
    private final long[] wideSums;
    private final long highestClose;
    private final boolean inTurn;

    private SignalColumns(
            CandleColumns candles, double[] exactSums, long[] wideSums, long highestClose, boolean inTurn) {
        this.candles = candles;
        this.exactSums = exactSums;
        this.wideSums = wideSums;
        this.highestClose = highestClose;
        this.inTurn = inTurn;
    }

    /** {@return the columns of a series} */
    public static SignalColumns of(CandleColumns candles) {
        int size = candles.size();
        double[] sums = new double[size + 1];
        long sum = 0;
        long highest = 0;
        boolean inTurn = true;
        long closed = Long.MIN_VALUE;
        for (int row = 0; row < size; row++) {
            long close = candles.closeTicks(row);
            long opened = candles.openTimeNanos(row);
            sum += close;
            sums[row + 1] = sum;
            highest = Math.max(highest, Math.abs(close));
            inTurn &= opened >= closed;
            closed = candles.timeframe().closeOf(opened);
        }
        boolean exact = size == 0 || highest <= EXACT / size;
        return new SignalColumns(candles, exact ? sums : new double[0], exact ? new long[0] : wide(candles), highest, inTurn);
    }

    private static long[] wide(CandleColumns candles) {
        long[] sums = new long[candles.size() + 1];
        for (int row = 0; row < candles.size(); row++) {
            sums[row + 1] = sums[row] + candles.closeTicks(row);
        }
        return sums;
    }

    /** {@return the series itself} */
    public CandleColumns candles() {
        return candles;
    }

    /**
     * {@return the sum of the closes in ticks of all candles before a row, so that a window's is the difference of two}
     * A sum that leaves a long wraps, and so does its difference back.
     */
    public long sum(int row) {
        return exactSums.length > 0 ? (long) exactSums[row] : wideSums[row];
    }

    /**
     * {@return {@link #sum} of every row and of the end, as doubles that are exact; empty where they are too large for
     * that}
     */
    public double[] exactSums() {
        return exactSums;
    }

    /** {@return the highest close in ticks} */
    public long highestClose() {
        return highestClose;
    }

    /** {@return whether each candle opens when the one before has closed, or later} */
    public boolean inTurn() {
        return inTurn;
    }
}
