package dev.tradewind.marketdata;

/**
 * Funding boundaries in the order of their times. The arrays are shared, not copied: do not change them.
 *
 * @param timeNanos when each was, nanoseconds since the epoch, rising
 * @param rateE8    the rate times 10⁸, negative where shorts paid
 */
public record FundingColumns(long[] timeNanos, long[] rateE8) {

    /** No funding. */
    public static final FundingColumns NONE = new FundingColumns(new long[0], new long[0]);

    public FundingColumns {
        if (timeNanos.length != rateE8.length) {
            throw new IllegalArgumentException(timeNanos.length + " times, but " + rateE8.length + " rates");
        }
    }

    /** {@return how many there are} */
    public int size() {
        return timeNanos.length;
    }
}
