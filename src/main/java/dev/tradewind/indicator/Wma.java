package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.AVERAGE;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/**
 * Linearly weighted moving average: the newest of {@code n} values counts {@code n} times, the oldest once, divided by
 * {@code n (n + 1) / 2}. Added up anew once in each window. Source: TA-Lib's {@code WMA}.
 */
public final class Wma extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "wma", "Weighted moving average", AVERAGE,
                    "Mean in which newer values count more, in a straight line.",
                    p -> p.integer("period"), p -> new Wma(p.integer("period"), Source.of(p)))
            .with(Specs.period(20), Specs.source());

    private final int period;
    private final double weights;
    private final Ring window;
    private double sum;
    private double weighted;

    Wma(int period) {
        this(period, Source.CLOSE);
    }

    Wma(int period, Source source) {
        super(source);
        this.period = window("a WMA", period);
        weights = period * (period + 1) / 2.0;
        window = part(new Ring(period));
    }

    @Override
    public double next(double value) {
        double out = window.push(value);
        if (window.wraps()) {
            settle();
        } else {
            weighted += period * value - sum;
            sum += value - out;
        }
        return window.full() ? weighted / weights : Double.NaN;
    }

    private void settle() {
        sum = 0;
        weighted = 0;
        for (int back = 0; back < period; back++) {
            sum += window.get(back);
            weighted += (period - back) * window.get(back);
        }
    }

    @Override
    void clear() {
        sum = 0;
        weighted = 0;
    }

    @Override
    void write(StateWriter out) {
        out.real(sum).real(weighted);
    }

    @Override
    void read(StateReader in) {
        sum = in.real();
        weighted = in.real();
    }
}
