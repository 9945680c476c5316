package dev.tradewind.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.kernel.Rng;
import org.junit.jupiter.api.Test;

class EquitySeriesTest {

    private static final long HOUR = 3_600_000_000_000L;

    private static EquitySeries series(double[] hours, double[] equity) {
        long[] times = new long[hours.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = Days.START + (long) (hours[i] * HOUR);
        }
        return new EquitySeries(times, equity);
    }

    @Test
    void midnightClosesTheDayThatEnds() {
        assertEquals(
                series(new double[] {0, 24, 48, 50}, new double[] {1, 4, 6, 7}),
                series(new double[] {0, 1, 23, 24, 25, 48, 50}, new double[] {1, 2, 3, 4, 5, 6, 7}).daily());
    }

    @Test
    void aDayWithoutMarksKeepsTheValueOfTheDayBefore() {
        assertEquals(
                series(new double[] {12, 24, 48, 72, 75}, new double[] {1, 2, 2, 2, 3}),
                series(new double[] {12, 20, 75}, new double[] {1, 2, 3}).daily());
    }

    @Test
    void aRunWithinADayIsOneDay() {
        assertEquals(
                series(new double[] {1, 3}, new double[] {1, 3}),
                series(new double[] {1, 2, 3}, new double[] {1, 2, 3}).daily());
    }

    @Test
    void dailySeriesComeOutAsTheyWentIn() {
        EquitySeries days = Days.walk(new Rng(5), 40);
        assertEquals(days, days.daily());
        EquitySeries partly = series(new double[] {7, 24, 48, 72, 80.5}, new double[] {1, 2, 3, 4, 5});
        assertEquals(partly, partly.daily());
    }

    @Test
    void finerSeriesMeasureAsTheirDays() {
        Rng rng = new Rng(9);
        double[] hours = new double[24 * 30 + 6];
        double[] equity = new double[hours.length];
        for (int i = 0; i < hours.length; i++) {
            hours[i] = i;
            equity[i] = i == 0 ? 100 : equity[i - 1] * (0.99 + rng.nextDouble() * 0.0201);
        }
        EquitySeries hourly = series(hours, equity);
        assertEquals(32, hourly.daily().size());
        assertEquals(
                Performance.measure(PerformanceInput.of(hourly.daily())),
                Performance.measure(PerformanceInput.of(hourly)));
    }
}
