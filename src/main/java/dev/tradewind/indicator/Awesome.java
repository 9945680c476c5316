package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.MOMENTUM;

/**
 * Awesome oscillator: SMA of the median price over {@code fast} candles minus that over {@code slow}. Source: Bill
 * Williams, New Trading Dimensions, 1998.
 */
public final class Awesome extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "awesome", "Awesome oscillator", MOMENTUM, "Distance of two averages of the candles' middles.",
                    p -> Math.max(p.integer("fast"), p.integer("slow")),
                    p -> new Awesome(p.integer("fast"), p.integer("slow")))
            .with(
                    Specs.window("fast", "Fast", 5, "Period of the quick average."),
                    Specs.window("slow", "Slow", 34, "Period of the slow average."));

    private final Sma fast;
    private final Sma slow;

    Awesome(int fast, int slow) {
        super(1);
        this.fast = part(new Sma(fast));
        this.slow = part(new Sma(slow));
    }

    @Override
    void next(Bar bar) {
        double median = Source.HL2.of(bar);
        publish(0, fast.next(median) - slow.next(median));
    }
}
