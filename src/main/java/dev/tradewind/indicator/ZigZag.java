package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.LEVELS;

/**
 * Zig zag: the turning points between moves of at least {@code change} percent. The extreme of a running move may still
 * be outdone, so a point is published only by the candle that turned {@code change} percent away from it: {@code point}
 * is the newest confirmed one, {@code direction} 1 if it is a high and −1 if it is a low, {@code age} how many candles
 * ago it was made. A candle may extend a move or confirm its end, not both, the extension first. Source: Arthur
 * Merrill, Filtered Waves, 1977, without its last, unconfirmed leg.
 */
public final class ZigZag extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "zigzag", "Zig zag", LEVELS, "Confirmed turning points between large moves.",
                    p -> 2, p -> new ZigZag(p.decimal("change").doubleValue() / 100))
            .lines("point", "direction", "age")
            .with(Specs.decimal("change", "Change", "%", "5", "0.01", "90", "The move that confirms a turn."))
            .waiting();

    private final double change;
    private final Cell direction;
    private final Cell high;
    private final Cell low;
    private final Cell highAge;
    private final Cell lowAge;

    ZigZag(double change) {
        super(3);
        this.change = change;
        direction = part(new Cell(0));
        high = part(new Cell(Double.NaN));
        low = part(new Cell(Double.NaN));
        highAge = part(new Cell(0));
        lowAge = part(new Cell(0));
    }

    @Override
    void next(Bar bar) {
        publish(2, line(2) + 1);
        highAge.value++;
        lowAge.value++;
        boolean higher = !(bar.high <= high.value);
        boolean lower = !(bar.low >= low.value);
        if (higher && direction.value >= 0) {
            high.value = bar.high;
            highAge.value = 0;
        }
        if (lower && direction.value <= 0) {
            low.value = bar.low;
            lowAge.value = 0;
        }
        boolean top = direction.value >= 0 && highAge.value > 0 && bar.low <= high.value * (1 - change);
        boolean bottom = direction.value <= 0 && lowAge.value > 0 && bar.high >= low.value * (1 + change);
        if (top) {
            confirm(1, high.value, highAge.value);
            low.value = bar.low;
            lowAge.value = 0;
        } else if (bottom) {
            confirm(-1, low.value, lowAge.value);
            high.value = bar.high;
            highAge.value = 0;
        }
    }

    /** Publishes a turning point; from here on the market moves the other way. */
    private void confirm(int kind, double price, double age) {
        direction.value = -kind;
        publish(0, price);
        publish(1, kind);
        publish(2, age);
    }
}
