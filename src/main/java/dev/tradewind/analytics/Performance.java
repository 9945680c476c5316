package dev.tradewind.analytics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Every figure of a run. What cannot be told (a ratio over nothing) is NaN. Immutable. */
public final class Performance {

    /** Days with a return in a year of a market that never closes. */
    public static final double DAYS_A_YEAR = 365;

    private final double[] values;

    private Performance(double[] values) {
        this.values = values;
    }

    /** {@return these figures; those not given are NaN} */
    public static Performance of(Map<Metric, Double> figures) {
        double[] values = new double[Metric.values().length];
        Arrays.fill(values, Double.NaN);
        figures.forEach((metric, value) -> values[metric.ordinal()] = value);
        return new Performance(values);
    }

    /**
     * {@return every figure of a run, by {@link Metric}'s formulas, with {@value #DAYS_A_YEAR} periods a year: crypto
     * never closes}
     */
    public static Performance measure(PerformanceInput input) {
        return measure(input, DAYS_A_YEAR);
    }

    /**
     * As above.
     *
     * @param periodsPerYear days with a return in a year: 365 for markets that never close, 252 for exchanges with
     *                       weekends
     */
    public static Performance measure(PerformanceInput input, double periodsPerYear) {
        EnumMap<Metric, Double> figures = new EnumMap<>(Metric.class);
        EquitySeries daily = input.equity().daily();
        DailyReturns returns = DailyReturns.of(daily);
        new ReturnFigures(daily, returns, periodsPerYear).into(figures);
        FallFigures.into(figures, daily, input.deepestFall());
        CompareFigures.into(figures, returns, input.hold().daily(), periodsPerYear);
        TradeFigures.of(input.trades()).into(figures);
        figures.put(Metric.EXPOSURE, input.exposure());
        figures.put(Metric.TURNOVER, daily.size() == 0 ? Double.NaN : ratio(input.traded(), mean(daily.equity())));
        figures.put(Metric.FEES, input.fees());
        figures.put(Metric.SLIPPAGE, input.slippage());
        figures.put(Metric.FUNDING, input.funding());
        return of(figures);
    }

    /** {@return the quotient, NaN over nothing} */
    static double ratio(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }

    /** {@return the mean, NaN of nothing} */
    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** {@return the figure, NaN where it cannot be told} */
    public double value(Metric metric) {
        return values[metric.ordinal()];
    }

    /** {@return all figures in the order of reports} */
    public Map<Metric, Double> all() {
        Map<Metric, Double> all = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            all.put(metric, values[metric.ordinal()]);
        }
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Performance performance && Arrays.equals(values, performance.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
