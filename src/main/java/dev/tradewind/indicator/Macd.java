package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.MOMENTUM;

/**
 * Moving average convergence divergence: {@code macd = ema(fast) − ema(slow)}, {@code signal} its EMA, {@code
 * histogram} the difference of the two. Each EMA begins at the first candle; TA-Lib's lets the fast one begin late, so
 * that theirs and ours agree once that has faded. Source: Gerald Appel.
 */
public final class Macd extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "macd", "MACD", MOMENTUM, "Distance of two EMAs, with an EMA of that.",
                    p -> Math.max(p.integer("fast"), p.integer("slow")) + p.integer("signal") - 1,
                    p -> new Macd(p.integer("fast"), p.integer("slow"), p.integer("signal"), Source.of(p)))
            .lines("macd", "signal", "histogram")
            .with(
                    Specs.window("fast", "Fast", 12, "Period of the quick EMA."),
                    Specs.window("slow", "Slow", 26, "Period of the slow EMA."),
                    Specs.window("signal", "Signal", 9, "Period of the signal's EMA."), Specs.source());

    private final Source source;
    private final Ema fast;
    private final Ema slow;
    private final Ema signal;

    /** Looks at closes; periods are from 1 to 5,000. */
    public Macd(int fast, int slow, int signal) {
        this(fast, slow, signal, Source.CLOSE);
    }

    Macd(int fast, int slow, int signal, Source source) {
        super(3);
        this.source = source;
        this.fast = part(new Ema(fast));
        this.slow = part(new Ema(slow));
        this.signal = part(new Ema(signal));
    }

    @Override
    void next(Bar bar) {
        double value = source.of(bar);
        double difference = fast.next(value) - slow.next(value);
        double smooth = signal.pass(difference);
        publish(0, difference);
        publish(1, smooth);
        publish(2, difference - smooth);
    }
}
