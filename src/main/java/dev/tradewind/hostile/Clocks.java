package dev.tradewind.hostile;

import dev.tradewind.kernel.Rng;

/** What clocks show at a true time: this machine's and the exchange's. Both drift apart, jump ahead, and never go back. */
final class Clocks {

    private static final long MILLI = 1_000_000L;

    private final long venueOffset;
    private final long ownDriftPpm;
    private long venueJump;
    private long venueJumpEnds;
    private long ownJump;
    private long ownJumpEnds;

    Clocks(long seed) {
        Rng rng = new Rng(seed ^ 0xC10CL);
        venueOffset = (rng.nextInt(6_001) - 3_000) * MILLI;
        ownDriftPpm = rng.nextInt(401) - 200;
    }

    /** {@return what the exchange's clock shows} */
    long venue(long trueNanos) {
        return trueNanos + venueOffset + (trueNanos < venueJumpEnds ? venueJump : 0);
    }

    /** {@return what this machine's clock shows} */
    long own(long trueNanos) {
        long passed = trueNanos - Simulation.START_NANOS;
        return trueNanos + passed / 1_000_000 * ownDriftPpm + (trueNanos < ownJumpEnds ? ownJump : 0);
    }

    /** The exchange's clock jumps ahead for a while; whoever holds it to rising sees it stand afterwards. */
    void venueJumps(long trueNanos, long byNanos, long forNanos) {
        venueJump = byNanos;
        venueJumpEnds = trueNanos + forNanos;
    }

    /** This machine's clock jumps ahead for a while. */
    void ownJumps(long trueNanos, long byNanos, long forNanos) {
        ownJump = byNanos;
        ownJumpEnds = trueNanos + forNanos;
    }
}
