package dev.tradewind.portfolio;

import dev.tradewind.domain.Exact;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/**
 * One position of a perpetual by average cost: signed lots and their signed entry notional. What closes takes its share of
 * the entry notional with it, rounded against us; the rest stays to the atom. Engine thread only.
 */
public final class Position {

    private final Instrument instrument;
    private final MarginConfig margin;
    private long lots;
    private long entryAtoms;
    private long addedMarginAtoms;
    private long fundingAtoms;

    Position(Instrument instrument, MarginConfig margin) {
        this.instrument = instrument;
        this.margin = margin;
    }

    /**
     * Trades.
     *
     * @param signedLots  bought, or sold where negative
     * @param signedAtoms their notional, of the same sign
     * @return the profit of what closed, before fees
     */
    long trade(long signedLots, long signedAtoms) {
        if (lots == 0 || lots > 0 == signedLots > 0) {
            lots = Math.addExact(lots, signedLots);
            entryAtoms = Math.addExact(entryAtoms, signedAtoms);
            return 0;
        }
        long held = Math.abs(lots);
        long traded = Math.abs(signedLots);
        long closing = Math.min(held, traded);
        long exit = closing == traded ? signedAtoms : share(signedAtoms, closing, traded);
        long entry = closing == held ? entryAtoms : share(entryAtoms, closing, held);
        long profit = Math.negateExact(Math.addExact(exit, entry));
        addedMarginAtoms = closing == held ? 0 : addedMarginAtoms - Exact.mulDivCeil(addedMarginAtoms, closing, held);
        lots = Math.addExact(lots, signedLots);
        entryAtoms = closing == traded ? entryAtoms - entry : signedAtoms - exit;
        if (closing == held) {
            fundingAtoms = 0;
        }
        return profit;
    }

    /** {@return {@code ⌈amount·part / whole⌉}, towards what makes the profit smaller} */
    private static long share(long amount, long part, long whole) {
        return amount >= 0 ? Exact.mulDivCeil(amount, part, whole) : -Exact.mulDivFloor(-amount, part, whole);
    }

    void addMargin(long atoms) {
        addedMarginAtoms = Math.addExact(addedMarginAtoms, atoms);
    }

    void addFunding(long atoms) {
        fundingAtoms = Math.addExact(fundingAtoms, atoms);
    }

    void clear() {
        lots = 0;
        entryAtoms = 0;
        addedMarginAtoms = 0;
        fundingAtoms = 0;
    }

    void save(StateWriter out) {
        out.number(lots).number(entryAtoms).number(addedMarginAtoms).number(fundingAtoms);
    }

    void load(StateReader in) {
        lots = in.number();
        entryAtoms = in.number();
        addedMarginAtoms = in.number();
        fundingAtoms = in.number();
    }

    /** {@return signed lots, negative when short} */
    public long lots() {
        return lots;
    }

    /** {@return signed entry notional: lots × average entry price, in quote atoms} */
    public long entryAtoms() {
        return entryAtoms;
    }

    /** {@return the average entry price in ticks, to the nearest; 0 without a position} */
    public long entryTicks() {
        return lots == 0 ? 0 : nearestTicks(instrument, lots, entryAtoms);
    }

    /** {@return quote atoms it binds: initial margin of its entry notional, and what was added to an isolated one} */
    public long marginAtoms() {
        return margin.initialMargin(Math.abs(entryAtoms)) + addedMarginAtoms;
    }

    /** {@return what was added to the initial margin of an isolated position} */
    public long addedMarginAtoms() {
        return addedMarginAtoms;
    }

    /** {@return funding received since the position opened, negative when paid} */
    public long fundingAtoms() {
        return fundingAtoms;
    }

    /** {@return profit at a price, in quote atoms; closing fees not counted} */
    public long unrealisedAtoms(long priceTicks) {
        return lots == 0 ? 0 : instrument.notionalAtoms(priceTicks, lots) - entryAtoms;
    }

    /** {@return the maintenance margin at a mark price in quote atoms} */
    public long maintenanceAtoms(long markTicks) {
        return lots == 0
                ? 0
                : instrument.margins().brackets().maintenanceAtoms(Math.abs(instrument.notionalAtoms(markTicks, lots)));
    }

    static long nearestTicks(Instrument instrument, long lots, long atoms) {
        long perTick = Math.multiplyExact(Math.abs(lots), instrument.tickLotAtoms());
        return (Math.abs(atoms) + perTick / 2) / perTick;
    }
}
