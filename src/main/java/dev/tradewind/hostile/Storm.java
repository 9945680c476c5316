package dev.tradewind.hostile;

import dev.tradewind.kernel.Rng;
import java.util.Set;

/**
 * The dice behind every fault: which faults a seed has, how often each strikes, and whether it is calm. Each seed has a mix
 * of its own, so that some worlds see one fault often and others all of them now and then.
 */
final class Storm {

    private static final int[] ONE_IN = {8, 20, 60, 200};

    private final Rng rng;
    private final int[] oneIn = new int[Fault.values().length];
    private final Coverage coverage;
    private boolean calm = true;

    /** @param possible faults that may strike at all */
    Storm(long seed, Coverage coverage, Set<Fault> possible) {
        rng = new Rng(seed);
        this.coverage = coverage;
        for (Fault fault : Fault.values()) {
            int pick = rng.nextInt(6);
            oneIn[fault.ordinal()] = pick < ONE_IN.length && possible.contains(fault) ? odds(fault, pick) : 0;
        }
    }

    private static int odds(Fault fault, int pick) {
        // power fails only when a process dies anyway
        return fault == Fault.POWER_CUT ? 1 + pick : ONE_IN[pick] * rarity(fault);
    }

    /** {@return how much rarer than a fault of one message: how long the world suffers from it} */
    private static int rarity(Fault fault) {
        return switch (fault) {
            case REPORT_LATE, REPORT_LOST, REPORT_DOUBLED, REPORT_REORDERED, REJECTED, RATE_LIMITED, TIMED_OUT_BEFORE,
                    TIMED_OUT_AFTER, REQUEST_SLOW, STALE_ANSWER, FALSE_NOT_FOUND, ANSWER_LOST, STALE_STATEMENT,
                    STATEMENT_FAILED, POWER_CUT, CRASH_RECOVERING -> 1;
            case FEED_GAP, MANUAL_CANCEL, FOREIGN_ORDER, MANUAL_TRADE, MANUAL_TRANSFER -> 10;
            case LINE_LOST, VENUE_CLOCK_JUMP, OWN_CLOCK_JUMP -> 20;
            case CRASH_IDLE, CRASH_SENDING -> 60;
            case CRASH_WRITING, DISK_FULL, WRITE_ERROR, SYNC_ERROR -> 60;
        };
    }

    /** Whether faults may strike from now on. */
    void calm(boolean now) {
        calm = now;
    }

    boolean calm() {
        return calm;
    }

    /** {@return whether a fault strikes this time} */
    boolean strikes(Fault fault) {
        int odds = oneIn[fault.ordinal()];
        if (calm || odds == 0 || rng.nextInt(odds) != 0) {
            return false;
        }
        coverage.struck(fault);
        return true;
    }

    /** A fault strikes that was decided elsewhere. */
    void struck(Fault fault) {
        coverage.struck(fault);
    }

    /** {@return a whole number from {@code least} to {@code most}} */
    int between(int least, int most) {
        return least + rng.nextInt(most - least + 1);
    }

    /** {@return true one time in {@code odds}} */
    boolean oneIn(int odds) {
        return rng.nextInt(odds) == 0;
    }

    Rng rng() {
        return rng;
    }
}
