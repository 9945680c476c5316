package dev.tradewind.indicator;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import java.util.Arrays;

/** The last so many numbers. */
final class Ring implements Part {

    private final double[] values;
    private int at;
    private int count;

    Ring(int size) {
        values = new double[size];
    }

    /** Adds a number. {@return the one it pushes out; 0 while there is room} */
    double push(double value) {
        double out = values[at];
        values[at] = value;
        at = at + 1 == values.length ? 0 : at + 1;
        if (count < values.length) {
            count++;
        }
        return out;
    }

    /** {@return the number added {@code back} numbers ago, 0 the last} */
    double get(int back) {
        int index = at - 1 - back;
        return values[index < 0 ? index + values.length : index];
    }

    int count() {
        return count;
    }

    boolean full() {
        return count == values.length;
    }

    /** {@return whether the next number goes to the array's beginning: once in each filling} */
    boolean wraps() {
        return at == 0;
    }

    double sum() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }

    @Override
    public void reset() {
        Arrays.fill(values, 0);
        at = 0;
        count = 0;
    }

    @Override
    public void save(StateWriter out) {
        out.number(at).number(count).reals(values, values.length);
    }

    @Override
    public void load(StateReader in) {
        at = in.place(values.length);
        count = in.place(values.length + 1);
        in.reals(values);
    }
}
