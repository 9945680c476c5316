package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.MOMENTUM;

/**
 * Percentage price oscillator: the MACD in percent of the slow EMA. Source: Gerald Appel; TA-Lib's {@code PPO} with
 * EMAs agrees once the beginnings have faded.
 */
public final class Ppo extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "ppo", "Percentage price oscillator", MOMENTUM,
                    "MACD in percent, comparable from market to market.",
                    p -> Math.max(p.integer("fast"), p.integer("slow")) + p.integer("signal") - 1,
                    p -> new Ppo(p.integer("fast"), p.integer("slow"), p.integer("signal"), Source.of(p)))
            .lines("ppo", "signal", "histogram")
            .with(
                    Specs.window("fast", "Fast", 12, "Period of the quick EMA."),
                    Specs.window("slow", "Slow", 26, "Period of the slow EMA."),
                    Specs.window("signal", "Signal", 9, "Period of the signal's EMA."), Specs.source());

    private final Source source;
    private final Ema fast;
    private final Ema slow;
    private final Ema signal;

    Ppo(int fast, int slow, int signal, Source source) {
        super(3);
        this.source = source;
        this.fast = part(new Ema(fast));
        this.slow = part(new Ema(slow));
        this.signal = part(new Ema(signal));
    }

    @Override
    void next(Bar bar) {
        double value = source.of(bar);
        double quick = fast.next(value);
        double calm = slow.next(value);
        double percent = 100 * (quick - calm) / calm;
        double smooth = signal.pass(percent);
        publish(0, percent);
        publish(1, smooth);
        publish(2, percent - smooth);
    }
}
