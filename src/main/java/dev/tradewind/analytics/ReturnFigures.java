package dev.tradewind.analytics;

import static dev.tradewind.analytics.Performance.ratio;

import java.util.Map;

/** Figures of the daily returns; formulas with {@link Metric}. */
final class ReturnFigures {

    /** The share of days in each tail. */
    private static final double TAIL = 0.05;

    private final EquitySeries daily;
    private final DailyReturns returns;
    private final double periodsPerYear;

    ReturnFigures(EquitySeries daily, DailyReturns returns, double periodsPerYear) {
        this.daily = daily;
        this.returns = returns;
        this.periodsPerYear = periodsPerYear;
    }

    void into(Map<Metric, Double> figures) {
        if (daily.size() == 0) {
            return;
        }
        double start = daily.equity()[0];
        double end = daily.equity()[daily.size() - 1];
        figures.put(Metric.TOTAL_RETURN, ratio(end, start) - 1);
        figures.put(Metric.ANNUAL_RETURN, annual(start, end));
        figures.put(Metric.NET_PROFIT, end - start);
        figures.put(Metric.DAYS, (double) returns.count());
        if (returns.count() == 0) {
            return;
        }
        double yearRoot = Math.sqrt(periodsPerYear);
        figures.put(Metric.VOLATILITY, returns.deviation() * yearRoot);
        figures.put(Metric.SHARPE, ratio(returns.mean(), returns.deviation()) * yearRoot);
        figures.put(Metric.SORTINO, ratio(returns.mean(), returns.downside()) * yearRoot);
        figures.put(Metric.OMEGA, omega());
        figures.put(Metric.SKEWNESS, returns.skewness());
        figures.put(Metric.KURTOSIS, returns.kurtosis());
        double[] sorted = returns.sorted();
        double low = quantile(sorted, TAIL);
        // taken from 0, so that no loss is 0 and not −0
        figures.put(Metric.VALUE_AT_RISK, 0 - low);
        figures.put(Metric.EXPECTED_SHORTFALL, 0 - meanUpTo(sorted, low));
        figures.put(Metric.TAIL_RATIO, ratio(Math.abs(quantile(sorted, 1 - TAIL)), Math.abs(low)));
    }

    private double annual(double start, double end) {
        if (start <= 0 || daily.size() < 2) {
            return Double.NaN;
        }
        double days = (double) (daily.timeNanos()[daily.size() - 1] - daily.timeNanos()[0]) / EquitySeries.DAY_NANOS;
        return end <= 0 ? -1 : Math.pow(end / start, periodsPerYear / days) - 1;
    }

    private double omega() {
        double gains = 0;
        double losses = 0;
        for (int day = 0; day < returns.count(); day++) {
            gains += Math.max(0, returns.at(day));
            losses -= Math.min(0, returns.at(day));
        }
        return returns.count() < 2 ? Double.NaN : ratio(gains, losses);
    }

    /** {@return the quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7)} */
    static double quantile(double[] sorted, double share) {
        double place = (sorted.length - 1) * share;
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static double meanUpTo(double[] sorted, double limit) {
        double sum = 0;
        int count = 0;
        for (double value : sorted) {
            if (value > limit) {
                break;
            }
            sum += value;
            count++;
        }
        return sum / count;
    }
}
