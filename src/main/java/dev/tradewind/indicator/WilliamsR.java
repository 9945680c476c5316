package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.MOMENTUM;

/**
 * Williams %R: {@code −100 × (highest − close) / (highest − lowest)} of {@code period} candles; 0 where they are equal.
 * Source: Larry Williams, 1973; TA-Lib's {@code WILLR}.
 */
public final class WilliamsR extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "williams-r", "Williams %R", MOMENTUM, "Where the close lies in the recent range, −100 to 0.",
                    p -> p.integer("period"), p -> new WilliamsR(p.integer("period")))
            .with(Specs.period(14));

    private final Extreme high;
    private final Extreme low;

    WilliamsR(int period) {
        super(1);
        high = part(Extreme.highest(period));
        low = part(Extreme.lowest(period));
    }

    @Override
    void next(Bar bar) {
        double top = high.next(bar.high);
        double bottom = low.next(bar.low);
        publish(0, top == bottom ? 0 : -100 * (top - bar.close) / (top - bottom));
    }
}
