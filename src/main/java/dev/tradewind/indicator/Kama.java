package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.AVERAGE;

/**
 * Kaufman's adaptive moving average: {@code kama += c² (value − kama)} with {@code c = er (f − s) + s}, {@code f = 2 /
 * (fast + 1)}, {@code s = 2 / (slow + 1)} and the efficiency {@code er}: the way from the value {@code period} candles
 * ago divided by all steps on it, 1 where there was no step. It begins at the value before the first it publishes.
 * Source: Kaufman, Trading Systems and Methods; TA-Lib's {@code KAMA}.
 */
public final class Kama extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "kama", "Kaufman's adaptive average", AVERAGE, "Quick in a trend, slow where prices go nowhere.",
                    p -> p.integer("period") + 1,
                    p -> new Kama(p.integer("period"), p.integer("fast"), p.integer("slow"), Source.of(p)))
            .with(
                    Specs.period(10), Specs.window("fast", "Fast", 2, "Period of the EMA it is in a trend."),
                    Specs.window("slow", "Slow", 30, "Period of the EMA it is where prices go nowhere."),
                    Specs.source());

    private final double quick;
    private final double slow;
    private final Ring values;
    private final RollingSum steps;
    private final Cell average;

    Kama(int period, int fast, int slow, Source source) {
        super(source);
        quick = 2.0 / (fast + 1);
        this.slow = 2.0 / (slow + 1);
        values = part(new Ring(period));
        steps = part(new RollingSum(period));
        average = part(new Cell(Double.NaN));
    }

    @Override
    public double next(double value) {
        if (values.count() == 0) {
            values.push(value);
            average.value = value;
            return Double.NaN;
        }
        double way = steps.next(Math.abs(value - values.get(0)));
        boolean warm = values.full();
        double start = values.push(value);
        if (!warm) {
            average.value = value;
            return Double.NaN;
        }
        double straight = Math.abs(value - start);
        double efficiency = way <= straight ? 1 : straight / way;
        double smoothing = efficiency * (quick - slow) + slow;
        average.value += smoothing * smoothing * (value - average.value);
        return average.value;
    }
}
