package dev.tradewind.engine;

import dev.tradewind.bot.StopPolicy;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/** What a bot said of the stop of what it holds, and since when it lacks it. Engine thread only. */
final class StopWord {

    private StopPolicy policy = StopPolicy.NONE;
    private long ticks;
    private long missingSince;

    /** {@return whether this is not what it said before} */
    boolean change(StopPolicy newPolicy, long stopTicks) {
        boolean changed = newPolicy != policy || stopTicks != ticks;
        policy = newPolicy;
        ticks = stopTicks;
        return changed;
    }

    void save(StateWriter out) {
        out.constant(policy).number(ticks).number(missingSince);
    }

    void load(StateReader in) {
        policy = in.constant(StopPolicy.class);
        ticks = in.number();
        missingSince = in.number();
    }

    StopPolicy policy() {
        return policy;
    }

    /** {@return the price the stop is to trigger at} */
    long ticks() {
        return ticks;
    }

    /** {@return since when the stop is missing, 0 if it is not} */
    long missingSinceNanos() {
        return missingSince;
    }

    void missingSince(long nanos) {
        missingSince = nanos;
    }
}
