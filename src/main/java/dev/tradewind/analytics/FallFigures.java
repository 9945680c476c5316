package dev.tradewind.analytics;

import static dev.tradewind.analytics.Performance.ratio;

import java.util.List;
import java.util.Map;

/** Figures of falls from a peak; formulas with {@link Metric}. */
final class FallFigures {

    private FallFigures() {}

    /** Adds them; the annual return has to be among the figures already. */
    static void into(Map<Metric, Double> figures, EquitySeries daily, double deepestFall) {
        if (daily.size() < 2) {
            return;
        }
        List<Drawdown> falls = Drawdown.of(daily);
        double depths = 0;
        double days = 0;
        double deepest = Double.isNaN(deepestFall) ? 0 : deepestFall;
        double longest = 0;
        for (Drawdown fall : falls) {
            depths += fall.depth();
            days += fall.days();
            deepest = Math.max(deepest, fall.depth());
            longest = Math.max(longest, fall.days());
        }
        int count = Math.max(1, falls.size());
        figures.put(Metric.MAX_DRAWDOWN, deepest);
        figures.put(Metric.MAX_DRAWDOWN_LENGTH, longest);
        figures.put(Metric.AVERAGE_DRAWDOWN, depths / count);
        figures.put(Metric.AVERAGE_DRAWDOWN_LENGTH, days / count);
        figures.put(Metric.ULCER_INDEX, ulcer(daily.equity()));
        figures.put(Metric.CALMAR, ratio(figures.getOrDefault(Metric.ANNUAL_RETURN, Double.NaN), deepest));
    }

    private static double ulcer(double[] equity) {
        double peak = equity[0];
        double squares = 0;
        for (int day = 1; day < equity.length; day++) {
            peak = Math.max(peak, equity[day]);
            double fall = ratio(peak - equity[day], peak);
            squares += fall * fall;
        }
        return Math.sqrt(squares / (equity.length - 1));
    }
}
