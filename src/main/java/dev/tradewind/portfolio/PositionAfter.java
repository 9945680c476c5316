package dev.tradewind.portfolio;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;

/**
 * A position of a perpetual as a trade would leave it, worked out as {@link Position} does. Immutable; nothing is traded.
 *
 * @param lots             signed, negative when short
 * @param entryAtoms       signed entry notional in quote atoms
 * @param addedMarginAtoms what was added to the initial margin of an isolated position and stays
 * @param profitAtoms      profit of what closed, before fees
 */
public record PositionAfter(long lots, long entryAtoms, long addedMarginAtoms, long profitAtoms) {

    /**
     * {@return a position after a trade}
     *
     * @param lots        held now, signed; {@code entryAtoms} and {@code addedMarginAtoms} as above, 0 without a position
     * @param signedLots  bought, or sold where negative
     * @param signedAtoms their notional, of the same sign
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public static PositionAfter of(
            Instrument instrument, long lots, long entryAtoms, long addedMarginAtoms, long signedLots, long signedAtoms) {
        Position position = new Position(instrument, MarginConfig.NONE);
        position.trade(lots, entryAtoms);
        position.addMargin(addedMarginAtoms);
        long profit = position.trade(signedLots, signedAtoms);
        return new PositionAfter(position.lots(), position.entryAtoms(), position.addedMarginAtoms(), profit);
    }

    /** {@return quote atoms it would bind under leverage and modes of an account} */
    public long marginAtoms(MarginConfig margin) {
        return margin.initialMargin(Math.abs(entryAtoms)) + addedMarginAtoms;
    }
}
