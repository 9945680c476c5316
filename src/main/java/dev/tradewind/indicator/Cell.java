package dev.tradewind.indicator;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/** One remembered number. */
final class Cell implements Part {

    double value;
    private final double start;

    Cell(double start) {
        this.start = start;
        value = start;
    }

    /** {@return the number before this one} */
    double swap(double next) {
        double before = value;
        value = next;
        return before;
    }

    @Override
    public void reset() {
        value = start;
    }

    @Override
    public void save(StateWriter out) {
        out.real(value);
    }

    @Override
    public void load(StateReader in) {
        value = in.real();
    }
}
