package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.VOLUME;

/**
 * Chaikin money flow: {@code Σ place × volume / Σ volume} over {@code period} candles, {@code place} being where the
 * close lies between low (−1) and high (1); 0 where nothing was traded. Source: Marc Chaikin; ta4j's Chaikin money
 * flow.
 */
public final class Cmf extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "cmf", "Chaikin money flow", VOLUME,
                    "Whether candles close high or low, weighted by volume, −1 to 1.",
                    p -> p.integer("period"), p -> new Cmf(p.integer("period")))
            .with(Specs.period(20));

    private final RollingSum flow;
    private final RollingSum volume;

    Cmf(int period) {
        super(1);
        flow = part(new RollingSum(period));
        volume = part(new RollingSum(period));
    }

    @Override
    void next(Bar bar) {
        double moved = flow.next(bar.closeLocation() * bar.volume);
        double traded = volume.next(bar.volume);
        publish(0, traded == 0 ? 0 : moved / traded);
    }
}
