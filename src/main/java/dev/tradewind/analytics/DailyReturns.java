package dev.tradewind.analytics;

import java.util.Arrays;

/**
 * The simple return of each day, {@code r = E(t) / E(t−1) − 1}, and what every figure made of them needs. After ruin,
 * equity at or below nothing, there is nothing left to earn on: those days return 0.
 */
final class DailyReturns {

    /**
     * Below this a deviation is the rounding of equity, not risk: a ratio over it would be a number without meaning.
     */
    private static final double NO_DEVIATION = 1e-14;

    private final double[] returns;
    private final double mean;

    private DailyReturns(double[] returns) {
        this.returns = returns;
        this.mean = Performance.mean(returns);
    }

    static DailyReturns of(EquitySeries daily) {
        double[] returns = new double[Math.max(0, daily.size() - 1)];
        for (int i = 0; i < returns.length; i++) {
            double before = daily.equity()[i];
            returns[i] = before > 0 ? daily.equity()[i + 1] / before - 1 : 0;
        }
        return new DailyReturns(returns);
    }

    int count() {
        return returns.length;
    }

    double at(int day) {
        return returns[day];
    }

    double mean() {
        return mean;
    }

    double[] sorted() {
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** {@return the sample's standard deviation, over n − 1; NaN of fewer than two} */
    double deviation() {
        return returns.length < 2 ? Double.NaN : settled(Math.sqrt(moment(2) * returns.length / (returns.length - 1)));
    }

    /** {@return the root of the mean square of what lies below 0, over all days; NaN of fewer than two} */
    double downside() {
        if (returns.length < 2) {
            return Double.NaN;
        }
        double squares = 0;
        for (double value : returns) {
            squares += value < 0 ? value * value : 0;
        }
        return settled(Math.sqrt(squares / returns.length));
    }

    /** {@return the third moment over the deviation's third power, both over n; NaN where nothing deviates} */
    double skewness() {
        double deviation = settled(Math.sqrt(moment(2)));
        return Performance.ratio(moment(3), deviation * deviation * deviation);
    }

    /**
     * {@return the fourth moment over the second's square, both over n: 3 for a normal distribution; NaN where nothing
     * deviates}
     */
    double kurtosis() {
        double deviation = settled(Math.sqrt(moment(2)));
        return Performance.ratio(moment(4), deviation * deviation * deviation * deviation);
    }

    private static double settled(double deviation) {
        return deviation < NO_DEVIATION ? 0 : deviation;
    }

    private double moment(int power) {
        double sum = 0;
        for (double value : returns) {
            double away = value - mean;
            double product = away;
            for (int i = 1; i < power; i++) {
                product *= away;
            }
            sum += product;
        }
        return sum / returns.length;
    }
}
