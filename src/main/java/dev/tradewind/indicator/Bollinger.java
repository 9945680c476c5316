package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.VOLATILITY;

/**
 * Bollinger bands: {@code middle} the SMA, {@code upper} and {@code lower} it plus and minus {@code deviations}
 * standard deviations of the population, {@code percentB = (value − lower) / (upper − lower)} (none where they meet),
 * {@code width = (upper − lower) / middle}. Source: John Bollinger, Bollinger on Bollinger Bands, 2001; TA-Lib's {@code
 * BBANDS}.
 */
public final class Bollinger extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "bollinger", "Bollinger bands", VOLATILITY, "Mean with bands some standard deviations away.",
                    p -> p.integer("period"),
                    p -> new Bollinger(p.integer("period"), p.decimal("deviations").doubleValue(), Source.of(p)))
            .lines("middle", "upper", "lower", "percentB", "width")
            .with(
                    Specs.period(20, 2), Specs.factor("deviations", "Deviations", "2",
                    "Standard deviations to a band."),
                    Specs.source());

    /** Rows of a column that stay close to the processor between two passes over them. */
    private static final int PASS = 1024;

    private final Source source;
    private final double deviations;
    private final Moments moments;

    /** Looks at closes. @param period from 1 to 5,000 */
    public Bollinger(int period, double deviations) {
        this(period, deviations, Source.CLOSE);
    }

    Bollinger(int period, double deviations, Source source) {
        super(5);
        this.source = source;
        this.deviations = deviations;
        moments = part(new Moments(Line.window("a Bollinger band", period)));
    }

    @Override
    void next(Bar bar) {
        double value = source.of(bar);
        if (!moments.next(value)) {
            return;
        }
        double middle = moments.mean();
        double reach = deviations * moments.deviation();
        publish(0, middle);
        publish(1, middle + reach);
        publish(2, middle - reach);
        publish(3, reach > 0 ? (value - middle + reach) / (2 * reach) : Double.NaN);
        publish(4, 2 * reach / middle);
    }

    /**
     * Takes in a whole column of numbers and makes of it the three bands alone, as candle by candle would, bit for bit;
     * a band is NaN until it is warm. Share and width follow from the bands; {@link #value} keeps what the last candle
     * gave.
     *
     * @param values what the bands are around, finite
     * @param middle gets the means; like the other two as long as {@code values}
     * @param upper  gets the bands above
     * @param lower  gets the bands below
     */
    public void next(double[] values, double[] middle, double[] upper, double[] lower) {
        int row = 0;
        for (int single = Math.min(values.length, moments.ahead()); row < single; row++) {
            boolean warm = moments.next(values[row]);
            double mean = warm ? moments.mean() : Double.NaN;
            double reach = deviations * moments.deviation();
            middle[row] = mean;
            upper[row] = mean + reach;
            lower[row] = mean - reach;
        }
        if (row == values.length) {
            return;
        }
        while (row < values.length) {
            int end = Math.min(values.length, row + PASS);
            moments.next(values, row, end, middle, upper);
            for (; row < end; row++) {
                double reach = deviations * Math.sqrt(Math.max(0, upper[row]));
                upper[row] = middle[row] + reach;
                lower[row] = middle[row] - reach;
            }
        }
        moments.keep(values, row);
    }
}
