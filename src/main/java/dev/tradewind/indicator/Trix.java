package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.MOMENTUM;

/**
 * Change of a triple EMA from candle to candle, in percent. Source: Jack Hutson, Technical Analysis of Stocks and
 * Commodities, 1983; TA-Lib's {@code TRIX}.
 */
public final class Trix extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "trix", "TRIX", MOMENTUM, "Change of a triple smoothed average, in percent.",
                    p -> 3 * p.integer("period") - 1, p -> new Trix(p.integer("period"), Source.of(p)))
            .with(Specs.period(15), Specs.source());

    private final Ema once;
    private final Ema twice;
    private final Ema thrice;
    private final Cell before;

    Trix(int period, Source source) {
        super(source);
        once = part(new Ema(period));
        twice = part(new Ema(period));
        thrice = part(new Ema(period));
        before = part(new Cell(Double.NaN));
    }

    @Override
    public double next(double value) {
        double smooth = thrice.pass(twice.pass(once.next(value)));
        return 100 * (smooth / before.swap(smooth) - 1);
    }
}
