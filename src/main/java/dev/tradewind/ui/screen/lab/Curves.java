package dev.tradewind.ui.screen.lab;

import dev.tradewind.analytics.EquitySeries;
import dev.tradewind.backtest.RunReport;

/**
 * A run's curves on one row of times, ready to draw. The arrays are not changed.
 *
 * @param seconds     when, seconds since the epoch
 * @param equity      in quote units
 * @param hold        what holding would have been worth; empty where that is not known
 * @param pessimistic with stops always first; empty where no candle left it open
 * @param optimistic  with profit orders always first
 * @param fall        below the highest equity so far, as a fraction, not positive
 */
record Curves(
        double[] seconds, double[] equity, double[] hold, double[] pessimistic, double[] optimistic, double[] fall) {

    private static final double SECOND_NANOS = 1e9;
    private static final double[] NOTHING = new double[0];

    static Curves of(RunReport report) {
        long[] times = report.equity().timeNanos();
        double[] seconds = new double[times.length];
        double[] fall = new double[times.length];
        double peak = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < times.length; i++) {
            seconds[i] = times[i] / SECOND_NANOS;
            double now = report.equity().equity()[i];
            peak = Math.max(peak, now);
            fall[i] = peak > 0 ? now / peak - 1 : 0;
        }
        return new Curves(
                seconds, report.equity().equity(), at(times, report.hold()),
                report.spread().map(spread -> at(times, spread.pessimistic())).orElse(NOTHING),
                report.spread().map(spread -> at(times, spread.optimistic())).orElse(NOTHING), fall);
    }

    /** {@return a curve's values at other times: the last one that was known then} */
    private static double[] at(long[] times, EquitySeries curve) {
        if (curve.size() == 0) {
            return NOTHING;
        }
        double[] values = new double[times.length];
        int point = 0;
        for (int i = 0; i < times.length; i++) {
            while (point + 1 < curve.size() && curve.timeNanos()[point + 1] <= times[i]) {
                point++;
            }
            values[i] = curve.equity()[point];
        }
        return values;
    }

    /** {@return how far the highest of some values is from the lowest} */
    static double span(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return Math.max(0, high - low);
    }

    /** {@return the row of the deepest fall, −1 where there is no row} */
    int deepest() {
        int deepest = fall.length - 1;
        for (int i = fall.length - 1; i >= 0; i--) {
            deepest = fall[i] <= fall[deepest] ? i : deepest;
        }
        return deepest;
    }

    /** {@return the row nearest to a time} */
    int nearest(double second) {
        int from = 0;
        int to = seconds.length - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (seconds[middle] < second) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from > 0 && second - seconds[from - 1] < seconds[from] - second ? from - 1 : from;
    }
}
