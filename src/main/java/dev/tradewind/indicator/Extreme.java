package dev.tradewind.indicator;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/** The highest or lowest of the last so many numbers, and how long ago it was; of equal ones the newest. */
final class Extreme implements Part {

    private final Ring window;
    private final int period;
    private final int sign;
    private int age;
    private double best;

    private Extreme(int period, int sign) {
        this.period = period;
        this.sign = sign;
        window = new Ring(period);
    }

    static Extreme highest(int period) {
        return new Extreme(period, 1);
    }

    static Extreme lowest(int period) {
        return new Extreme(period, -1);
    }

    /** {@return the extreme; NaN until there are enough} */
    double next(double value) {
        window.push(value);
        age++;
        if (window.count() == 1 || sign * value >= sign * best) {
            best = value;
            age = 0;
        } else if (age >= period) {
            search();
        }
        return value();
    }

    private void search() {
        age = 0;
        best = window.get(0);
        for (int back = 1; back < period; back++) {
            double value = window.get(back);
            if (sign * value > sign * best) {
                best = value;
                age = back;
            }
        }
    }

    /** {@return the extreme; NaN until there are enough} */
    double value() {
        return window.full() ? best : Double.NaN;
    }

    /** {@return numbers since the extreme, 0 if it is the last} */
    int age() {
        return age;
    }

    @Override
    public void reset() {
        window.reset();
        age = 0;
        best = 0;
    }

    @Override
    public void save(StateWriter out) {
        out.part(window).number(age).real(best);
    }

    @Override
    public void load(StateReader in) {
        in.part(window);
        age = in.place(period);
        best = in.real();
    }
}
