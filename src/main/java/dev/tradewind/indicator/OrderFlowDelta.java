package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.VOLUME;

/**
 * What buyers took from the book minus what sellers hit, per candle ({@code delta}) and summed up ({@code cumulative}).
 * A candle that does not say how much was bought has no delta and leaves the sum as it is, unless {@code unknown} is
 * {@code estimate}: then its volume is shared out by where the close lies between low and high, which is the
 * accumulation / distribution line's guess. Source: the exchanges' own taker sides.
 */
public final class OrderFlowDelta extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "order-flow-delta", "Order flow delta", VOLUME, "Bought from the book less sold into it.",
                    p -> 1, p -> new OrderFlowDelta(p.text("unknown").equals("estimate")))
            .lines("delta", "cumulative")
            .with(Specs.choice(
                    "unknown", "Unknown sides", "What to do with candles that do not say how much was bought.",
                    "estimate", "skip"))
            .waiting();

    private final boolean estimates;
    private final Cell sum;

    OrderFlowDelta(boolean estimates) {
        super(2);
        this.estimates = estimates;
        sum = part(new Cell(0));
    }

    @Override
    void next(Bar bar) {
        double delta = 2 * bar.buyVolume - bar.volume;
        if (Double.isNaN(delta) && estimates) {
            delta = bar.closeLocation() * bar.volume;
        }
        if (!Double.isNaN(delta)) {
            sum.value += delta;
        }
        publish(0, delta);
        publish(1, Double.isNaN(delta) ? Double.NaN : sum.value);
    }
}
