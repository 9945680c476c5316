package dev.tradewind.analytics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A time under water: from a peak down and back up to it.
 *
 * @param peakNanos   when the peak was, nanoseconds since the epoch
 * @param troughNanos when it was deepest
 * @param endNanos    when the peak was reached again; of one that never ended, the last point
 * @param depth       the deepest fall as a fraction of the peak, positive
 * @param recovered   whether the peak was reached again
 */
public record Drawdown(long peakNanos, long troughNanos, long endNanos, double depth, boolean recovered) {

    /** {@return from the peak until it was reached again, in days} */
    public double days() {
        return (double) (endNanos - peakNanos) / EquitySeries.DAY_NANOS;
    }

    /** {@return from the trough until the peak was reached again, in days; so far, of one that is not over} */
    public double recoveryDays() {
        return (double) (endNanos - troughNanos) / EquitySeries.DAY_NANOS;
    }

    /** {@return every time under water of a series, in order of time; the last one may not be over} */
    public static List<Drawdown> of(EquitySeries series) {
        List<Drawdown> all = new ArrayList<>();
        int peak = 0;
        int trough = 0;
        for (int i = 1; i < series.size(); i++) {
            if (series.equity()[i] < series.equity()[peak]) {
                trough = trough == peak || series.equity()[i] < series.equity()[trough] ? i : trough;
            } else {
                if (trough != peak) {
                    all.add(between(series, peak, trough, i, true));
                }
                peak = i;
                trough = i;
            }
        }
        if (trough != peak) {
            all.add(between(series, peak, trough, series.size() - 1, false));
        }
        return all;
    }

    /** {@return the deepest times under water of a series, deepest first; of equals the earlier first} */
    public static List<Drawdown> deepest(EquitySeries series, int atMost) {
        return of(series).stream()
                .sorted(Comparator.comparingDouble(Drawdown::depth).reversed())
                .limit(atMost)
                .toList();
    }

    private static Drawdown between(EquitySeries series, int peak, int trough, int end, boolean recovered) {
        long[] times = series.timeNanos();
        double top = series.equity()[peak];
        double depth = Performance.ratio(top - series.equity()[trough], top);
        return new Drawdown(times[peak], times[trough], times[end], depth, recovered);
    }
}
