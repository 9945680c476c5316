package dev.tradewind.analytics;

import java.util.List;

/**
 * What stands behind a Sharpe ratio: how likely the true one is above a bar, given how long the run was, how its days
 * are shaped, and how many tries it is the best of. Pure.
 *
 * @param sharpe   of the run, per day (per period), not annualised
 * @param days     returns it was made of
 * @param skewness of the returns
 * @param kurtosis of the returns, 3 for normal ones
 */
public record SharpeEvidence(double sharpe, long days, double skewness, double kurtosis) {

    private static final double EULER_MASCHERONI = 0.57721566490153286;

    /** {@return the evidence of a run measured with 365 days a year} */
    public static SharpeEvidence of(Performance performance) {
        return new SharpeEvidence(
                daily(performance),
                Math.round(performance.value(Metric.DAYS)),
                performance.value(Metric.SKEWNESS),
                performance.value(Metric.KURTOSIS));
    }

    /**
     * {@return the probabilistic Sharpe ratio: how likely the true ratio is above {@code bar}, 0 to 1; NaN where it
     * cannot be told}
     *
     * <p>{@code Φ((SR − bar) √(T − 1) / √(1 − g3 SR + (g4 − 1) / 4 SR²))}. Source: Bailey and López de Prado 2012, "The
     * Sharpe Ratio Efficient Frontier".
     *
     * @param bar a Sharpe ratio per day
     */
    public double probabilistic(double bar) {
        return Normal.below((sharpe - bar) / Math.sqrt(samplingVariance()));
    }

    /**
     * {@return the deflated Sharpe ratio: the probabilistic one against the best that luck alone may bring in so many
     * tries}
     *
     * <p>Source: Bailey and López de Prado 2014, "The Deflated Sharpe Ratio".
     *
     * @param trials   backtests tried on the same data, this one among them
     * @param variance of the trials' Sharpe ratios per day; see {@link #variance}
     */
    public double deflated(long trials, double variance) {
        return probabilistic(luckiest(trials, variance));
    }

    /**
     * {@return the same where the trials' ratios are not known, only their number: they are taken to differ as much as
     * runs of this length and shape differ by chance}
     */
    public double deflated(long trials) {
        return deflated(trials, samplingVariance());
    }

    /** {@return the variance of the ratio as an estimate, per day. Source: Mertens 2002; Lo 2002 for normal returns} */
    public double samplingVariance() {
        return (1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe) / (days - 1);
    }

    /**
     * {@return the best Sharpe ratio to be expected of trials that are worth nothing, per day: 0 of a single one}
     *
     * <p>{@code √variance × ((1 − γ) Φ⁻¹(1 − 1/N) + γ Φ⁻¹(1 − 1/(N e)))}, γ = 0.5772. Source: as {@link #deflated}.
     *
     * @throws IllegalArgumentException if there are no trials
     */
    public static double luckiest(long trials, double variance) {
        if (trials < 1) {
            throw new IllegalArgumentException(trials + " trials cannot be: a run is at least the first");
        }
        if (trials == 1) {
            return 0;
        }
        double share = 1.0 / trials;
        return Math.sqrt(variance)
                * ((1 - EULER_MASCHERONI) * Normal.quantile(1 - share)
                        + EULER_MASCHERONI * Normal.quantile(1 - share / Math.E));
    }

    /** {@return the variance of the Sharpe ratios per day, over n − 1; NaN of fewer than two that have one} */
    public static double variance(List<Performance> trials) {
        double[] ratios = trials.stream()
                .mapToDouble(SharpeEvidence::daily)
                .filter(Double::isFinite)
                .toArray();
        double mean = Performance.mean(ratios);
        double squares = 0;
        for (double ratio : ratios) {
            squares += (ratio - mean) * (ratio - mean);
        }
        return ratios.length < 2 ? Double.NaN : squares / (ratios.length - 1);
    }

    private static double daily(Performance performance) {
        return performance.value(Metric.SHARPE) / Math.sqrt(Performance.DAYS_A_YEAR);
    }
}
