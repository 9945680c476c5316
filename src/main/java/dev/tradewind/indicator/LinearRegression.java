package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.STATISTICS;

/**
 * The straight line of least squares through the last {@code period} values: {@code value} where it ends,
 * {@code slope} per candle, {@code intercept} where it begins, {@code forecast} one candle on. Source: any textbook;
 * TA-Lib's {@code LINEARREG}, {@code LINEARREG_SLOPE}, {@code LINEARREG_INTERCEPT}, {@code TSF}.
 */
public final class LinearRegression extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "linear-regression", "Linear regression", STATISTICS, "Straight line through the last values.",
                    p -> p.integer("period"), p -> new LinearRegression(p.integer("period"), Source.of(p)))
            .lines("value", "slope", "intercept", "forecast")
            .with(Specs.period(14, 2), Specs.source());

    private final Source source;
    private final int period;
    private final double spread;
    private final Ring window;

    LinearRegression(int period, Source source) {
        super(4);
        this.source = source;
        this.period = period;
        double n = period;
        spread = n * (n * n - 1) / 12;
        window = part(new Ring(period));
    }

    @Override
    void next(Bar bar) {
        window.push(source.of(bar));
        if (!window.full()) {
            return;
        }
        double mean = window.sum() / period;
        double centre = (period - 1) / 2.0;
        double product = 0;
        for (int back = 0; back < period; back++) {
            product += (period - 1 - back - centre) * (window.get(back) - mean);
        }
        double slope = product / spread;
        double intercept = mean - slope * centre;
        publish(0, intercept + slope * (period - 1));
        publish(1, slope);
        publish(2, intercept);
        publish(3, intercept + slope * period);
    }
}
