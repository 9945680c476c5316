package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.AVERAGE;

/**
 * Triple exponential moving average: {@code 3 × ema − 3 × ema(ema) + ema(ema(ema))}. Source: Mulloy, Technical Analysis
 * of Stocks and Commodities, 1994; TA-Lib's {@code TEMA}.
 */
public final class Tema extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "tema", "Triple EMA", AVERAGE, "EMA with nearly all of its lag taken out.",
                    p -> 3 * p.integer("period") - 2, p -> new Tema(p.integer("period"), Source.of(p)))
            .with(Specs.period(20), Specs.source());

    private final Ema once;
    private final Ema twice;
    private final Ema thrice;

    Tema(int period, Source source) {
        super(source);
        once = part(new Ema(period));
        twice = part(new Ema(period));
        thrice = part(new Ema(period));
    }

    @Override
    public double next(double value) {
        double first = once.next(value);
        double second = twice.pass(first);
        return 3 * first - 3 * second + thrice.pass(second);
    }
}
