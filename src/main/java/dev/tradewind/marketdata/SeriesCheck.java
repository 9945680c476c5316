package dev.tradewind.marketdata;

import java.util.List;

/**
 * What checking a stored series found.
 *
 * @param key      the series
 * @param rows     rows read
 * @param findings what is wrong or worth knowing, oldest first, at most {@value #MOST}
 * @param found    findings in all
 * @param dropped  rows a repair dropped
 */
public record SeriesCheck(SeriesKey key, long rows, List<Finding> findings, long found, long dropped) {

    /** Findings listed at most. */
    public static final int MOST = 1_000;

    /** What may be found. */
    public enum Kind {
        /** Candles are missing; the exchange may have stood still. */
        GAP,
        /** The same time twice. */
        DUPLICATE,
        /** A high under its low, a price of nothing, a negative volume. */
        IMPOSSIBLE,
        /** A coarser series says otherwise than the finer one it could be built from. */
        DISAGREEMENT,
        /** A block whose checksum is wrong. */
        DAMAGED
    }

    /**
     * One finding.
     *
     * @param atNanos where it begins
     * @param rows    rows concerned, missing ones of a gap
     * @param text    for people
     */
    public record Finding(Kind kind, long atNanos, long rows, String text) {}

    public SeriesCheck {
        findings = List.copyOf(findings);
    }

    /** {@return whether nothing but gaps was found} */
    public boolean sound() {
        return findings.stream().allMatch(finding -> finding.kind() == Kind.GAP);
    }
}
