package dev.tradewind.monitor;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often durations fell into each of some fixed ranges. Safe on any thread; {@link #record} takes no lock and allocates
 * nothing.
 */
public final class Histogram {

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;

    private final long[] boundsNanos;
    private final AtomicLongArray counts;
    private final LongAdder sumNanos = new LongAdder();

    /**
     * @param boundsNanos upper ends of the ranges, included, ascending; what is longer than the last is counted as well
     * @throws IllegalArgumentException if they do not ascend
     */
    public Histogram(long... boundsNanos) {
        this.boundsNanos = boundsNanos.clone();
        for (int i = 1; i < boundsNanos.length; i++) {
            if (boundsNanos[i] <= boundsNanos[i - 1]) {
                throw new IllegalArgumentException(
                        "bound " + boundsNanos[i] + " must be above the one before it, " + boundsNanos[i - 1]);
            }
        }
        counts = new AtomicLongArray(boundsNanos.length + 1);
    }

    /** {@return one from 5 µs to 2.5 s in steps of about two, for what an engine does between two inputs} */
    public static Histogram ofLatencies() {
        return new Histogram(
                5 * MICRO, 10 * MICRO, 25 * MICRO, 50 * MICRO, 100 * MICRO, 250 * MICRO, 500 * MICRO, MILLI,
                2_500 * MICRO, 5 * MILLI, 10 * MILLI, 25 * MILLI, 50 * MILLI, 100 * MILLI, 250 * MILLI, 500 * MILLI,
                1_000 * MILLI, 2_500 * MILLI);
    }

    /** Counts a duration. */
    public void record(long nanos) {
        int range = 0;
        while (range < boundsNanos.length && nanos > boundsNanos[range]) {
            range++;
        }
        counts.getAndIncrement(range);
        sumNanos.add(nanos);
    }

    /** {@return what was counted so far} */
    public Counted counted() {
        long[] copy = new long[counts.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = counts.get(i);
        }
        return new Counted(boundsNanos.clone(), copy, sumNanos.sum());
    }

    /**
     * Counts of one moment.
     *
     * @param boundsNanos upper ends of the ranges
     * @param counts      durations in each range, then of those above the last bound
     * @param sumNanos    all durations together
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Counted(long[] boundsNanos, long[] counts, long sumNanos) {

        /** {@return how many durations there were} */
        public long count() {
            long all = 0;
            for (long count : counts) {
                all += count;
            }
            return all;
        }
    }
}
