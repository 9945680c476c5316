package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.MOMENTUM;

/**
 * Where the RSI lies between its lowest and highest of {@code stochPeriod} candles, 0 to 100 (0 where they are equal):
 * {@code k} is its SMA over {@code smoothK}, {@code d} that one's over {@code smoothD}. Source: Chande and Kroll, The
 * New Technical Trader, 1994; TA-Lib's {@code STOCHRSI} where {@code smoothK} is 1.
 */
public final class StochRsi extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "stoch-rsi", "Stochastic RSI", MOMENTUM, "Where the RSI lies in its own range, 0 to 100.",
                    p -> p.integer("period") + p.integer("stochPeriod") + p.integer("smoothK")
                            + p.integer("smoothD") - 2,
                    p -> new StochRsi(
                            p.integer("period"), p.integer("stochPeriod"), p.integer("smoothK"), p.integer("smoothD"),
                            Source.of(p)))
            .lines("k", "d")
            .with(
                    Specs.period(14), Specs.window("stochPeriod", "Range", 14, "Candles whose RSI make the range."),
                    Specs.window("smoothK", "Smooth K", 3, "Candles K is averaged over."),
                    Specs.window("smoothD", "Smooth D", 3, "Candles D is averaged over."), Specs.source());

    private final Source source;
    private final Rsi strength;
    private final Extreme high;
    private final Extreme low;
    private final Sma slow;
    private final Sma signal;

    StochRsi(int period, int range, int smoothK, int smoothD, Source source) {
        super(2);
        this.source = source;
        strength = part(new Rsi(period));
        high = part(Extreme.highest(range));
        low = part(Extreme.lowest(range));
        slow = part(new Sma(smoothK));
        signal = part(new Sma(smoothD));
    }

    @Override
    void next(Bar bar) {
        double value = strength.next(source.of(bar));
        if (Double.isNaN(value)) {
            return;
        }
        double top = high.next(value);
        double bottom = low.next(value);
        double place = top == bottom ? 0 : 100 * (value - bottom) / (top - bottom);
        double k = slow.pass(place);
        publish(0, k);
        publish(1, signal.pass(k));
    }
}
