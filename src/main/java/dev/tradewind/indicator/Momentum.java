package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.MOMENTUM;

/** Change in price units: {@code value − value[period]}. Source: TA-Lib's {@code MOM}. */
public final class Momentum extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "momentum", "Momentum", MOMENTUM, "Change against some candles ago, in the price's unit.",
                    p -> p.integer("period") + 1, p -> new Momentum(p.integer("period"), Source.of(p)))
            .with(Specs.period(10), Specs.source());

    private final Ring window;

    Momentum(int period, Source source) {
        super(source);
        window = part(new Ring(period));
    }

    @Override
    public double next(double value) {
        boolean warm = window.full();
        double before = window.push(value);
        return warm ? value - before : Double.NaN;
    }
}
