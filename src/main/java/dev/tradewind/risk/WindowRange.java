package dev.tradewind.risk;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import java.util.Arrays;

/**
 * The highest and lowest of a figure over a sliding window, in 128 slices: a value counts for the window's length, and up to
 * a 128th more. Bounded; allocates nothing after it is made. Engine thread only.
 */
public final class WindowRange implements Stateful {

    private static final int SLICES = 128;

    private final long sliceNanos;
    private final long[] highest = new long[SLICES];
    private final long[] lowest = new long[SLICES];
    private long slice = Long.MIN_VALUE;
    private long high = Long.MIN_VALUE;
    private long low = Long.MAX_VALUE;

    /** Over a window; 0 for everything there was. */
    public WindowRange(long windowNanos) {
        sliceNanos = windowNanos == 0 ? 0 : Math.max(1, windowNanos / (SLICES - 1));
        Arrays.fill(highest, Long.MIN_VALUE);
        Arrays.fill(lowest, Long.MAX_VALUE);
    }

    /** Moves on to a time that is not before the last. */
    public void roll(long nowNanos) {
        long now = sliceNanos == 0 ? 0 : Math.floorDiv(nowNanos, sliceNanos);
        if (now == slice) {
            return;
        }
        long first = slice == Long.MIN_VALUE ? now : Math.max(slice + 1, now - SLICES + 1);
        for (long at = first; at <= now; at++) {
            highest[(int) Math.floorMod(at, (long) SLICES)] = Long.MIN_VALUE;
            lowest[(int) Math.floorMod(at, (long) SLICES)] = Long.MAX_VALUE;
        }
        slice = now;
        high = Long.MIN_VALUE;
        low = Long.MAX_VALUE;
        for (int i = 0; i < SLICES; i++) {
            high = Math.max(high, highest[i]);
            low = Math.min(low, lowest[i]);
        }
    }

    /** Takes a value. */
    public void add(long nowNanos, long value) {
        roll(nowNanos);
        int at = (int) Math.floorMod(slice, (long) SLICES);
        highest[at] = Math.max(highest[at], value);
        lowest[at] = Math.min(lowest[at], value);
        high = Math.max(high, value);
        low = Math.min(low, value);
    }

    @Override
    public void save(StateWriter out) {
        out.section("Range", 1).number(slice);
        int filled = 0;
        for (int i = 0; i < SLICES; i++) {
            filled += highest[i] >= lowest[i] ? 1 : 0;
        }
        out.number(filled);
        for (int i = 0; i < SLICES; i++) {
            if (highest[i] >= lowest[i]) {
                out.number(i).number(highest[i]).number(lowest[i]);
            }
        }
    }

    @Override
    public void load(StateReader in) {
        slice = in.section("Range", 1).number();
        for (int left = in.count(); left > 0; left--) {
            int at = in.place(SLICES);
            highest[at] = in.number();
            lowest[at] = in.number();
            high = Math.max(high, highest[at]);
            low = Math.min(low, lowest[at]);
        }
    }

    /** {@return the highest, {@link Long#MIN_VALUE} of none} */
    public long high() {
        return high;
    }

    /** {@return the lowest, {@link Long#MAX_VALUE} of none} */
    public long low() {
        return low;
    }

    /** {@return the largest move to a price from any within the window, as a fraction of that one times 10⁸; 0 of none} */
    public long moveE8(long price) {
        if (high == Long.MIN_VALUE || low <= 0) {
            return 0;
        }
        double up = (double) (price - low) / low;
        double down = (double) (high - price) / high;
        return Math.max(0, Math.round(Math.max(up, down) * RiskUnit.ONE_E8));
    }
}
