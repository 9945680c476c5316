package dev.tradewind.indicator;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/** The sum of the last so many numbers, added up anew once in each window so that rounding does not pile up. */
final class RollingSum implements Part {

    private final Ring window;
    private double sum;

    RollingSum(int period) {
        window = new Ring(period);
    }

    /** {@return the sum; NaN until there are enough} */
    double next(double value) {
        sum = value - window.push(value) + sum;
        if (window.wraps()) {
            sum = window.sum();
        }
        return window.full() ? sum : Double.NaN;
    }

    @Override
    public void reset() {
        window.reset();
        sum = 0;
    }

    @Override
    public void save(StateWriter out) {
        out.part(window).real(sum);
    }

    @Override
    public void load(StateReader in) {
        in.part(window);
        sum = in.real();
    }
}
