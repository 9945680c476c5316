package dev.tradewind.kernel;

import java.util.Arrays;

/** Timers in order of their due time, ties in the order they were set. Engine thread only. */
public final class TimerQueue {

    /** Answer of {@link #nextDueNanos} when no timer is set. */
    public static final long NEVER = Long.MAX_VALUE;

    private long[] dueNanos = new long[16];
    private long[] ids = new long[16];
    private int size;

    /** Sets a timer, replacing one of the same id. */
    public void start(long id, long due) {
        stop(id);
        if (size == ids.length) {
            dueNanos = Arrays.copyOf(dueNanos, size * 2);
            ids = Arrays.copyOf(ids, size * 2);
        }
        // latest first, so that the next one is popped from the end; equal due times keep the order they were set in
        int at = size;
        while (at > 0 && dueNanos[at - 1] <= due) {
            dueNanos[at] = dueNanos[at - 1];
            ids[at] = ids[at - 1];
            at--;
        }
        dueNanos[at] = due;
        ids[at] = id;
        size++;
    }

    /** Drops a timer; nothing happens if it is not set. */
    public void stop(long id) {
        for (int i = 0; i < size; i++) {
            if (ids[i] == id) {
                System.arraycopy(dueNanos, i + 1, dueNanos, i, size - i - 1);
                System.arraycopy(ids, i + 1, ids, i, size - i - 1);
                size--;
                return;
            }
        }
    }

    /** {@return when the next timer is due, {@link #NEVER} if none is set} */
    public long nextDueNanos() {
        return size == 0 ? NEVER : dueNanos[size - 1];
    }

    /** {@return the id of the next timer, which is removed} */
    public long pop() {
        if (size == 0) {
            throw new IllegalStateException("no timer is set");
        }
        return ids[--size];
    }
}
