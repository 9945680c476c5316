package dev.tradewind.analytics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Runs side by side: each figure of each run, and whose is best.
 *
 * @param names the runs', in the order given
 * @param rows  the figures at least one run has, in the order of reports
 */
public record Comparison(List<String> names, List<Row> rows) {

    /** Runs at most. */
    public static final int MOST_RUNS = 10;

    /** Figures that describe a run without judging it. */
    private static final Set<Metric> PLAIN = Collections.unmodifiableSet(EnumSet.of(
            Metric.TRADES, Metric.AVERAGE_TRADE_LENGTH, Metric.EXPOSURE, Metric.TURNOVER, Metric.BENCHMARK_RETURN,
            Metric.BETA, Metric.DAYS, Metric.SKEWNESS, Metric.KURTOSIS));

    /**
     * A figure of all runs.
     *
     * @param values in the order of the runs, NaN where it cannot be told
     * @param best   the run whose figure is best, from 0; −1 where none is or the figure does not judge
     */
    public record Row(Metric metric, List<Double> values, int best) {

        public Row {
            values = List.copyOf(values);
        }
    }

    public Comparison {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /**
     * {@return the comparison}
     *
     * @throws IllegalArgumentException if there are none or too many, or not a name for each
     */
    public static Comparison of(List<String> names, List<Performance> runs) {
        if (runs.isEmpty() || runs.size() > MOST_RUNS || names.size() != runs.size()) {
            throw new IllegalArgumentException(runs.size() + " runs with " + names.size()
                    + " names cannot be compared; from 1 to " + MOST_RUNS + " can, each with its name");
        }
        List<Row> rows = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            List<Double> values = runs.stream().map(run -> run.value(metric)).toList();
            if (values.stream().anyMatch(value -> !value.isNaN())) {
                rows.add(new Row(metric, values, best(metric, values)));
            }
        }
        return new Comparison(names, rows);
    }

    private static int best(Metric metric, List<Double> values) {
        int best = -1;
        boolean differ = false;
        for (int run = 0; run < values.size() && !PLAIN.contains(metric); run++) {
            double value = values.get(run);
            if (Double.isNaN(value)) {
                continue;
            }
            double ahead = best < 0 ? 1 : (value - values.get(best)) * (metric.moreIsBetter() ? 1 : -1);
            differ |= best >= 0 && ahead != 0;
            best = ahead > 0 ? run : best;
        }
        return differ ? best : -1;
    }
}
