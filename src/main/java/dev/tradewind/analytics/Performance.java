package dev.tradewind.analytics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Every figure of a run. What cannot be told (a ratio over nothing) is NaN. Immutable. */
public final class Performance {

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
