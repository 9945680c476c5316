package dev.tradewind.ui.screen.lab;

import dev.tradewind.analytics.EquitySeries;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Monthly and yearly returns of a curve. Pure. */
final class Months {

    private static final long SECOND_NANOS = 1_000_000_000L;

    /**
     * A year.
     *
     * @param months twelve returns as fractions, NaN where the curve has no such month
     * @param total  the year's return
     */
    record Year(int year, double[] months, double total) {}

    private Months() {}

    static List<Year> of(EquitySeries curve) {
        List<Year> years = new ArrayList<>();
        if (curve.size() < 2) {
            return years;
        }
        double[] months = none();
        // a point at midnight closes the month that ends
        int month = monthOf(curve.timeNanos()[0]);
        double yearBegan = curve.equity()[0];
        double monthBegan = yearBegan;
        double last = yearBegan;
        for (int i = 1; i <= curve.size(); i++) {
            int now = i == curve.size() ? Integer.MAX_VALUE : monthOf(curve.timeNanos()[i] - 1);
            if (now != month) {
                months[Math.floorMod(month, 12)] = last / monthBegan - 1;
                monthBegan = last;
                if (now == Integer.MAX_VALUE || Math.floorDiv(now, 12) != Math.floorDiv(month, 12)) {
                    years.add(new Year(Math.floorDiv(month, 12), months, last / yearBegan - 1));
                    months = none();
                    yearBegan = last;
                }
                month = now;
            }
            if (i < curve.size()) {
                last = curve.equity()[i];
            }
        }
        return years;
    }

    private static double[] none() {
        double[] months = new double[12];
        Arrays.fill(months, Double.NaN);
        return months;
    }

    private static int monthOf(long nanos) {
        LocalDateTime time = LocalDateTime.ofInstant(
                Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND_NANOS)), ZoneOffset.UTC);
        return time.getYear() * 12 + time.getMonthValue() - 1;
    }
}
