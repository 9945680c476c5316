package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.VOLATILITY;

/**
 * Keltner channel: {@code middle} the EMA of the source, {@code upper} and {@code lower} it plus and minus {@code
 * factor} average true ranges. Source: Chester Keltner, 1960, in Linda Raschke's form with the ATR.
 */
public final class Keltner extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "keltner", "Keltner channel", VOLATILITY, "EMA with bands some usual spans away.",
                    p -> Math.max(p.integer("period"), p.integer("atrPeriod")),
                    p -> new Keltner(
                            p.integer("period"), p.integer("atrPeriod"), p.decimal("factor").doubleValue(),
                            Source.of(p)))
            .lines("middle", "upper", "lower")
            .with(
                    Specs.period(20), Specs.window("atrPeriod", "ATR period", 10, "Candles of the average true range."),
                    Specs.factor("factor", "Factor", "2", "Average true ranges to a band."), Specs.source());

    private final Source source;
    private final double factor;
    private final Ema average;
    private final Atr atr;

    Keltner(int period, int atrPeriod, double factor, Source source) {
        super(3);
        this.source = source;
        this.factor = factor;
        average = part(new Ema(period));
        atr = part(new Atr(atrPeriod));
    }

    @Override
    void next(Bar bar) {
        double middle = average.next(source.of(bar));
        double reach = factor * atr.take(bar);
        publish(0, middle);
        publish(1, middle + reach);
        publish(2, middle - reach);
    }
}
