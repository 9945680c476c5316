package dev.tradewind.analytics;

import java.util.Arrays;

/**
 * Equity over time, deposits and withdrawals taken out. The arrays are the caller's to leave unchanged.
 *
 * @param timeNanos when, nanoseconds since the epoch, rising
 * @param equity    in quote units
 */
public record EquitySeries(long[] timeNanos, double[] equity) {

    /** Nothing at all. */
    public static final EquitySeries EMPTY = new EquitySeries(new long[0], new double[0]);

    /** A day of 24 hours. */
    static final long DAY_NANOS = 86_400_000_000_000L;

    public EquitySeries {
        if (timeNanos.length != equity.length) {
            throw new IllegalArgumentException(timeNanos.length + " times cannot go with " + equity.length + " values");
        }
    }

    /** {@return the number of points} */
    public int size() {
        return timeNanos.length;
    }

    /**
     * {@return the first point, then the last of each UTC day up to the last day; a day without any has the value of
     * the day before, as equity nobody could mark has not changed}
     *
     * <p>A point at midnight closes the day that ends, so that a day's last candle belongs to it. The last point stands
     * for its day even where the day is not over. Daily series come out as they went in.
     */
    public EquitySeries daily() {
        if (size() < 2) {
            return this;
        }
        long firstDay = dayOf(timeNanos[0] + 1);
        int days = Math.toIntExact(dayOf(timeNanos[size() - 1]) - firstDay) + 1;
        long[] times = new long[days + 1];
        double[] values = new double[days + 1];
        times[0] = timeNanos[0];
        values[0] = equity[0];
        int point = 1;
        for (int day = 1; day <= days; day++) {
            long end = (firstDay + day) * DAY_NANOS;
            times[day] = end;
            values[day] = values[day - 1];
            for (; point < size() && timeNanos[point] <= end; point++) {
                values[day] = equity[point];
            }
        }
        times[days] = timeNanos[size() - 1];
        return new EquitySeries(times, values);
    }

    /** {@return the UTC day a point closes or lies in, counted from the epoch} */
    static long dayOf(long timeNanos) {
        return Math.floorDiv(timeNanos - 1, DAY_NANOS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EquitySeries series
                && Arrays.equals(timeNanos, series.timeNanos)
                && Arrays.equals(equity, series.equity);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(timeNanos) + Arrays.hashCode(equity);
    }

    @Override
    public String toString() {
        return "EquitySeries of " + size() + (size() == 0 ? "" : ", " + equity[0] + " to " + equity[size() - 1]);
    }
}
