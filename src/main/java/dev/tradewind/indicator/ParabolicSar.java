package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.TREND;

/**
 * Parabolic stop and reverse: {@code sar += af × (extreme − sar)}, never inside the last two candles; {@code af} begins
 * at {@code step} and grows by it with each new extreme up to {@code most}; a candle that touches the stop turns it and
 * the old extreme becomes the new stop. It begins upwards unless the second candle's low fell further than its high
 * rose. Source: Wilder, New Concepts in Technical Trading Systems, 1978; TA-Lib's {@code SAR}.
 */
public final class ParabolicSar extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "parabolic-sar", "Parabolic SAR", TREND,
                    "A stop that closes in on the price and turns when touched.",
                    p -> 2,
                    p -> new ParabolicSar(p.decimal("step").doubleValue(), p.decimal("most").doubleValue()))
            .lines("sar", "direction")
            .with(
                    Specs.decimal("step", "Step", "", "0.02", "0.0001", "1", "What each new extreme adds to the pace."),
                    Specs.decimal("most", "Most", "", "0.2", "0.0001", "1", "The highest pace."));

    private final double step;
    private final double most;
    private final Cell direction;
    private final Cell extreme;
    private final Cell pace;
    private final Cell stop;
    private final Cell high;
    private final Cell low;

    ParabolicSar(double step, double most) {
        super(2);
        this.step = Math.min(step, most);
        this.most = most;
        direction = part(new Cell(0));
        extreme = part(new Cell(Double.NaN));
        pace = part(new Cell(0));
        stop = part(new Cell(Double.NaN));
        high = part(new Cell(Double.NaN));
        low = part(new Cell(Double.NaN));
    }

    @Override
    void next(Bar bar) {
        double highBefore = high.swap(bar.high);
        double lowBefore = low.swap(bar.low);
        if (Double.isNaN(highBefore)) {
            return;
        }
        if (direction.value == 0) {
            begin(bar, highBefore, lowBefore);
            // the second candle counts as the one before too
            highBefore = bar.high;
            lowBefore = bar.low;
        }
        publish(
                0,
                direction.value > 0 ? rising(bar, highBefore, lowBefore) : falling(bar, highBefore, lowBefore));
        publish(1, direction.value);
    }

    private void begin(Bar bar, double highBefore, double lowBefore) {
        double rise = bar.high - highBefore;
        double fall = lowBefore - bar.low;
        boolean down = fall > 0 && fall > rise;
        direction.value = down ? -1 : 1;
        pace.value = step;
        extreme.value = down ? bar.low : bar.high;
        stop.value = down ? highBefore : lowBefore;
    }

    private double rising(Bar bar, double highBefore, double lowBefore) {
        double now = stop.value;
        if (bar.low <= now) {
            double roof = Math.max(highBefore, bar.high);
            double turned = Math.max(extreme.value, roof);
            turn(-1, turned, bar.low);
            stop.value = Math.max(stop.value, roof);
            return turned;
        }
        if (bar.high > extreme.value) {
            extreme.value = bar.high;
            pace.value = Math.min(most, pace.value + step);
        }
        stop.value = Math.min(now + pace.value * (extreme.value - now), Math.min(lowBefore, bar.low));
        return now;
    }

    private double falling(Bar bar, double highBefore, double lowBefore) {
        double now = stop.value;
        if (bar.high >= now) {
            double floor = Math.min(lowBefore, bar.low);
            double turned = Math.min(extreme.value, floor);
            turn(1, turned, bar.high);
            stop.value = Math.min(stop.value, floor);
            return turned;
        }
        if (bar.low < extreme.value) {
            extreme.value = bar.low;
            pace.value = Math.min(most, pace.value + step);
        }
        stop.value = Math.max(now + pace.value * (extreme.value - now), Math.max(highBefore, bar.high));
        return now;
    }

    private void turn(int to, double turned, double newExtreme) {
        direction.value = to;
        pace.value = step;
        extreme.value = newExtreme;
        stop.value = turned + step * (newExtreme - turned);
    }
}
