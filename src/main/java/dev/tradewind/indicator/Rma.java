package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.AVERAGE;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/**
 * Wilder's moving average, also SMMA or MMA: {@code rma = (rma × (period − 1) + value) / period}; the first is the mean
 * of the first {@code period} values. Source: Wilder, New Concepts in Technical Trading Systems, 1978.
 */
public final class Rma extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "rma", "Wilder's moving average", AVERAGE,
                    "Wilder's smoothing, slower than an EMA of the same period.",
                    p -> p.integer("period"), p -> new Rma(p.integer("period"), Source.of(p)))
            .with(Specs.period(14), Specs.source());

    private final int period;
    private int missing;
    private double average;

    Rma(int period) {
        this(period, Source.CLOSE);
    }

    Rma(int period, Source source) {
        super(source);
        this.period = window("an RMA", period);
        missing = period;
    }

    @Override
    public double next(double value) {
        if (missing == 0) {
            average = (average * (period - 1) + value) / period;
            return average;
        }
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
