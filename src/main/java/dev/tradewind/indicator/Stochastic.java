package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.MOMENTUM;

/**
 * Where the close lies between the lowest low and the highest high of {@code period} candles, 0 to 100 (0 where they
 * are equal): {@code k} is its SMA over {@code smoothK}, {@code d} that one's over {@code smoothD}. Source: George
 * Lane; TA-Lib's {@code STOCH}.
 */
public final class Stochastic extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "stochastic", "Stochastic", MOMENTUM, "Where the close lies in the recent range, 0 to 100.",
                    p -> p.integer("period") + p.integer("smoothK") + p.integer("smoothD") - 2,
                    p -> new Stochastic(p.integer("period"), p.integer("smoothK"), p.integer("smoothD")))
            .lines("k", "d")
            .with(
                    Specs.period(14), Specs.window("smoothK", "Smooth K", 3,
                    "Candles K is averaged over; 1 is the fast one."),
                    Specs.window("smoothD", "Smooth D", 3, "Candles D is averaged over."));

    private final Extreme high;
    private final Extreme low;
    private final Sma slow;
    private final Sma signal;

    Stochastic(int period, int smoothK, int smoothD) {
        super(2);
        high = part(Extreme.highest(period));
        low = part(Extreme.lowest(period));
        slow = part(new Sma(smoothK));
        signal = part(new Sma(smoothD));
    }

    @Override
    void next(Bar bar) {
        double top = high.next(bar.high);
        double bottom = low.next(bar.low);
        double place = top == bottom ? 0 : 100 * (bar.close - bottom) / (top - bottom);
        double k = slow.pass(place);
        publish(0, k);
        publish(1, signal.pass(k));
    }
}
