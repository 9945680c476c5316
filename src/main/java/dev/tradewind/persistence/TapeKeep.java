package dev.tradewind.persistence;

/**
 * How much of the tape is kept. What the older of the two newest saved states goes on from is kept in any case, and the
 * journal always.
 *
 * @param nanos events this much older than the newest are no longer needed, in the market's time; positive
 * @param bytes as many bytes may the tape take; positive
 */
public record TapeKeep(long nanos, long bytes) {

    /** All of it, for ever. */
    public static final TapeKeep ALL = new TapeKeep(Long.MAX_VALUE, Long.MAX_VALUE);

    public TapeKeep {
        if (nanos <= 0 || bytes <= 0) {
            throw new IllegalArgumentException(
                    "keeping the tape for " + nanos + " ns and " + bytes + " bytes is impossible; both must be positive");
        }
    }
}
