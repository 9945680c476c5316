package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.VOLATILITY;

/**
 * Donchian channel: the highest high and the lowest low of {@code period} candles, this one included, and the middle
 * between. Source: Richard Donchian.
 */
public final class Donchian extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "donchian", "Donchian channel", VOLATILITY, "Highest high and lowest low.",
                    p -> p.integer("period"), p -> new Donchian(p.integer("period")))
            .lines("upper", "middle", "lower")
            .with(Specs.period(20));

    private final Extreme high;
    private final Extreme low;

    Donchian(int period) {
        super(3);
        high = part(Extreme.highest(period));
        low = part(Extreme.lowest(period));
    }

    @Override
    void next(Bar bar) {
        double top = high.next(bar.high);
        double bottom = low.next(bar.low);
        publish(0, top);
        publish(1, (top + bottom) / 2);
        publish(2, bottom);
    }
}
