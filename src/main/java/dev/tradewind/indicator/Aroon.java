package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.TREND;

/**
 * {@code up = 100 × (period − candles since the highest high) / period} over the last {@code period + 1} candles,
 * {@code down} the same of the lowest low, {@code oscillator = up − down}; of equal extremes the newest. Source: Tushar
 * Chande, 1995; TA-Lib's {@code AROON}.
 */
public final class Aroon extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "aroon", "Aroon", TREND, "How recent the last high and the last low are, 0 to 100.",
                    p -> p.integer("period") + 1, p -> new Aroon(p.integer("period")))
            .lines("up", "down", "oscillator")
            .with(Specs.period(14));

    private final int period;
    private final Extreme high;
    private final Extreme low;

    Aroon(int period) {
        super(3);
        this.period = period;
        high = part(Extreme.highest(period + 1));
        low = part(Extreme.lowest(period + 1));
    }

    @Override
    void next(Bar bar) {
        low.next(bar.low);
        if (Double.isNaN(high.next(bar.high))) {
            return;
        }
        double up = 100.0 * (period - high.age()) / period;
        double down = 100.0 * (period - low.age()) / period;
        publish(0, up);
        publish(1, down);
        publish(2, up - down);
    }
}
