package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.MOMENTUM;

/**
 * Commodity channel index: {@code (typical − mean) / (0.015 × mean distance from the mean)} of the typical price over
 * {@code period} candles; 0 where it did not move. Source: Donald Lambert, 1980; TA-Lib's {@code CCI}.
 */
public final class Cci extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "cci", "Commodity channel index", MOMENTUM,
                    "How far the price is from its mean, in usual distances.",
                    p -> p.integer("period"), p -> new Cci(p.integer("period")))
            .with(Specs.period(20));

    private static final double SCALE = 0.015;

    private final int period;
    private final Ring window;

    Cci(int period) {
        super(1);
        this.period = period;
        window = part(new Ring(period));
    }

    @Override
    void next(Bar bar) {
        double typical = bar.typical();
        window.push(typical);
        if (!window.full()) {
            return;
        }
        double mean = window.sum() / period;
        double distance = 0;
        for (int back = 0; back < period; back++) {
            distance += Math.abs(window.get(back) - mean);
        }
        publish(0, distance > 0 ? (typical - mean) / (SCALE * distance / period) : 0);
    }
}
