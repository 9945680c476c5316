package dev.tradewind.indicator;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import java.util.Arrays;

/**
 * Mean and variance of the last so many numbers. It sums distances from a number near them rather than the numbers and
 * their squares, whose difference would lose most digits on prices; once in each window it picks that number and adds
 * up anew.
 */
final class Moments implements Part {

    private final double[] values;
    private final double share;
    private int at;
    private int count;
    private double anchor;
    private double sum;
    private double squares;

    Moments(int period) {
        values = new double[period];
        share = 1.0 / period;
    }

    /** {@return whether there are enough} */
    boolean next(double value) {
        if (count < values.length) {
            fill(value);
        } else {
            double in = value - anchor;
            double out = values[at] - anchor;
            values[at] = value;
            sum += in - out;
            squares += in * in - out * out;
            if (++at == values.length) {
                at = 0;
                settle();
            }
        }
        return count == values.length;
    }

    private void fill(double value) {
        values[at++] = value;
        count++;
        if (at == values.length) {
            at = 0;
            settle();
        }
    }

    private void settle() {
        double total = 0;
        for (double value : values) {
            total += value;
        }
        anchor = total * share;
        sum = 0;
        squares = 0;
        for (double value : values) {
            double distance = value - anchor;
            sum += distance;
            squares += distance * distance;
        }
    }

    double mean() {
        return anchor + sum * share;
    }

    /** {@return the variance of the population, never below 0} */
    double variance() {
        double mean = sum * share;
        return Math.max(0, squares * share - mean * mean);
    }

    double deviation() {
        return Math.sqrt(variance());
    }

    @Override
    public void reset() {
        Arrays.fill(values, 0);
        at = 0;
        count = 0;
        anchor = 0;
        sum = 0;
        squares = 0;
    }

    @Override
    public void save(StateWriter out) {
        out.number(at).number(count).real(anchor).real(sum).real(squares).reals(values, values.length);
    }

    @Override
    public void load(StateReader in) {
        at = in.place(values.length);
        count = in.place(values.length + 1);
        if (count < values.length && at != count) {
            throw in.wrong("a window of " + count + " numbers ends at " + at);
        }
        anchor = in.real();
        sum = in.real();
        squares = in.real();
        in.reals(values);
    }
}
