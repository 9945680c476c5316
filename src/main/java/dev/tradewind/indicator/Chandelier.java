package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.TREND;

/**
 * Chandelier exit: {@code long} is the highest high of {@code period} candles minus {@code factor} average true ranges,
 * {@code short} the lowest low plus as many. Source: Chuck LeBeau, in Elder, Come Into My Trading Room, 2002.
 */
public final class Chandelier extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "chandelier", "Chandelier exit", TREND,
                    "Stops that hang from the highest high and stand on the lowest low.",
                    p -> p.integer("period"),
                    p -> new Chandelier(p.integer("period"), p.decimal("factor").doubleValue()))
            .lines("long", "short")
            .with(Specs.period(22), Specs.factor("factor", "Factor", "3", "Average true ranges to a stop."));

    private final double factor;
    private final Extreme high;
    private final Extreme low;
    private final Atr atr;

    Chandelier(int period, double factor) {
        super(2);
        this.factor = factor;
        high = part(Extreme.highest(period));
        low = part(Extreme.lowest(period));
        atr = part(new Atr(period));
    }

    @Override
    void next(Bar bar) {
        double reach = factor * atr.take(bar);
        publish(0, high.next(bar.high) - reach);
        publish(1, low.next(bar.low) + reach);
    }
}
