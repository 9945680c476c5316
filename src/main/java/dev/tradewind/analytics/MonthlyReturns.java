package dev.tradewind.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What each month and each year earned, by UTC day ends; the first and the last perhaps in part.
 *
 * @param years in order, without holes
 */
public record MonthlyReturns(List<Year> years) {

    private static final int MONTHS = 12;

    /**
     * A year.
     *
     * @param year   of our era
     * @param months twelve returns as fractions, NaN where the run was not
     * @param whole  the year's return
     */
    public record Year(int year, List<Double> months, double whole) {

        public Year {
            months = List.copyOf(months);
        }
    }

    public MonthlyReturns {
        years = List.copyOf(years);
    }

    /** {@return the table of a series, which is reduced to days first} */
    public static MonthlyReturns of(EquitySeries series) {
        EquitySeries daily = series.daily();
        List<Year> years = new ArrayList<>();
        List<Double> months = blank();
        double monthStart = daily.size() == 0 ? 0 : daily.equity()[0];
        double yearStart = monthStart;
        for (int i = 1; i < daily.size(); i++) {
            LocalDate date = date(daily, i);
            boolean last = i == daily.size() - 1;
            double close = daily.equity()[i];
            if (last || date(daily, i + 1).getMonthValue() != date.getMonthValue()) {
                months.set(date.getMonthValue() - 1, Performance.ratio(close, monthStart) - 1);
                monthStart = close;
            }
            if (last || date(daily, i + 1).getYear() != date.getYear()) {
                years.add(new Year(date.getYear(), months, Performance.ratio(close, yearStart) - 1));
                months = blank();
                yearStart = close;
            }
        }
        return new MonthlyReturns(years);
    }

    private static LocalDate date(EquitySeries daily, int point) {
        return LocalDate.ofEpochDay(EquitySeries.dayOf(daily.timeNanos()[point]));
    }

    private static List<Double> blank() {
        return new ArrayList<>(Collections.nCopies(MONTHS, Double.NaN));
    }
}
