package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.VOLUME;

/**
 * EMA over {@code fast} candles of the accumulation / distribution line minus that over {@code slow}. Source: Marc
 * Chaikin; TA-Lib's {@code ADOSC} begins its EMAs at the first value and agrees once that has faded.
 */
public final class ChaikinOscillator extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "chaikin-oscillator", "Chaikin oscillator", VOLUME,
                    "Momentum of the accumulation / distribution line.",
                    p -> Math.max(p.integer("fast"), p.integer("slow")),
                    p -> new ChaikinOscillator(p.integer("fast"), p.integer("slow")))
            .with(
                    Specs.window("fast", "Fast", 3, "Period of the quick EMA."),
                    Specs.window("slow", "Slow", 10, "Period of the slow EMA."));

    private final AccumulationDistribution flow;
    private final Ema fast;
    private final Ema slow;

    ChaikinOscillator(int fast, int slow) {
        super(1);
        flow = part(new AccumulationDistribution());
        this.fast = part(new Ema(fast));
        this.slow = part(new Ema(slow));
    }

    @Override
    void next(Bar bar) {
        flow.next(bar);
        publish(0, fast.next(flow.line(0)) - slow.next(flow.line(0)));
    }
}
