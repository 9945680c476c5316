package dev.tradewind.optimise;

import dev.tradewind.analytics.Metric;

/**
 * The figure looked for, with its sense. What cannot be told (NaN) is worse than anything that can.
 *
 * @param metric the figure
 */
public record Objective(Metric metric) {

    /** {@return the value where more is always better; NaN stays NaN} */
    public double score(double value) {
        return metric.moreIsBetter() ? value : -value;
    }

    /** {@return whether a value is better than another; NaN never is, and anything else is better than NaN} */
    public boolean better(double value, double other) {
        if (Double.isNaN(value)) {
            return false;
        }
        return Double.isNaN(other) || score(value) > score(other);
    }
}
