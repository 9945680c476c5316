package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.STATISTICS;

/**
 * Pearson's correlation of two numbers of the candles over {@code period} of them, −1 to 1; none where one of the two
 * did not move. Source: any textbook; TA-Lib's {@code CORREL}.
 */
public final class Correlation extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "correlation", "Correlation", STATISTICS,
                    "How much two numbers of the candles go together, −1 to 1.",
                    p -> p.integer("period"),
                    p -> new Correlation(p.integer("period"), Source.of(p, "source"), Source.of(p, "other")))
            .with(
                    Specs.period(30, 2), Specs.source(),
                    Specs.source("other", "Other", "volume", "open", "high", "low", "close", "hl2", "hlc3", "ohlc4"));

    private final int period;
    private final Source one;
    private final Source other;
    private final Ring ones;
    private final Ring others;

    Correlation(int period, Source one, Source other) {
        super(1);
        this.period = period;
        this.one = one;
        this.other = other;
        ones = part(new Ring(period));
        others = part(new Ring(period));
    }

    @Override
    void next(Bar bar) {
        ones.push(one.of(bar));
        others.push(other.of(bar));
        if (!ones.full()) {
            return;
        }
        double meanOne = ones.sum() / period;
        double meanOther = others.sum() / period;
        double both = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int back = 0; back < period; back++) {
            double x = ones.get(back) - meanOne;
            double y = others.get(back) - meanOther;
            both += x * y;
            squaresOne += x * x;
            squaresOther += y * y;
        }
        double scale = Math.sqrt(squaresOne * squaresOther);
        publish(0, scale > 0 ? both / scale : Double.NaN);
    }
}
