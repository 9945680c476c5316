package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.AVERAGE;

/**
 * Simple moving average: the sum of the last {@code period} values divided by {@code period}. Source: any textbook; the
 * definition is TA-Lib's {@code SMA}.
 */
public final class Sma extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "sma", "Simple moving average", AVERAGE, "Mean of the last values.",
                    p -> p.integer("period"), p -> new Sma(p.integer("period"), Source.of(p)))
            .with(Specs.period(20), Specs.source());

    private final int period;
    private final RollingSum sum;

    /** @param period values it looks back over, 1 to 5,000 */
    public Sma(int period) {
        this(period, Source.CLOSE);
    }

    Sma(int period, Source source) {
        super(source);
        this.period = window("an SMA", period);
        sum = part(new RollingSum(period));
    }

    @Override
    public double next(double value) {
        return sum.next(value) / period;
    }
}
