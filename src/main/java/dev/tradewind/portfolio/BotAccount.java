package dev.tradewind.portfolio;

import dev.tradewind.domain.Exact;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport.FeeAsset;

/**
 * One owner's share of an account on one instrument: what it may spend, what it bought, at what cost, what it earned.
 * Average-cost accounting: a sale takes its share of the cost with it. Engine thread only.
 *
 * <p>Invariants after every fill: {@code baseAtoms ≥ 0}; {@code freeQuote + reserved + cost = capital + realised}.
 */
public final class BotAccount {

    private final Instrument instrument;
    private long capitalAtoms;
    private long quoteAtoms;
    private long reservedAtoms;
    private long baseAtoms;
    private long costAtoms;
    private long realisedAtoms;
    private long feesAtoms;
    private long boughtAtoms;
    private long soldAtoms;

    /** An account that may spend {@code capitalAtoms} of the quote asset. */
    public BotAccount(Instrument instrument, long capitalAtoms) {
        if (capitalAtoms < 0) {
            throw new IllegalArgumentException("capital " + capitalAtoms + " atoms is negative");
        }
        this.instrument = instrument;
        this.capitalAtoms = capitalAtoms;
        this.quoteAtoms = capitalAtoms;
    }

    /**
     * Books a fill.
     *
     * @param feeAtoms the fee in atoms of {@code feeAsset}
     * @throws IllegalStateException if it would sell more than is held: an account never sells what it did not buy
     */
    public void fill(Side side, long priceTicks, long quantityLots, long feeAtoms, FeeAsset feeAsset) {
        long notional = instrument.notionalAtoms(priceTicks, quantityLots);
        long base = Math.multiplyExact(quantityLots, instrument.lotAtoms());
        long quoteFee = feeAsset == FeeAsset.QUOTE ? feeAtoms : 0;
        long baseFee = feeAsset == FeeAsset.BASE ? feeAtoms : 0;
        feesAtoms = Math.addExact(
                feesAtoms, baseFee == 0 ? quoteFee : instrument.valueOfBaseAtoms(priceTicks, baseFee));
        if (side == Side.BUY) {
            long paid = Math.addExact(notional, quoteFee);
            quoteAtoms = Math.subtractExact(quoteAtoms, paid);
            costAtoms = Math.addExact(costAtoms, paid);
            baseAtoms = Math.addExact(baseAtoms, base - baseFee);
            boughtAtoms = Math.addExact(boughtAtoms, notional);
        } else {
            long given = Math.addExact(base, baseFee);
            if (given > baseAtoms) {
                throw new IllegalStateException("a sale of " + given + " base atoms, but only " + baseAtoms + " are held");
            }
            long received = Math.subtractExact(notional, quoteFee);
            long cost = given == baseAtoms ? costAtoms : Exact.mulDivCeil(costAtoms, given, baseAtoms);
            quoteAtoms = Math.addExact(quoteAtoms, received);
            costAtoms -= cost;
            baseAtoms -= given;
            realisedAtoms = Math.addExact(realisedAtoms, received - cost);
            soldAtoms = Math.addExact(soldAtoms, notional);
        }
    }

    /** Sets quote atoms aside for a working buy order; a negative amount gives them back. */
    public void reserve(long atoms) {
        reservedAtoms = Math.addExact(reservedAtoms, atoms);
    }

    /** Gives the owner more to spend, or takes some back (negative). */
    public void addCapital(long atoms) {
        capitalAtoms = Math.addExact(capitalAtoms, atoms);
        quoteAtoms = Math.addExact(quoteAtoms, atoms);
    }

    /** Hands everything held to another owner: quote, base and its cost. What was earned and paid in fees stays known here. */
    void handOverTo(BotAccount other) {
        if (reservedAtoms != 0) {
            throw new IllegalStateException(reservedAtoms + " atoms are still reserved for working orders");
        }
        other.capitalAtoms = Math.addExact(other.capitalAtoms, Math.addExact(quoteAtoms, costAtoms));
        other.quoteAtoms = Math.addExact(other.quoteAtoms, quoteAtoms);
        other.baseAtoms = Math.addExact(other.baseAtoms, baseAtoms);
        other.costAtoms = Math.addExact(other.costAtoms, costAtoms);
        capitalAtoms = Math.negateExact(realisedAtoms);
        quoteAtoms = 0;
        baseAtoms = 0;
        costAtoms = 0;
    }

    /** {@return what the account is about} */
    public Instrument instrument() {
        return instrument;
    }

    /** {@return quote atoms it was given} */
    public long capitalAtoms() {
        return capitalAtoms;
    }

    /** {@return quote atoms it may still spend: not spent, not reserved} */
    public long freeQuoteAtoms() {
        return quoteAtoms - reservedAtoms;
    }

    /** {@return quote atoms it has, reserved ones included} */
    public long quoteAtoms() {
        return quoteAtoms;
    }

    /** {@return quote atoms set aside for working buys} */
    public long reservedAtoms() {
        return reservedAtoms;
    }

    /** {@return base atoms it holds} */
    public long baseAtoms() {
        return baseAtoms;
    }

    /** {@return whole lots it holds: what it could sell} */
    public long sellableLots() {
        return baseAtoms / instrument.lotAtoms();
    }

    /** {@return quote atoms paid for what it holds, fees included} */
    public long costAtoms() {
        return costAtoms;
    }

    /** {@return profit of sales so far in quote atoms, after fees} */
    public long realisedAtoms() {
        return realisedAtoms;
    }

    /** {@return fees so far in quote atoms; fees in base at the fill's price} */
    public long feesAtoms() {
        return feesAtoms;
    }

    /** {@return turnover of buys in quote atoms} */
    public long boughtAtoms() {
        return boughtAtoms;
    }

    /** {@return turnover of sales in quote atoms} */
    public long soldAtoms() {
        return soldAtoms;
    }

    /** {@return what the holding would bring at a price beyond its cost, in quote atoms; selling fees not counted} */
    public long unrealisedAtoms(long priceTicks) {
        return baseAtoms == 0 ? 0 : instrument.valueOfBaseAtoms(priceTicks, baseAtoms) - costAtoms;
    }

    /** {@return quote and the holding's value at a price, in quote atoms} */
    public long equityAtoms(long priceTicks) {
        return baseAtoms == 0 ? quoteAtoms : quoteAtoms + instrument.valueOfBaseAtoms(priceTicks, baseAtoms);
    }
}
