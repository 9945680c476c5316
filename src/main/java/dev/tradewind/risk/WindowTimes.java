package dev.tradewind.risk;

/** How many times something happened within a sliding window, exact up to a number. Engine thread only. */
public final class WindowTimes {

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

    /** {@return how often within the window up to now} */
    public int count(long nowNanos) {
        while (size > 0 && times[first] <= nowNanos - windowNanos) {
            first = (first + 1) % times.length;
            size--;
        }
        return size;
    }
}
