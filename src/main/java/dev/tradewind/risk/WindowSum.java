package dev.tradewind.risk;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;

/**
 * A sum and a count over a sliding window, in 128 slices: an amount counts for the window's length, and up to a 128th more.
 * Bounded; allocates nothing after it is made. Engine thread only.
 */
public final class WindowSum implements Stateful {

    private static final int SLICES = 128;

    private final long sliceNanos;
    private final long[] sums = new long[SLICES];
    private final int[] counts = new int[SLICES];
    private long slice = Long.MIN_VALUE;
    private long sum;
    private int count;

    /** Over a window, positive. */
    public WindowSum(long windowNanos) {
        sliceNanos = Math.max(1, windowNanos / (SLICES - 1));
    }

    /** Moves on to a time that is not before the last. */
    public void roll(long nowNanos) {
        long now = Math.floorDiv(nowNanos, sliceNanos);
        if (now == slice) {
            return;
        }
        long first = slice == Long.MIN_VALUE ? now : Math.max(slice + 1, now - SLICES + 1);
        for (long at = first; at <= now; at++) {
            int place = (int) Math.floorMod(at, (long) SLICES);
            sum -= sums[place];
            count -= counts[place];
            sums[place] = 0;
            counts[place] = 0;
        }
        slice = now;
    }

    /** Takes an amount. */
    public void add(long nowNanos, long amount) {
        roll(nowNanos);
        int place = (int) Math.floorMod(slice, (long) SLICES);
        sums[place] += amount;
        counts[place]++;
        sum += amount;
        count++;
    }

    @Override
    public void save(StateWriter out) {
        out.section("Sum", 1).number(slice);
        int filled = 0;
        for (int of : counts) {
            filled += of > 0 ? 1 : 0;
        }
        out.number(filled);
        for (int i = 0; i < SLICES; i++) {
            if (counts[i] > 0) {
                out.number(i).number(sums[i]).number(counts[i]);
            }
        }
    }

    @Override
    public void load(StateReader in) {
        slice = in.section("Sum", 1).number();
        for (int left = in.count(); left > 0; left--) {
            int at = in.place(SLICES);
            sums[at] = in.number();
            counts[at] = in.integer();
            sum += sums[at];
            count += counts[at];
        }
    }

    /** {@return the sum within the window} */
    public long sum() {
        return sum;
    }

    /** {@return how many amounts it is of} */
    public int count() {
        return count;
    }
}
