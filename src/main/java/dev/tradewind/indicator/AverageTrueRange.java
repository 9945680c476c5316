package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.VOLATILITY;

/** The {@link Atr} as an indicator. Source: Wilder, 1978; Tulip's {@code atr}. TA-Lib's leaves the first candle out. */
public final class AverageTrueRange extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "atr", "Average true range", VOLATILITY, "Usual span of a candle, in the price's unit.",
                    p -> p.integer("period"), p -> new AverageTrueRange(p.integer("period")))
            .with(Specs.period(14));

    private final Atr atr;

    AverageTrueRange(int period) {
        super(1);
        atr = part(new Atr(period));
    }

    @Override
    void next(Bar bar) {
        publish(0, atr.take(bar));
    }
}
