package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.VOLUME;

/**
 * Sum of {@code place × volume} since the first candle, {@code place} being where the close lies between low (−1) and
 * high (1). Source: Marc Chaikin; TA-Lib's {@code AD}.
 */
public final class AccumulationDistribution extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
            "accumulation-distribution", "Accumulation / distribution", VOLUME,
            "Volume counted by where candles close, summed up.", p -> 1, p -> new AccumulationDistribution());

    private final Cell sum;

    AccumulationDistribution() {
        super(1);
        sum = part(new Cell(0));
    }

    @Override
    void next(Bar bar) {
        sum.value += bar.closeLocation() * bar.volume;
        publish(0, sum.value);
    }
}
