package dev.tradewind.portfolio;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.VenueReport.FeeAsset;
import org.jspecify.annotations.Nullable;

/**
 * One owner's share of an account on one instrument: what it may spend, what it holds, at what cost, what it earned. The
 * same words for spot and for a perpetual; where they mean something else there, the method says so. Engine thread only.
 *
 * <p>After everything: equity at any price is {@code capital + realised + unrealised}.
 */
public abstract sealed class BotAccount implements Stateful permits SpotAccount, PerpetualAccount {

    private final Instrument instrument;
    private long capitalAtoms;
    long quoteAtoms;
    private long reservedAtoms;
    long baseAtoms;
    long costAtoms;
    long realisedAtoms;
    long feesAtoms;
    long boughtAtoms;
    long soldAtoms;
    long fundingAtoms;

    BotAccount(Instrument instrument, long capitalAtoms) {
        if (capitalAtoms < 0) {
            throw new IllegalArgumentException("capital " + capitalAtoms + " atoms is negative");
        }
        this.instrument = instrument;
        this.capitalAtoms = capitalAtoms;
        this.quoteAtoms = capitalAtoms;
    }

    /** {@return an account of its own that may spend {@code capitalAtoms}: spot, or a perpetual one where the instrument is} */
    public static BotAccount of(Instrument instrument, long capitalAtoms, MarginConfig margin) {
        return instrument.isPerpetual()
                ? new PerpetualAccount(instrument, capitalAtoms, margin, new LastMark(), false)
                : new SpotAccount(instrument, capitalAtoms);
    }

    /** {@return an account of its own without leverage} */
    public static BotAccount of(Instrument instrument, long capitalAtoms) {
        return of(instrument, capitalAtoms, MarginConfig.NONE);
    }

    /** Books a fill of the one position, see {@link #fill(Side, PositionSide, long, long, long, FeeAsset, long)}. */
    public final void fill(Side side, long priceTicks, long quantityLots, long feeAtoms, FeeAsset feeAsset) {
        fill(side, PositionSide.NET, priceTicks, quantityLots, feeAtoms, feeAsset, 0);
    }

    /**
     * Books a fill.
     *
     * @param positionSide  which position of a perpetual; ignored on spot
     * @param feeAtoms      the fee in atoms of {@code feeAsset}
     * @param feeValueAtoms what a fee in a third asset is worth in quote atoms: it is paid as such
     * @throws IllegalStateException if it would sell more than is held on spot
     */
    public abstract void fill(
            Side side,
            PositionSide positionSide,
            long priceTicks,
            long quantityLots,
            long feeAtoms,
            FeeAsset feeAsset,
            long feeValueAtoms);

    /** Hands everything held to another owner. What was earned and paid in fees stays known here. */
    abstract void handOverTo(BotAccount other);

    /** Sets quote atoms aside for a working order; a negative amount gives them back. */
    public final void reserve(long atoms) {
        reservedAtoms = Math.addExact(reservedAtoms, atoms);
    }

    /** Gives the owner more to spend, or takes some back (negative). */
    public final void addCapital(long atoms) {
        capitalAtoms = Math.addExact(capitalAtoms, atoms);
        quoteAtoms = Math.addExact(quoteAtoms, atoms);
    }

    /** The capital is more (or less) by what came in as something else than quote. */
    final void grantCapital(long atoms) {
        capitalAtoms = Math.addExact(capitalAtoms, atoms);
    }

    /** The capital goes to another owner, and only what was earned stays on record here. */
    final void giveUpCapital(BotAccount other, long toOther) {
        if (reservedAtoms != 0) {
            throw new IllegalStateException(reservedAtoms + " atoms are still reserved for working orders");
        }
        other.capitalAtoms = Math.addExact(other.capitalAtoms, toOther);
        other.quoteAtoms = Math.addExact(other.quoteAtoms, quoteAtoms);
        capitalAtoms = Math.negateExact(realisedAtoms);
        quoteAtoms = 0;
    }

    @Override
    public final void save(StateWriter out) {
        out.section("BotAccount", 1).number(capitalAtoms).number(quoteAtoms).number(reservedAtoms).number(baseAtoms);
        out.number(costAtoms).number(realisedAtoms).number(feesAtoms).number(boughtAtoms).number(soldAtoms);
        out.number(fundingAtoms);
        saveOwn(out);
    }

