package dev.tradewind.venue;

/**
 * How patient one is with a venue outside this process. Times in nanoseconds, all positive.
 *
 * @param silentNanos       how long an order, a cancel or an amendment may go unanswered before it is asked about
 * @param windowNanos       how long after it was sent the venue may still take a request (Binance's {@code recvWindow})
 * @param marginNanos       for clocks that differ: added to the window before "not found" is believed
 * @param retryNanos        pause before a question is asked again; doubles each time
 * @param longestRetryNanos what that pause does not outgrow
 * @param pollNanos         how often all there is is compared while nothing seems wrong
 * @param overlapNanos      how far before the last known fill a statement's fills begin
 */
public record LinePace(
        long silentNanos,
        long windowNanos,
        long marginNanos,
        long retryNanos,
        long longestRetryNanos,
        long pollNanos,
        long overlapNanos) {

    private static final long SECOND = 1_000_000_000L;

    /** Binance's window of five seconds and what goes with it. */
    public static final LinePace STANDARD =
            new LinePace(5 * SECOND, 5 * SECOND, 3 * SECOND, SECOND, 60 * SECOND, 60 * SECOND, 60 * SECOND);

    public LinePace {
        for (long nanos : new long[] {
            silentNanos, windowNanos, marginNanos, retryNanos, longestRetryNanos, pollNanos, overlapNanos
        }) {
            if (nanos <= 0) {
                throw new IllegalArgumentException("a pace of " + nanos + " ns; every time must be positive");
            }
        }
    }

    /** {@return the pause before a question that was asked so often is asked again} */
    public long pauseNanos(int asked) {
        long pause = retryNanos;
        for (int i = 1; i < asked && pause < longestRetryNanos; i++) {
            pause *= 2;
        }
        return Math.min(pause, longestRetryNanos);
    }

    /** {@return how long after a sending "not found" may be believed} */
    public long arrivedByNanos() {
        return windowNanos + marginNanos;
    }
}
