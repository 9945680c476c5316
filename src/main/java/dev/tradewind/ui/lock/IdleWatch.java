package dev.tradewind.ui.lock;

import java.time.Duration;

/**
 * Tells when nobody has touched the window for as long as the policy says. It has no clock: it is told the time, from any
 * steady source of nanoseconds. One thread.
 */
final class IdleWatch {

    /** How long before it fires it warns. */
    static final Duration WARNING = Duration.ofSeconds(15);

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private long touchedNanos;
    private boolean fired;

    IdleWatch(long nowNanos) {
        touchedNanos = nowNanos;
    }

    /** What the time calls for. */
    sealed interface Verdict {

        /** Somebody is there, or it has fired already. */
        record Calm() implements Verdict {}

        /** It fires in so many seconds, unless somebody touches the window. */
        record Warns(int seconds) implements Verdict {}

        /** Now. Said once. */
        record Fires() implements Verdict {}
    }

    /** Somebody touched key or mouse. */
    void touched(long nowNanos) {
        touchedNanos = nowNanos;
        fired = false;
    }

    /**
     * Looks at the time.
     *
     * @param minutes how long it may be; 0 for ever
     */
    Verdict look(long nowNanos, int minutes) {
        if (minutes == 0 || fired) {
            return new Verdict.Calm();
        }
        long left = minutes * 60 * NANOS_PER_SECOND - (nowNanos - touchedNanos);
        if (left <= 0) {
            fired = true;
            return new Verdict.Fires();
        }
        return left <= WARNING.toNanos()
                ? new Verdict.Warns((int) Math.ceilDiv(left, NANOS_PER_SECOND))
                : new Verdict.Calm();
    }
}
