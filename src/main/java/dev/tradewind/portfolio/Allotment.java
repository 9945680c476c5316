package dev.tradewind.portfolio;

import dev.tradewind.domain.Exact;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.PositionSide;
import java.util.List;

/**
 * How what the exchange does to a net position is shared among the owners who made it: in proportion, rounded against them,
 * and what the rounding leaves goes to the earliest owner it fits. The shares always sum to the whole.
 */
final class Allotment {

    private static final long ONE_E8 = 100_000_000L;

    private Allotment() {}

    /** {@return lots each owner closes of a net position: owners on its side, by the size of theirs, never more than it} */
    static long[] closing(List<BotAccount> accounts, PositionSide side, boolean isLong, long lots) {
        long[] held = new long[accounts.size()];
        long all = 0;
        for (int i = 0; i < held.length; i++) {
            long own = accounts.get(i).positionLots(side);
            held[i] = Math.max(0, isLong ? own : -own);
            all = Math.addExact(all, held[i]);
        }
        if (lots > all) {
            throw new IllegalStateException(lots + " lots were closed by force, but only " + all + " are held");
        }
        long[] shares = new long[held.length];
        long left = lots;
        for (int i = 0; i < held.length; i++) {
            shares[i] = all == 0 ? 0 : Exact.mulDivFloor(lots, held[i], all);
            left -= shares[i];
        }
        for (int i = 0; left > 0; i = (i + 1) % held.length) {
            if (shares[i] < held[i]) {
                shares[i]++;
                left--;
            }
        }
        return shares;
    }

    /** {@return an amount split like shares of a whole; the first that has a share bears what rounding leaves} */
    static long[] inProportion(long amount, long[] shares, long whole) {
        long[] parts = new long[shares.length];
        long left = amount;
        int first = -1;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] != 0) {
                first = first < 0 ? i : first;
                parts[i] = Exact.mulDivFloor(amount, shares[i], whole);
                left -= parts[i];
            }
        }
        if (first >= 0) {
            parts[first] += left;
        }
        return parts;
    }

    /** {@return each owner's part of funding for a net position; all of it the user's where nobody has a position any more} */
    static long[] funding(List<BotAccount> accounts, PositionSide side, long amount, long netLots) {
        long[] parts = new long[accounts.size()];
        long left = amount;
        int first = 0;
        for (int i = parts.length - 1; i >= 0; i--) {
            long lots = accounts.get(i).positionLots(side);
            if (lots != 0 && netLots != 0) {
                first = i;
                // amount per lot has the sign of amount · net
                parts[i] = signedFloor(amount, lots, netLots);
                left -= parts[i];
            }
        }
        parts[first] += left;
        return parts;
    }

    /** {@return what owners whose positions cancel out pay each other: {@code −lots·mark·rate}, summing to nothing} */
    static long[] fundingWithin(
            List<BotAccount> accounts, PositionSide side, Instrument instrument, long markTicks, long rateE8) {
        long[] parts = new long[accounts.size()];
        long left = 0;
        int first = 0;
        for (int i = parts.length - 1; i >= 0; i--) {
            long lots = accounts.get(i).positionLots(side);
            if (lots != 0) {
                first = i;
                parts[i] = signedFloor(instrument.notionalAtoms(markTicks, -lots), rateE8, ONE_E8);
                left -= parts[i];
            }
        }
        parts[first] += left;
        return parts;
    }

    /** {@return {@code ⌊a·b / c⌋} for any signs} */
    static long signedFloor(long a, long b, long c) {
        boolean negative = (a < 0) ^ (b < 0) ^ (c < 0);
        return negative
                ? -Exact.mulDivCeil(Math.abs(a), Math.abs(b), Math.abs(c))
                : Exact.mulDivFloor(Math.abs(a), Math.abs(b), Math.abs(c));
    }
}
