package dev.tradewind.kernel;

/** A clock that stands where it was last put. Owned by one thread. */
public final class VirtualClock implements Clock {

    private long nowNanos;

    /** Starts at {@code nowNanos}. */
    public VirtualClock(long nowNanos) {
        this.nowNanos = nowNanos;
    }

    /** Moves forward; a time before the present is ignored, so that a late input never turns time back. */
    public void advanceTo(long timeNanos) {
        if (timeNanos > nowNanos) {
            nowNanos = timeNanos;
        }
    }

    @Override
    public long nowNanos() {
        return nowNanos;
    }
}
