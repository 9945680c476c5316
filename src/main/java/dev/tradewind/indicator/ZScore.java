package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.STATISTICS;

/**
 * {@code (value − mean) / standard deviation} over {@code period} values, of the population; none where nothing moved.
 * Source: any textbook; ta4j's sigma indicator.
 */
public final class ZScore extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "z-score", "Z-score", STATISTICS, "How far a value is from its mean, in standard deviations.",
                    p -> p.integer("period"), p -> new ZScore(p.integer("period"), Source.of(p)))
            .with(Specs.period(20, 2), Specs.source());

    private final Moments moments;

    ZScore(int period, Source source) {
        super(source);
        moments = part(new Moments(period));
    }

    @Override
    public double next(double value) {
        if (!moments.next(value)) {
            return Double.NaN;
        }
        double deviation = moments.deviation();
        return deviation > 0 ? (value - moments.mean()) / deviation : Double.NaN;
    }
}
