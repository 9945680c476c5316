package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.STATISTICS;

/**
 * Half-life of the return to the mean, in candles: {@code −ln 2 / ln(1 + b)}, where {@code b} is the slope of the
 * change of a value over the value before it, by least squares over {@code period} changes. None where values do not
 * return ({@code b} from 0 up, or −1 and below). Source: the autoregression of order one of an Ornstein-Uhlenbeck
 * process; Chan, Algorithmic Trading, 2013, who writes {@code −ln 2 / b}.
 */
public final class HalfLife extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "half-life", "Half-life", STATISTICS, "Candles until half of a distance from the mean is gone.",
                    p -> p.integer("period") + 1, p -> new HalfLife(p.integer("period"), Source.of(p)))
            .with(Specs.period(100, 3), Specs.source())
            .waiting();

    private static final double LN2 = StrictMath.log(2);

    private final int period;
    private final Ring window;

    HalfLife(int period, Source source) {
        super(source);
        this.period = period;
        window = part(new Ring(period + 1));
    }

    @Override
    public double next(double value) {
        window.push(value);
        if (!window.full()) {
            return Double.NaN;
        }
        double mean = 0;
        for (int back = 1; back <= period; back++) {
            mean += window.get(back) / period;
        }
        double meanChange = (window.get(0) - window.get(period)) / period;
        double product = 0;
        double squares = 0;
        for (int back = 1; back <= period; back++) {
            double distance = window.get(back) - mean;
            product += distance * (window.get(back - 1) - window.get(back) - meanChange);
            squares += distance * distance;
        }
        double slope = product / squares;
        return slope < 0 && slope > -1 ? -LN2 / StrictMath.log1p(slope) : Double.NaN;
    }
}
