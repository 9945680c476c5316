package dev.tradewind.analytics;

/**
 * Equity over time, deposits and withdrawals taken out. The arrays are the caller's to leave unchanged.
 *
 * @param timeNanos when, nanoseconds since the epoch, rising
 * @param equity    in quote units
 */
public record EquitySeries(long[] timeNanos, double[] equity) {

    public EquitySeries {
        if (timeNanos.length != equity.length) {
            throw new IllegalArgumentException(timeNanos.length + " times cannot go with " + equity.length + " values");
        }
    }

    /** {@return the number of points} */
    public int size() {
        return timeNanos.length;
    }
}
