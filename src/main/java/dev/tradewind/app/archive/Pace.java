package dev.tradewind.app.archive;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Spreads work over time, so that orders seldom meet it: so many bytes a second and no more. Owned by one thread. */
final class Pace {

    /** 2 GB stay well below a minute. */
    private static final double BYTES_PER_SECOND = 50e6;

    private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final long beganNanos = System.nanoTime();

    /** Rests if more has been done than the pace allows by now. */
    void rest(long bytesDone) {
        long due = (long) (bytesDone / BYTES_PER_SECOND * TimeUnit.SECONDS.toNanos(1));
        long ahead = due - (System.nanoTime() - beganNanos);
        if (ahead > 0) {
            LockSupport.parkNanos(Math.min(ahead, LONGEST_REST_NANOS));
        }
    }
}
