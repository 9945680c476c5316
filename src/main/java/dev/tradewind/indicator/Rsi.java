package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.MOMENTUM;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/**
 * Relative strength index: {@code 100 × gain / (gain + loss)}, Wilder's averages of the rises and of the falls from
 * value to value, the first the means of the first {@code period}; 50 where nothing moved. Source: Wilder, New Concepts
 * in Technical Trading Systems, 1978; TA-Lib's {@code RSI}, which says 0 where nothing moved.
 */
public final class Rsi extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "rsi", "Relative strength index", MOMENTUM,
                    "How much of the recent movement was upwards, 0 to 100.",
                    p -> p.integer("period") + 1, p -> new Rsi(p.integer("period"), Source.of(p)))
            .with(Specs.period(14), Specs.source());

    private final int period;
    private final double keep;
    private final double share;
    private int missing;
    private double before = Double.NaN;
    private double gain;
    private double loss;

    /** @param period steps it looks back over, 1 to 5,000 */
    public Rsi(int period) {
        this(period, Source.CLOSE);
    }

    Rsi(int period, Source source) {
        super(source);
        this.period = window("an RSI", period);
        keep = (period - 1.0) / period;
        share = 1.0 / period;
        missing = period + 1;
    }

    @Override
    public double next(double value) {
        if (missing > 0) {
            return first(value);
        }
        double step = value - before;
        before = value;
        gain = gain * keep + Math.max(step, 0) * share;
        loss = loss * keep + Math.max(-step, 0) * share;
        return strength();
    }

    private double strength() {
        double all = gain + loss;
        return all > 0 ? 100 * gain / all : 50;
    }

    private double first(double value) {
        if (missing <= period) {
            gain += Math.max(value - before, 0) * share;
            loss += Math.max(before - value, 0) * share;
        }
        before = value;
        return --missing > 0 ? Double.NaN : strength();
    }

    @Override
    void clear() {
        missing = period + 1;
        before = Double.NaN;
        gain = 0;
        loss = 0;
    }

    @Override
    void write(StateWriter out) {
        out.number(missing).real(before).real(gain).real(loss);
    }

    @Override
    void read(StateReader in) {
        missing = in.place(period + 2);
        before = in.real();
        gain = in.real();
        loss = in.real();
    }
}
