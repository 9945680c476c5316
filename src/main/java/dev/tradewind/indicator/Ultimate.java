package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.MOMENTUM;

/**
 * Ultimate oscillator: {@code 100 × (4 a + 2 b + c) / 7}, where {@code a}, {@code b}, {@code c} are the sums of buying
 * pressure (close above the lower of low and close before) divided by the sums of true ranges over three windows; 0 for
 * a window without range. Source: Larry Williams, Technical Analysis of Stocks and Commodities, 1985; TA-Lib's {@code
 * ULTOSC}.
 */
public final class Ultimate extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "ultimate", "Ultimate oscillator", MOMENTUM, "Buying pressure over three windows, 0 to 100.",
                    p -> Math.max(p.integer("first"), Math.max(p.integer("second"), p.integer("third"))) + 1,
                    p -> new Ultimate(p.integer("first"), p.integer("second"), p.integer("third")))
            .with(
                    Specs.window("first", "First", 7, "The window that counts four times."),
                    Specs.window("second", "Second", 14, "The window that counts twice."),
                    Specs.window("third", "Third", 28, "The window that counts once."));

    private final RollingSum[] pressures = new RollingSum[3];
    private final RollingSum[] ranges = new RollingSum[3];
    private final Cell before;

    Ultimate(int... periods) {
        super(1);
        for (int i = 0; i < periods.length; i++) {
            pressures[i] = part(new RollingSum(periods[i]));
            ranges[i] = part(new RollingSum(periods[i]));
        }
        before = part(new Cell(Double.NaN));
    }

    @Override
    void next(Bar bar) {
        double last = before.swap(bar.close);
        if (Double.isNaN(last)) {
            return;
        }
        double pressure = bar.close - Math.min(bar.low, last);
        double range = bar.trueRange(last);
        double sum = 0;
        for (int i = 0; i < pressures.length; i++) {
            double spans = ranges[i].next(range);
            double share = pressures[i].next(pressure) / spans;
            sum += (4 >> i) * (spans == 0 ? 0 : share);
        }
        publish(0, 100 * sum / 7);
    }
}
