package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.AVERAGE;

/**
 * Arnaud Legoux moving average: weights {@code exp(−(i − m)² / 2s²)} for the values {@code i = 0} (oldest) to
 * {@code n − 1}, with {@code m = offset × (n − 1)} and {@code s = n / sigma}, divided by their sum. Source: Legoux and
 * Kouzis-Loukas, 2009.
 */
public final class Alma extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "alma", "Arnaud Legoux average", AVERAGE,
                    "Mean weighted by a bell that sits near the newest values.",
                    p -> p.integer("period"),
                    p -> new Alma(
                            p.integer("period"), p.decimal("offset").doubleValue(), p.decimal("sigma").doubleValue(),
                            Source.of(p)))
            .with(
                    Specs.period(9),
                    Specs.decimal("offset", "Offset", "", "0.85", "0", "1", "Where the bell sits: 0 oldest, 1 newest."),
                    Specs.decimal("sigma", "Sigma", "", "6", "0.1", "100", "How narrow the bell is."), Specs.source());

    private final double[] weights;
    private final Ring window;

    Alma(int period, double offset, double sigma, Source source) {
        super(source);
        weights = new double[period];
        window = part(new Ring(period));
        double middle = offset * (period - 1);
        double width = period / sigma;
        double sum = 0;
        for (int back = 0; back < period; back++) {
            double distance = period - 1 - back - middle;
            weights[back] = StrictMath.exp(-distance * distance / (2 * width * width));
            sum += weights[back];
        }
        for (int back = 0; back < period; back++) {
            weights[back] /= sum;
        }
    }

    @Override
    public double next(double value) {
        window.push(value);
        if (!window.full()) {
            return Double.NaN;
        }
        double sum = 0;
        for (int back = 0; back < weights.length; back++) {
            sum += weights[back] * window.get(back);
        }
        return sum;
    }
}
