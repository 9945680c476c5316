package dev.tradewind.ui.lock;

import java.time.Duration;

/**
 * Tells that the machine has slept, looking back: no system tells a Java program beforehand. Two clocks are read every second.
 * Where the steady clock stands still during sleep (Linux, macOS) the wall clock has moved on further than it; where it runs on
 * (Windows) the look itself comes late. Either gap of more than {@link #GAP} counts. So does a wall clock that somebody sets
 * forward: the two cannot be told apart, and locking once too often is the safe side. A clock set back is not sleep. One thread.
 */
final class SleepWatch {

    /** More than a busy machine delays a look, less than any sleep worth the name. */
    static final Duration GAP = Duration.ofSeconds(10);

    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final long periodNanos;
    private long lastNanos;
    private long lastWallMillis;

    /** @param period how often it will look */
    SleepWatch(Duration period, long nowNanos, long wallMillis) {
        this.periodNanos = period.toNanos();
        this.lastNanos = nowNanos;
        this.lastWallMillis = wallMillis;
    }

    /** {@return whether the machine slept since the last look} */
    boolean slept(long nowNanos, long wallMillis) {
        long steady = nowNanos - lastNanos;
        long wall = (wallMillis - lastWallMillis) * NANOS_PER_MILLI;
        lastNanos = nowNanos;
        lastWallMillis = wallMillis;
        return wall - steady > GAP.toNanos() || steady - periodNanos > GAP.toNanos();
    }
}
