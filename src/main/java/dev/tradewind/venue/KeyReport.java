package dev.tradewind.venue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a key may do, as the exchange says.
 *
 * @param outcome      whether the exchange took it
 * @param rights       what it may do; empty unless accepted
 * @param addressBound whether it works from listed addresses only; unknown counts as no
 * @param detail       one line for the user: the exchange's own words on a refusal, when it expires; never a secret
 */
public record KeyReport(Outcome outcome, Set<Right> rights, boolean addressBound, String detail) {

    /** What came of trying. */
    public enum Outcome {
        /** The exchange knows it. */
        ACCEPTED,
        /** The exchange does not take it: unknown, signature wrong, address not listed. */
        REFUSED,
        /** Nothing was learned: no network, time-out, unreadable answer. */
        UNREACHABLE
    }

    /** Something a key may be allowed. */
    public enum Right {
        READ,
        TRADE_SPOT,
        TRADE_MARGIN,
        TRADE_FUTURES,
        /** Moves money between the owner's own accounts there. */
        TRANSFER,
        /** Takes money out: such a key is not accepted here. */
        WITHDRAW
    }

    public KeyReport {
        rights = rights.isEmpty()
                ? Collections.emptySet()
                : Collections.unmodifiableSet(EnumSet.copyOf(rights));
    }

    /** {@return whether it may take money out} */
    public boolean withdraws() {
        return rights.contains(Right.WITHDRAW);
    }
}
