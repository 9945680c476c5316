package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.TREND;

/**
 * Bands {@code factor} average true ranges around the median price; the upper one only falls and the lower one only
 * rises while the close before stays inside. The trend is up (1) from a close above the upper band until one below the
 * lower (−1); {@code trend} is the band on the other side of the price. It begins with the upper. Source: Olivier
 * Seban; as most charts draw it.
 */
public final class Supertrend extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "supertrend", "Supertrend", TREND, "A stop that trails the price and turns with the trend.",
                    p -> p.integer("period"),
                    p -> new Supertrend(p.integer("period"), p.decimal("factor").doubleValue()))
            .lines("trend", "direction")
            .with(Specs.period(10), Specs.factor("factor", "Factor", "3", "Average true ranges to a band."));

    private final double factor;
    private final Atr atr;
    private final Cell close;
    private final Cell upper;
    private final Cell lower;
    private final Cell direction;

    Supertrend(int period, double factor) {
        super(2);
        this.factor = factor;
        atr = part(new Atr(period));
        close = part(new Cell(Double.NaN));
        upper = part(new Cell(Double.NaN));
        lower = part(new Cell(Double.NaN));
        direction = part(new Cell(-1));
    }

    @Override
    void next(Bar bar) {
        double before = close.swap(bar.close);
        double reach = factor * atr.take(bar);
        if (Double.isNaN(reach)) {
            return;
        }
        double median = (bar.high + bar.low) / 2;
        double top = median + reach;
        double bottom = median - reach;
        if (!(top >= upper.value) || before > upper.value) {
            upper.value = top;
        }
        if (!(bottom <= lower.value) || before < lower.value) {
            lower.value = bottom;
        }
        if (direction.value < 0 ? bar.close > upper.value : bar.close < lower.value) {
            direction.value = -direction.value;
        }
        publish(0, direction.value < 0 ? upper.value : lower.value);
        publish(1, direction.value);
    }
}
