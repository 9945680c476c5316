package dev.tradewind.indicator;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A calculation over closed candles that takes one at a time and keeps what it needs of the past. It publishes one or
 * more lines, whose names its {@link IndicatorType} gives; a line is NaN until it is warm and where its formula has no
 * value.
 *
 * <p>A bar that is not {@linkplain Bar#isWhole whole} is passed over: every line is NaN for that bar, and the next one
 * is taken in as if it had not been there. Nothing is published that a later candle could take back. Allocates nothing
 * per bar. Owned by one thread.
 */
public abstract class Indicator implements Part {

    private final double[] lines;
    private final List<Part> parts = new ArrayList<>(4);
    private boolean blank;

    Indicator(int outputs) {
        lines = new double[outputs];
        Arrays.fill(lines, Double.NaN);
    }

    /** Makes a piece of memory part of this indicator: saved, taken up and emptied with it. For constructors. */
    final <P extends Part> P part(P part) {
        parts.add(part);
        return part;
    }

    /** Takes in a closed candle. */
    public final void add(Bar bar) {
        blank = !bar.isWhole();
        if (!blank) {
            next(bar);
        }
    }

    /** Takes in a whole candle and publishes. */
    abstract void next(Bar bar);

    final void publish(int line, double value) {
        lines[line] = value;
    }

    /** {@return what a line holds, passed-over bars aside} */
    final double line(int line) {
        return lines[line];
    }

    /** {@return the first line's value, see {@link #value(int)}} */
    public final double value() {
        return blank ? Double.NaN : lines[0];
    }

    /** {@return a line's value after the last bar; NaN while it has none} */
    public final double value(int output) {
        return blank ? Double.NaN : lines[output];
    }

    /** {@return the number of lines} */
    public final int outputs() {
        return lines.length;
    }

    @Override
    public final void reset() {
        Arrays.fill(lines, Double.NaN);
        blank = false;
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).reset();
        }
        clear();
    }

    @Override
    public final void save(StateWriter out) {
        out.section(getClass().getSimpleName(), 1).reals(lines, lines.length).flag(blank);
        parts.forEach(out::part);
        write(out);
    }

    @Override
    public final void load(StateReader in) {
        blank = in.section(getClass().getSimpleName(), 1).reals(lines).flag();
        parts.forEach(in::part);
        read(in);
    }

    /** Empties the fields that are no parts. */
    void clear() {}

    /** Writes the fields that are no parts. */
    void write(StateWriter out) {}

    /** Reads the fields that are no parts. */
    void read(StateReader in) {}
}
