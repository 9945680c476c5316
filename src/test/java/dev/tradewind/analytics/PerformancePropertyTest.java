package dev.tradewind.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.kernel.Rng;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of seeded walks against the formulas written down as naively as can be, quadratic where that is plainer. */
class PerformancePropertyTest {

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void agreesWithNaiveFormulas(long seed) {
        Rng rng = new Rng(seed);
        EquitySeries equity = Days.walk(rng, 2 + rng.nextInt(400));
        EquitySeries hold = Days.walk(rng, equity.size() - 1);
        Performance performance = Performance.measure(
                new PerformanceInput(equity, hold, Double.NaN, List.of(), 0, 0, 0, 0, 0));
        Map<Metric, Double> naive = new EnumMap<>(Metric.class);
        ofReturns(naive, returns(equity), returns(hold));
        ofFalls(naive, equity.equity());
        naive.forEach((metric, expected) -> assertEquals(
                expected,
                performance.value(metric),
                1e-9 * Math.max(1, Math.abs(expected)),
                "seed " + seed + ", " + metric));
    }

    private static double[] returns(EquitySeries series) {
        double[] returns = new double[series.size() - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = (series.equity()[i + 1] - series.equity()[i]) / series.equity()[i];
        }
        return returns;
    }

    private static void ofReturns(Map<Metric, Double> naive, double[] r, double[] h) {
        double mean = Arrays.stream(r).average().orElseThrow();
        double squares = Arrays.stream(r).map(x -> Math.pow(x - mean, 2)).sum();
        double deviation = Math.sqrt(squares / (r.length - 1));
        double below = Math.sqrt(Arrays.stream(r).map(x -> Math.pow(Math.min(x, 0), 2)).sum() / r.length);
        naive.put(Metric.VOLATILITY, deviation * Math.sqrt(365));
        naive.put(Metric.SHARPE, mean * 365 / (deviation * Math.sqrt(365)));
        if (below > 0) {
            naive.put(Metric.SORTINO, mean * 365 / (below * Math.sqrt(365)));
            double gains = Arrays.stream(r).filter(x -> x > 0).sum();
            naive.put(Metric.OMEGA, gains / -Arrays.stream(r).filter(x -> x < 0).sum());
        }
        double spread = Math.sqrt(squares / r.length);
        naive.put(Metric.SKEWNESS, Arrays.stream(r).map(x -> Math.pow((x - mean) / spread, 3)).sum() / r.length);
        naive.put(Metric.KURTOSIS, Arrays.stream(r).map(x -> Math.pow((x - mean) / spread, 4)).sum() / r.length);
        double[] sorted = Arrays.stream(r).sorted().toArray();
        double low = quantile(sorted, 5);
        naive.put(Metric.VALUE_AT_RISK, -low);
        naive.put(Metric.EXPECTED_SHORTFALL, -Arrays.stream(r).filter(x -> x <= low).average().orElseThrow());
        naive.put(Metric.TAIL_RATIO, Math.abs(quantile(sorted, 95) / low));
        double meanHold = Arrays.stream(h).average().orElseThrow();
        double together = 0;
        for (int i = 0; i < r.length; i++) {
            together += r[i] * h[i];
        }
        double beta = (together / r.length - mean * meanHold)
                / (Arrays.stream(h).map(x -> x * x).sum() / r.length - meanHold * meanHold);
        naive.put(Metric.BETA, beta);
        naive.put(Metric.ALPHA, 365 * mean - beta * 365 * meanHold);
    }

    private static double quantile(double[] sorted, int percent) {
        double place = (sorted.length - 1) * percent / 100.0;
        int whole = (int) place;
        return whole + 1 == sorted.length
                ? sorted[whole]
                : sorted[whole] * (1 - (place - whole)) + sorted[whole + 1] * (place - whole);
    }

    private static void ofFalls(Map<Metric, Double> naive, double[] equity) {
        double deepest = 0;
        double squares = 0;
        for (int i = 1; i < equity.length; i++) {
            double peak = 0;
            for (int j = 0; j <= i; j++) {
                peak = Math.max(peak, equity[j]);
                deepest = Math.max(deepest, 1 - equity[i] / equity[j]);
            }
            squares += Math.pow(1 - equity[i] / peak, 2);
        }
        double longest = 0;
        for (int i = 0; i < equity.length; i++) {
            int end = i + 1;
            while (end < equity.length && equity[end] < equity[i]) {
                end++;
            }
            boolean peak = true;
            for (int j = 0; j < i; j++) {
                peak &= equity[j] <= equity[i];
            }
            boolean fell = i + 1 < equity.length && equity[i + 1] < equity[i];
            longest = peak && fell ? Math.max(longest, Math.min(end, equity.length - 1) - i) : longest;
        }
        naive.put(Metric.MAX_DRAWDOWN, deepest);
        naive.put(Metric.MAX_DRAWDOWN_LENGTH, longest);
        naive.put(Metric.ULCER_INDEX, Math.sqrt(squares / (equity.length - 1)));
        naive.put(Metric.TOTAL_RETURN, equity[equity.length - 1] / equity[0] - 1);
        naive.put(Metric.NET_PROFIT, equity[equity.length - 1] - equity[0]);
        naive.put(
                Metric.ANNUAL_RETURN,
                Math.exp(Math.log(equity[equity.length - 1] / equity[0]) * 365 / (equity.length - 1)) - 1);
    }
}
