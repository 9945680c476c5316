package dev.tradewind.kernel;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;

/** A clock that stands where it was last put. Owned by one thread. */
public final class VirtualClock implements Clock, Stateful {

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

    @Override
    public void save(StateWriter out) {
        out.section("VirtualClock", 1).number(nowNanos);
    }

    @Override
    public void load(StateReader in) {
        nowNanos = in.section("VirtualClock", 1).number();
    }
}
