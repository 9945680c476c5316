package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.TREND;

/**
 * {@code 100 × log(Σ true range / (highest − lowest)) / log(period)}; none where nothing moved. The first candle's true
 * range is its own span. Source: Bill Dreiss; ta4j's choppiness.
 */
public final class Choppiness extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "choppiness", "Choppiness", TREND, "High where prices go nowhere, low in a trend, 0 to 100.",
                    p -> p.integer("period"), p -> new Choppiness(p.integer("period")))
            .with(Specs.period(14, 2));

    private final double scale;
    private final RollingSum ranges;
    private final Extreme high;
    private final Extreme low;
    private final Cell close;

    Choppiness(int period) {
        super(1);
        scale = 100 / StrictMath.log(period);
        ranges = part(new RollingSum(period));
        high = part(Extreme.highest(period));
        low = part(Extreme.lowest(period));
        close = part(new Cell(Double.NaN));
    }

    @Override
    void next(Bar bar) {
        double sum = ranges.next(bar.trueRange(close.swap(bar.close)));
        double span = high.next(bar.high) - low.next(bar.low);
        publish(0, span > 0 ? scale * StrictMath.log(sum / span) : Double.NaN);
    }
}
