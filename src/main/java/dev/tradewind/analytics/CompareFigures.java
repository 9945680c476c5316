package dev.tradewind.analytics;

import static dev.tradewind.analytics.Performance.ratio;

import java.util.Map;

/** Figures against holding; formulas with {@link Metric}. */
final class CompareFigures {

    /** A variance below this is the rounding of prices. */
    private static final double NO_VARIANCE = 1e-28;

    private CompareFigures() {}

    static void into(Map<Metric, Double> figures, DailyReturns returns, EquitySeries hold, double periodsPerYear) {
        if (hold.size() == 0) {
            return;
        }
        figures.put(Metric.BENCHMARK_RETURN, ratio(hold.equity()[hold.size() - 1], hold.equity()[0]) - 1);
        if (returns.count() < 2) {
            return;
        }
        DailyReturns held = DailyReturns.of(hold);
        double covariance = 0;
        double variance = 0;
        for (int day = 0; day < returns.count(); day++) {
            double away = held.at(day) - held.mean();
            covariance += away * (returns.at(day) - returns.mean());
            variance += away * away;
        }
        if (variance / returns.count() < NO_VARIANCE) {
            return;
        }
        double beta = covariance / variance;
        figures.put(Metric.BETA, beta);
        figures.put(Metric.ALPHA, (returns.mean() - beta * held.mean()) * periodsPerYear);
    }
}
