package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.AVERAGE;

/**
 * Hull moving average: {@code wma(2 × wma(value, n / 2) − wma(value, n), √n)}, the halves and roots rounded down.
 * Source: Alan Hull, 2005; Tulip's {@code hma}.
 */
public final class Hma extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "hma", "Hull moving average", AVERAGE, "Smooth and quick average made of three weighted ones.",
                    p -> p.integer("period") + root(p.integer("period")) - 1,
                    p -> new Hma(p.integer("period"), Source.of(p)))
            .with(Specs.period(20, 2), Specs.source());

    private final Wma half;
    private final Wma whole;
    private final Wma smooth;

    Hma(int period, Source source) {
        super(source);
        half = part(new Wma(period / 2));
        whole = part(new Wma(period));
        smooth = part(new Wma(root(period)));
    }

    private static int root(int period) {
        return (int) Math.sqrt(period);
    }

    @Override
    public double next(double value) {
        double quick = half.next(value);
        return smooth.pass(2 * quick - whole.next(value));
    }
}