    @Override
    public final void load(StateReader in) {
        capitalAtoms = in.section("BotAccount", 1).number();
        quoteAtoms = in.number();
        reservedAtoms = in.number();
        baseAtoms = in.number();
        costAtoms = in.number();
        realisedAtoms = in.number();
        feesAtoms = in.number();
        boughtAtoms = in.number();
        soldAtoms = in.number();
        fundingAtoms = in.number();
        loadOwn(in);
    }

    /** Writes what an account of its kind has besides. */
    abstract void saveOwn(StateWriter out);

    abstract void loadOwn(StateReader in);

    /** Notes whether lots are kept, which must be the same where the state is loaded. */
    static void saveKept(StateWriter out, boolean keepsLots) {
        out.flag(keepsLots);
    }

    static void loadKept(StateReader in, boolean keepsLots) {
        if (in.flag() != keepsLots) {
            throw in.wrong(keepsLots ? "profit was not counted lot by lot, here it is" : "profit was counted lot by lot, here it is not");
        }
    }

    /** {@return what the account is about} */
    public final Instrument instrument() {
        return instrument;
    }

    /** {@return quote atoms it was given} */
    public final long capitalAtoms() {
        return capitalAtoms;
    }

    /**
     * {@return quote atoms it may still spend: not spent, not reserved. On a perpetual the wallet less the margin of its
     * positions, less what working orders set aside, and with cross margin less what the positions lose at the last mark;
     * negative where that is more than there is}
     */
    public abstract long freeQuoteAtoms();

    /** {@return quote atoms it has, reserved ones included; on a perpetual the wallet balance} */
    public final long quoteAtoms() {
        return quoteAtoms;
    }

    /** {@return quote atoms set aside for working orders} */
    public final long reservedAtoms() {
        return reservedAtoms;
    }

    /** {@return base atoms it holds; on a perpetual the size of its positions together, negative when short} */
    public final long baseAtoms() {
        return baseAtoms;
    }

    /** {@return lots held: on spot whole lots, on a perpetual all positions together, negative when short} */
    public abstract long positionLots();

    /** {@return lots of one position, negative when short; on spot what is held is {@link PositionSide#NET}} */
    public abstract long positionLots(PositionSide side);

    /** {@return lots an order of that side may close of a position, working orders not counted; on spot a buy closes none} */
    public abstract long closableLots(Side side, PositionSide positionSide);

    /** {@return whole lots a sale may take: what is held; on a perpetual what is long} */
    public abstract long sellableLots();

    /**
     * {@return quote atoms paid for what it holds, fees included; on a perpetual the entry notional without fees, negative
     * when short}
     */
    public final long costAtoms() {
        return costAtoms;
    }

    /** {@return the average entry price of a position in ticks, to the nearest; 0 without one} */
    public abstract long entryTicks(PositionSide side);

    /** {@return quote atoms its positions bind: their initial margin and what was added; 0 on spot} */
    public abstract long marginAtoms();

    /**
     * {@return profit so far in quote atoms, after fees; on spot of sales. On a perpetual of everything closed, with all fees
     * taken off and funding added: wallet less capital}
     */
    public final long realisedAtoms() {
        return realisedAtoms;
    }

    /** {@return profit so far by lots sold in the order they were bought, fees as in {@link #realisedAtoms}; null if not kept} */
    public abstract @Nullable Long fifoRealisedAtoms();

    /** {@return funding received so far, negative when paid; part of {@link #realisedAtoms}} */
    public final long fundingAtoms() {
        return fundingAtoms;
    }

    /** {@return fees so far in quote atoms; fees in base at the fill's price, in a third asset at their value} */
    public final long feesAtoms() {
        return feesAtoms;
    }

    /** {@return turnover of buys in quote atoms} */
    public final long boughtAtoms() {
        return boughtAtoms;
    }

    /** {@return turnover of sales in quote atoms} */
    public final long soldAtoms() {
        return soldAtoms;
    }

    /** {@return what the holding would bring at a price beyond its cost, in quote atoms; closing fees not counted} */
    public abstract long unrealisedAtoms(long priceTicks);

    /** {@return quote and the holding's value at a price, in quote atoms; on a perpetual wallet and unrealised profit} */
    public abstract long equityAtoms(long priceTicks);
}
