package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.AVERAGE;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/**
 * Exponential moving average: {@code ema += (value − ema) × 2 / (period + 1)}; the first is the mean of the first
 * {@code period} values. Source: TA-Lib's {@code EMA}, classic seed.
 */
public final class Ema extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "ema", "Exponential moving average", AVERAGE, "Mean that forgets older values by and by.",
                    p -> p.integer("period"), p -> new Ema(p.integer("period"), Source.of(p)))
            .with(Specs.period(20), Specs.source());

    private final int period;
    private final double weight;
    private final double keep;
    private int missing;
    private double average;

    /** @param period values it looks back over, 1 to 5,000 */
    public Ema(int period) {
        this(period, Source.CLOSE);
    }

    Ema(int period, Source source) {
        super(source);
        this.period = window("an EMA", period);
        weight = 2.0 / (period + 1);
        keep = (period - 1.0) / (period + 1);
        missing = period;
    }

    @Override
    public double next(double value) {
        if (missing > 0) {
            return first(value);
        }
        double now = average * keep + value * weight;
        average = now;
        return now;
    }

    /**
     * Takes in a whole column, as {@link #next(double)} would number by number.
     *
     * @param into gets what each number made of it; as long as {@code values}
     */
    public void next(double[] values, double[] into) {
        int row = 0;
        for (; row < values.length && missing > 0; row++) {
            into[row] = first(values[row]);
        }
        double now = average;
        for (; row < values.length; row++) {
            now = now * keep + values[row] * weight;
            into[row] = now;
        }
        average = now;
    }

    private double first(double value) {
        average += value;
        if (--missing > 0) {
            return Double.NaN;
        }
        average /= period;
        return average;
    }

    @Override
    void clear() {
        missing = period;
        average = 0;
    }

    @Override
    void write(StateWriter out) {
        out.number(missing).real(average);
    }

    @Override
    void read(StateReader in) {
        missing = in.place(period + 1);
        average = in.real();
    }
}
