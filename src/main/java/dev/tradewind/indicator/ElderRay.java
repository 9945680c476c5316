package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.MOMENTUM;

/**
 * Elder ray: {@code bull} is the high minus the EMA of closes, {@code bear} the low minus it. Source: Alexander Elder,
 * Trading for a Living, 1993.
 */
public final class ElderRay extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "elder-ray", "Elder ray", MOMENTUM, "How far highs and lows reach from the average.",
                    p -> p.integer("period"), p -> new ElderRay(p.integer("period")))
            .lines("bull", "bear")
            .with(Specs.period(13));

    private final Ema average;

    ElderRay(int period) {
        super(2);
        average = part(new Ema(period));
    }

    @Override
    void next(Bar bar) {
        double middle = average.next(bar.close);
        publish(0, bar.high - middle);
        publish(1, bar.low - middle);
    }
}
