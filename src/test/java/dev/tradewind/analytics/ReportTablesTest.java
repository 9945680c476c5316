package dev.tradewind.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tradewind.kernel.Rng;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables a report is made of: times under water, months, comparison. */
class ReportTablesTest {

    private static long day(int day) {
        return Days.START + day * Days.DAY;
    }

    @Test
    void listsTimesUnderWaterInOrder() {
        EquitySeries series = Days.equity(100, 90, 95, 100, 120, 120, 60, 90, 130, 130, 117);
        List<Drawdown> expected = List.of(
                new Drawdown(day(0), day(1), day(3), 0.1, true),
                new Drawdown(day(5), day(6), day(8), 0.5, true),
                new Drawdown(day(9), day(10), day(10), 0.1, false));
        assertEquals(expected, Drawdown.of(series));
        assertEquals(List.of(expected.get(1), expected.get(0)), Drawdown.deepest(series, 2));
        assertEquals(3, expected.get(1).days());
        assertEquals(2, expected.get(1).recoveryDays());
    }

    /** By hand from the closes: nothing but the first day's dip and the crash, which is not over. */
    @Test
    void findsTheCrashOfAugust2024() {
        assertEquals(
                List.of(
                        new Drawdown(day(0), day(1), day(2), (67907.99 - 67896.5) / 67907.99, true),
                        new Drawdown(day(2), day(10), day(29), (68249.88 - 54018.81) / 68249.88, false)),
                Drawdown.of(Days.equity(Days.BITCOIN)));
    }

    @Test
    void noFallIsNoTimeUnderWater() {
        assertEquals(List.of(), Drawdown.of(Days.equity(1, 1, 2, 3)));
        assertEquals(List.of(), Drawdown.of(EquitySeries.EMPTY));
    }

    @Test
    void tellsEachMonthAndYear() {
        long[] times = {at("2023-11-10T06:00:00Z"), at("2023-12-01T00:00:00Z"), at("2024-01-01T00:00:00Z"),
            at("2024-02-01T00:00:00Z"), at("2024-02-15T12:00:00Z")};
        MonthlyReturns table = MonthlyReturns.of(new EquitySeries(times, new double[] {100, 110, 88, 132, 99}));
        assertEquals(
                new MonthlyReturns(List.of(
                        new MonthlyReturns.Year(2023, months(11, 110.0 / 100 - 1, 88.0 / 110 - 1), 88.0 / 100 - 1),
                        new MonthlyReturns.Year(2024, months(1, 132.0 / 88 - 1, 99.0 / 132 - 1), 99.0 / 88 - 1))),
                table);
        assertEquals(List.of(), MonthlyReturns.of(EquitySeries.EMPTY).years());
        assertEquals(List.of(), MonthlyReturns.of(Days.equity(1)).years());
    }

    private static long at(String time) {
        return Instant.parse(time).getEpochSecond() * 1_000_000_000L;
    }

    private static List<Double> months(int first, double one, double two) {
        List<Double> months = new ArrayList<>(Collections.nCopies(12, Double.NaN));
        months.set(first - 1, one);
        months.set(first, two);
        return months;
    }

    @Test
    void monthsCompoundToTheWhole() {
        EquitySeries walk = Days.walk(new Rng(77), 900);
        double months = 1;
        double years = 1;
        for (MonthlyReturns.Year year : MonthlyReturns.of(walk).years()) {
            years *= 1 + year.whole();
            for (double month : year.months()) {
                months *= Double.isNaN(month) ? 1 : 1 + month;
            }
        }
        double whole = walk.equity()[900] / walk.equity()[0];
        assertEquals(whole, months, 1e-9 * whole);
        assertEquals(whole, years, 1e-9 * whole);
    }

    @Test
    void namesTheBestOfEachFigureThatJudges() {
        Comparison comparison = Comparison.of(List.of("a", "b", "c"), List.of(
                run(1.0, 0.2, 5), run(2.0, 0.3, 6), run(Double.NaN, 0.1, 7)));
        assertEquals(
                new Comparison(
                        List.of("a", "b", "c"),
                        List.of(
                                new Comparison.Row(Metric.SHARPE, List.of(1.0, 2.0, Double.NaN), 1),
                                new Comparison.Row(Metric.MAX_DRAWDOWN, List.of(0.2, 0.3, 0.1), 2),
                                new Comparison.Row(Metric.TRADES, List.of(5.0, 6.0, 7.0), -1),
                                new Comparison.Row(Metric.FEES, List.of(1.0, 1.0, 1.0), -1))),
                comparison);
    }

    private static Performance run(double sharpe, double fall, double trades) {
        return Performance.of(
                Map.of(Metric.SHARPE, sharpe, Metric.MAX_DRAWDOWN, fall, Metric.TRADES, trades, Metric.FEES, 1.0));
    }

    @Test
    void tooManyRunsAreRefused() {
        List<Performance> eleven = Collections.nCopies(11, Performance.of(Map.of()));
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> Comparison.of(Collections.nCopies(11, "x"), eleven));
        assertEquals(
                "11 runs with 11 names cannot be compared; from 1 to 10 can, each with its name", refused.getMessage());
    }
}
