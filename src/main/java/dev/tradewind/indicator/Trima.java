package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.AVERAGE;

/**
 * Triangular moving average: an SMA of an SMA, of {@code (n + 1) / 2} values each if {@code n} is odd, of {@code n / 2}
 * and {@code n / 2 + 1} if it is even. Source: TA-Lib's {@code TRIMA}.
 */
public final class Trima extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "trima", "Triangular moving average", AVERAGE,
                    "Mean in which the middle of the window counts most.",
                    p -> p.integer("period"), p -> new Trima(p.integer("period"), Source.of(p)))
            .with(Specs.period(20), Specs.source());

    private final Sma first;
    private final Sma second;

    Trima(int period, Source source) {
        super(source);
        first = part(new Sma((period + 1) / 2));
        second = part(new Sma(period / 2 + 1));
    }

    @Override
    public double next(double value) {
        return second.pass(first.next(value));
    }
}
