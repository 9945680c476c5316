package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.AVERAGE;

/**
 * Double exponential moving average: {@code 2 × ema − ema(ema)}. Source: Mulloy, Technical Analysis of Stocks and
 * Commodities, 1994; TA-Lib's {@code DEMA}.
 */
public final class Dema extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "dema", "Double EMA", AVERAGE, "EMA with most of its lag taken out.",
                    p -> 2 * p.integer("period") - 1, p -> new Dema(p.integer("period"), Source.of(p)))
            .with(Specs.period(20), Specs.source());

    private final Ema once;
    private final Ema twice;

    Dema(int period, Source source) {
        super(source);
        once = part(new Ema(period));
        twice = part(new Ema(period));
    }

    @Override
    public double next(double value) {
        double first = once.next(value);
        return 2 * first - twice.pass(first);
    }
}
