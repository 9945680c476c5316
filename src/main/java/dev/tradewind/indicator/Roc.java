package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.MOMENTUM;

/**
 * Rate of change in percent: {@code 100 × (value / value[period] − 1)}; none from a value of 0. Source: TA-Lib's
 * {@code ROC}.
 */
public final class Roc extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "roc", "Rate of change", MOMENTUM, "Change against some candles ago, in percent.",
                    p -> p.integer("period") + 1, p -> new Roc(p.integer("period"), Source.of(p)))
            .with(Specs.period(10), Specs.source());

    private final Ring window;

    Roc(int period, Source source) {
        super(source);
        window = part(new Ring(period));
    }

    @Override
    public double next(double value) {
        boolean warm = window.full();
        double before = window.push(value);
        return warm && before != 0 ? 100 * (value / before - 1) : Double.NaN;
    }
}
