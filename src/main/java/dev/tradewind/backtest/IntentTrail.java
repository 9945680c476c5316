package dev.tradewind.backtest;

import java.util.Arrays;

/** Every order a run sent, amended or cancelled, by the event it was decided at and the run's hash after it. */
final class IntentTrail {

    private long[] eventNanos = new long[256];
    private long[] hash = new long[256];
    private boolean[] submits = new boolean[256];
    private int size;
    private long instantNanos = Long.MIN_VALUE;

    /** All lanes have come to an instant. */
    void instant(long timeNanos) {
        instantNanos = timeNanos;
    }

    void add(long atNanos, long runHash, boolean submit) {
        if (size == hash.length) {
            eventNanos = Arrays.copyOf(eventNanos, size * 2);
            hash = Arrays.copyOf(hash, size * 2);
            submits = Arrays.copyOf(submits, size * 2);
        }
        eventNanos[size] = Math.max(atNanos, instantNanos);
        hash[size] = runHash;
        submits[size++] = submit;
    }

    int size() {
        return size;
    }

    /** {@return when the event happened at which an order was decided, {@link Long#MIN_VALUE} before the first event} */
    long eventNanos(int row) {
        return eventNanos[row];
    }

    boolean submits(int row) {
        return submits[row];
    }

    /** {@return how many were decided at events up to a time} */
    int until(long timeNanos) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (eventNanos[middle] <= timeNanos) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** {@return whether all of these orders are the first of another run's, that many} */
    boolean begins(IntentTrail other, int rows) {
        return size == rows && (rows == 0 || hash[rows - 1] == other.hash[rows - 1]);
    }
}
