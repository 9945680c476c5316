package dev.tradewind.backtest;

import dev.tradewind.analytics.EquitySeries;
import java.util.Arrays;

/**
 * A curve of at most {@link RunReport#MOST_POINTS} points that keeps every stretch's lowest and highest mark, so that no peak and
 * no fall is lost to a picture; memory is bounded whatever the number of marks. With few marks it keeps all.
 */
final class ExtremeCurve {

    private static final int STRETCHES = RunReport.MOST_POINTS / 2 - 1;

    private final long firstNanos;
    private final double perStretch;
    private final boolean all;
    private final long[] timeNanos = new long[RunReport.MOST_POINTS];
    private final double[] values = new double[RunReport.MOST_POINTS];
    private final double[] beside = new double[RunReport.MOST_POINTS];
    private int size;
    private long stretchEnds = Long.MIN_VALUE;
    private double low;
    private double lowBeside;
    private long lowNanos;
    private double high;
    private double highBeside;
    private long highNanos;
    private boolean open;

    /** @param marks how many there will be at most */
    ExtremeCurve(long firstNanos, long lastNanos, long marks) {
        this.firstNanos = firstNanos;
        perStretch = Math.max(1, (lastNanos - firstNanos) / (double) STRETCHES);
        all = marks <= RunReport.MOST_POINTS - 2;
    }

    /** {@return whether a mark is kept as it stands: then {@link #add} wants what goes beside it} */
    boolean wants(long time, double value) {
        return all || !open || time >= stretchEnds || value < low || value > high;
    }

    /** Takes a mark that is wanted, with the value of another curve at its time. */
    void add(long time, double value, double other) {
        if (all) {
            point(time, value, other);
            return;
        }
        if (time >= stretchEnds) {
            flush();
            long stretch = (long) ((time - firstNanos) / perStretch);
            stretchEnds = firstNanos + (long) Math.ceil((stretch + 1) * perStretch);
            open = true;
            low = Double.POSITIVE_INFINITY;
            high = Double.NEGATIVE_INFINITY;
        }
        if (value < low) {
            low = value;
            lowBeside = other;
            lowNanos = time;
        }
        if (value > high) {
            high = value;
            highBeside = other;
            highNanos = time;
        }
    }

    private void flush() {
        if (!open) {
            return;
        }
        open = false;
        boolean lowFirst = lowNanos <= highNanos;
        point(lowFirst ? lowNanos : highNanos, lowFirst ? low : high, lowFirst ? lowBeside : highBeside);
        if (lowNanos != highNanos) {
            point(lowFirst ? highNanos : lowNanos, lowFirst ? high : low, lowFirst ? highBeside : lowBeside);
        }
    }

    /** The curve begins or ends here, whatever the marks. */
    void corner(long time, double value, double other) {
        flush();
        point(time, value, other);
    }

    private void point(long time, double value, double other) {
        if (size > 0 && timeNanos[size - 1] == time) {
            size--;
        }
        if (size < timeNanos.length) {
            timeNanos[size] = time;
            values[size] = value;
            beside[size] = other;
            size++;
        }
    }

    /** {@return the curve} */
    EquitySeries curve() {
        return new EquitySeries(Arrays.copyOf(timeNanos, size), Arrays.copyOf(values, size));
    }

    /** {@return the other curve at the same times} */
    EquitySeries other() {
        return new EquitySeries(Arrays.copyOf(timeNanos, size), Arrays.copyOf(beside, size));
    }
}
