package dev.tradewind.indicator;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import java.util.Arrays;

/**
 * Mean and variance of the last so many numbers. It sums distances from a number near them rather than the numbers and
 * their squares, whose difference would lose most digits on prices; once in each window it takes the newest as that
 * number and adds up anew.
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
                settle(values, 0);
            }
        }
        return count == values.length;
    }

    private void fill(double value) {
        values[at++] = value;
        count++;
        if (at == values.length) {
            at = 0;
            settle(values, 0);
        }
    }

    /** Adds up a whole window anew, in two halves so that one addition need not wait for the other. */
    private void settle(double[] from, int first) {
        int end = first + values.length;
        double near = from[end - 1];
        double even = 0;
        double odd = 0;
        double evenSquares = 0;
        double oddSquares = 0;
        int row = first;
        for (; row + 1 < end; row += 2) {
            double one = from[row] - near;
            double other = from[row + 1] - near;
            even += one;
            odd += other;
            evenSquares += one * one;
            oddSquares += other * other;
        }
        if (row < end) {
            double one = from[row] - near;
            even += one;
            evenSquares += one * one;
        }
        anchor = near;
        sum = even + odd;
        squares = evenSquares + oddSquares;
    }

    /**
     * Takes in a part of a column, as {@link #next(double)} would number by number. The window before {@code from} has
     * to be the column's own; after the last part {@link #keep} makes it this object's.
     *
     * @param means     gets the mean after each number
     * @param variances gets the variance after each, below 0 by rounding where there is none
     */
    void next(double[] column, int from, int to, double[] means, double[] variances) {
        int period = values.length;
        int row = from;
        while (row < to) {
            int end = Math.min(to, row + period - at);
            at += end - row;
            double near = anchor;
            double total = sum;
            double all = squares;
            for (; row < end; row++) {
                double in = column[row] - near;
                double out = column[row - period] - near;
                total += in - out;
                all += in * in - out * out;
                double mean = total * share;
                means[row] = near + mean;
                variances[row] = all * share - mean * mean;
            }
            sum = total;
            squares = all;
            if (at == period) {
                at = 0;
                settle(column, row - period);
                means[row - 1] = mean();
                variances[row - 1] = variance();
            }
        }
    }

    /**
     * Keeps the window that ends before a row of the column {@link #next(double[], int, int, double[], double[])} took
     * in.
     */
    void keep(double[] column, int to) {
        System.arraycopy(column, to - at, values, 0, at);
        System.arraycopy(column, to - values.length, values, at, values.length - at);
    }

    /** {@return how many numbers have to come before its window is one column's own} */
    int ahead() {
        return 2 * values.length - count;
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
