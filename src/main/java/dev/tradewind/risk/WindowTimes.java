package dev.tradewind.risk;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;

/** How many times something happened within a sliding window, exact up to a number. Engine thread only. */
public final class WindowTimes implements Stateful {

    private final long windowNanos;
    private final long[] times;
    private int first;
    private int size;

    /** Counts up to {@code most}; older ones are forgotten first. */
    public WindowTimes(long windowNanos, int most) {
        this.windowNanos = windowNanos;
        this.times = new long[most];
    }

    /** It happened. */
    public void add(long nowNanos) {
        if (size == times.length) {
            first = (first + 1) % times.length;
            size--;
        }
        times[(first + size++) % times.length] = nowNanos;
    }

    @Override
    public void save(StateWriter out) {
        out.section("Times", 1).number(first).number(size);
        for (int i = 0; i < size; i++) {
            out.number(times[(first + i) % times.length]);
        }
    }

    @Override
    public void load(StateReader in) {
        first = in.section("Times", 1).place(times.length);
        size = in.count();
        if (size > times.length) {
            throw in.wrong(size + " times where " + times.length + " are counted at most");
        }
        for (int i = 0; i < size; i++) {
            times[(first + i) % times.length] = in.number();
        }
    }

    /** {@return how often within the window up to now} */
    public int count(long nowNanos) {
        while (size > 0 && times[first] <= nowNanos - windowNanos) {
            first = (first + 1) % times.length;
            size--;
        }
        return size;
    }
}
