package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.VOLATILITY;

/** The {@link Atr} in percent of the close. Source: TA-Lib's {@code NATR}, which leaves the first candle out. */
public final class Natr extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "natr", "Normalised ATR", VOLATILITY, "Usual span of a candle, in percent of the price.",
                    p -> p.integer("period"), p -> new Natr(p.integer("period")))
            .with(Specs.period(14));

    private final Atr atr;

    Natr(int period) {
        super(1);
        atr = part(new Atr(period));
    }

    @Override
    void next(Bar bar) {
        publish(0, 100 * atr.take(bar) / bar.close);
    }
}
