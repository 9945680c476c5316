package dev.tradewind.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures where there is little to measure: whole values, what cannot be told being NaN. */
class PerformanceEdgeTest {

    private static final double NONE = Double.NaN;

    private static Performance expected(Map<Metric, Double> figures) {
        EnumMap<Metric, Double> all = new EnumMap<>(Metric.class);
        // a run without trades says so in any case
        all.put(Metric.TRADES, 0.0);
        all.put(Metric.LONGEST_WINS, 0.0);
        all.put(Metric.LONGEST_LOSSES, 0.0);
        all.putAll(figures);
        return Performance.of(all);
    }

    @Test
    void nothingIsToldOfNothing() {
        assertEquals(expected(Map.of()), Performance.measure(PerformanceInput.of(EquitySeries.EMPTY)));
    }

    @Test
    void aStartAloneHasEarnedNothing() {
        assertEquals(
                expected(Map.of(Metric.TOTAL_RETURN, 0.0, Metric.NET_PROFIT, 0.0, Metric.DAYS, 0.0)),
                Performance.measure(PerformanceInput.of(Days.equity(100))));
    }

    @Test
    void oneDayHasNoDeviation() {
        Performance day = Performance.measure(PerformanceInput.of(Days.equity(100, 75)));
        assertEquals(
                expected(Map.ofEntries(
                        Map.entry(Metric.TOTAL_RETURN, -0.25),
                        Map.entry(Metric.ANNUAL_RETURN, Math.pow(0.75, 365) - 1),
                        Map.entry(Metric.NET_PROFIT, -25.0),
                        Map.entry(Metric.DAYS, 1.0),
                        Map.entry(Metric.MAX_DRAWDOWN, 0.25),
                        Map.entry(Metric.MAX_DRAWDOWN_LENGTH, 1.0),
                        Map.entry(Metric.AVERAGE_DRAWDOWN, 0.25),
                        Map.entry(Metric.AVERAGE_DRAWDOWN_LENGTH, 1.0),
                        Map.entry(Metric.ULCER_INDEX, 0.25),
                        Map.entry(Metric.CALMAR, (Math.pow(0.75, 365) - 1) / 0.25),
                        Map.entry(Metric.VALUE_AT_RISK, 0.25),
                        Map.entry(Metric.EXPECTED_SHORTFALL, 0.25),
                        Map.entry(Metric.TAIL_RATIO, 1.0))),
                day);
    }

    @Test
    void flatEquityHasNoRiskAndSoNoRatios() {
        assertEquals(
                expected(Map.ofEntries(
                        Map.entry(Metric.TOTAL_RETURN, 0.0),
                        Map.entry(Metric.ANNUAL_RETURN, 0.0),
                        Map.entry(Metric.NET_PROFIT, 0.0),
                        Map.entry(Metric.DAYS, 3.0),
                        Map.entry(Metric.VOLATILITY, 0.0),
                        Map.entry(Metric.MAX_DRAWDOWN, 0.0),
                        Map.entry(Metric.MAX_DRAWDOWN_LENGTH, 0.0),
                        Map.entry(Metric.AVERAGE_DRAWDOWN, 0.0),
                        Map.entry(Metric.AVERAGE_DRAWDOWN_LENGTH, 0.0),
                        Map.entry(Metric.ULCER_INDEX, 0.0),
                        Map.entry(Metric.VALUE_AT_RISK, 0.0),
                        Map.entry(Metric.EXPECTED_SHORTFALL, 0.0))),
                Performance.measure(PerformanceInput.of(Days.equity(100, 100, 100, 100))));
    }

    @Test
    void aSteadyRiseIsNoInfiniteSharpeRatio() {
        Performance steady = Performance.measure(PerformanceInput.of(Days.returning(0.01, 0.01, 0.01, 0.01, 0.01)));
        assertEquals(NONE, steady.value(Metric.SHARPE));
        assertEquals(NONE, steady.value(Metric.SORTINO));
        assertEquals(NONE, steady.value(Metric.CALMAR));
        assertEquals(NONE, steady.value(Metric.OMEGA));
        assertEquals(0, steady.value(Metric.VOLATILITY));
    }

    @Test
    void ruinIsTotalAndEarnsNoMore() {
        Performance ruin = Performance.measure(PerformanceInput.of(Days.equity(100, 50, -10, -5, -10)));
        assertEquals(-1.1, ruin.value(Metric.TOTAL_RETURN), 1e-15);
        assertEquals(-1, ruin.value(Metric.ANNUAL_RETURN));
        assertEquals(1.1, ruin.value(Metric.MAX_DRAWDOWN), 1e-15);
        assertEquals((-0.5 - 1.2) / 4, mean(ruin), 1e-12);
        assertEquals(1.2 - 0.15 * 0.7, ruin.value(Metric.VALUE_AT_RISK), 1e-12);
    }

    private static double mean(Performance performance) {
        return performance.value(Metric.SHARPE) * performance.value(Metric.VOLATILITY) / 365;
    }

    @Test
    void theDeepestFallIsThatOfEveryMarkWhereItIsKnown() {
        PerformanceInput input = new PerformanceInput(
                Days.equity(100, 90, 110), EquitySeries.EMPTY, 0.4, List.of(), 0.25, 300, 1, 2, 3);
        Performance performance = Performance.measure(input);
        assertEquals(0.4, performance.value(Metric.MAX_DRAWDOWN));
        assertEquals(0.1, performance.value(Metric.AVERAGE_DRAWDOWN), 1e-15);
        assertEquals(performance.value(Metric.ANNUAL_RETURN) / 0.4, performance.value(Metric.CALMAR));
        assertEquals(0.25, performance.value(Metric.EXPOSURE));
        assertEquals(3, performance.value(Metric.TURNOVER));
        assertEquals(1, performance.value(Metric.FEES));
        assertEquals(2, performance.value(Metric.SLIPPAGE));
        assertEquals(3, performance.value(Metric.FUNDING));
    }

    @Test
    void aFlatBenchmarkLeavesNothingToExplain() {
        PerformanceInput input = new PerformanceInput(
                Days.equity(100, 90, 110), Days.equity(5, 5, 5), NONE, List.of(), 0, 0, 0, 0, 0);
        Performance performance = Performance.measure(input);
        assertEquals(0, performance.value(Metric.BENCHMARK_RETURN));
        assertEquals(NONE, performance.value(Metric.BETA));
        assertEquals(NONE, performance.value(Metric.ALPHA));
    }

    @Test
    void aBenchmarkOfOtherTimesIsRefused() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new PerformanceInput(
                        Days.equity(1, 2), Days.equity(1, 2, 3), NONE, List.of(), 0, 0, 0, 0, 0));
        assertEquals(
                "holding has 3 points where equity has 2; both are taken at the same times", refused.getMessage());
    }
}
