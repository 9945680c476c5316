package dev.tradewind.portfolio;

import dev.tradewind.domain.Exact;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.VenueReport.FeeAsset;
import org.jspecify.annotations.Nullable;

/**
 * A share of a spot account. Average-cost accounting: a sale takes its share of the cost with it.
 *
 * <p>Invariants after every fill: {@code baseAtoms ≥ 0}; {@code freeQuote + reserved + cost = capital + realised}.
 */
final class SpotAccount extends BotAccount {

    private final @Nullable FifoLots fifo;

    /** The holding that whole lots were last counted of, and those lots. */
    private long countedAtoms;

    private long countedLots;

    SpotAccount(Instrument instrument, long capitalAtoms) {
        this(instrument, capitalAtoms, false);
    }

    SpotAccount(Instrument instrument, long capitalAtoms, boolean keepsLots) {
        super(instrument, capitalAtoms);
        fifo = keepsLots ? new FifoLots() : null;
    }

    @Override
    public void fill(
            Side side,
            PositionSide positionSide,
            long priceTicks,
            long quantityLots,
            long feeAtoms,
            FeeAsset feeAsset,
            long feeValueAtoms) {
        Instrument instrument = instrument();
        long notional = instrument.notionalAtoms(priceTicks, quantityLots);
        long base = Math.multiplyExact(quantityLots, instrument.lotAtoms());
        long quoteFee = feeAsset == FeeAsset.QUOTE ? feeAtoms : feeValueAtoms;
        long baseFee = feeAsset == FeeAsset.BASE ? feeAtoms : 0;
        feesAtoms = Math.addExact(
                feesAtoms, baseFee == 0 ? quoteFee : instrument.valueOfBaseAtoms(priceTicks, baseFee));
        if (side == Side.BUY) {
            long paid = Math.addExact(notional, quoteFee);
            quoteAtoms = Math.subtractExact(quoteAtoms, paid);
            costAtoms = Math.addExact(costAtoms, paid);
            baseAtoms = Math.addExact(baseAtoms, base - baseFee);
            boughtAtoms = Math.addExact(boughtAtoms, notional);
            keep(base - baseFee, paid);
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
            keep(-given, -received);
        }
    }

    /**
     * Base comes from elsewhere (or leaves, negative) worth so much: it comes in at that cost, and leaves as if sold for it and
     * the money taken out.
     */
    void adjustBase(long atoms, long valueAtoms) {
        if (atoms >= 0) {
            costAtoms = Math.addExact(costAtoms, valueAtoms);
        } else {
            long cost = -atoms == baseAtoms ? costAtoms : Exact.mulDivCeil(costAtoms, -atoms, baseAtoms);
            costAtoms -= cost;
            realisedAtoms = Math.addExact(realisedAtoms, Math.subtractExact(-valueAtoms, cost));
        }
        baseAtoms = Math.addExact(baseAtoms, atoms);
        grantCapital(valueAtoms);
        keep(atoms, valueAtoms);
    }

    private void keep(long base, long value) {
        if (fifo != null) {
            fifo.apply(base, value);
        }
    }

    @Override
    void handOverTo(BotAccount other) {
        giveUpCapital(other, Math.addExact(quoteAtoms, costAtoms));
        other.baseAtoms = Math.addExact(other.baseAtoms, baseAtoms);
        other.costAtoms = Math.addExact(other.costAtoms, costAtoms);
        baseAtoms = 0;
        costAtoms = 0;
        FifoLots theirs = ((SpotAccount) other).fifo;
        if (fifo != null && theirs != null) {
            fifo.moveTo(theirs);
        }
    }

    @Override
    void saveOwn(StateWriter out) {
        out.section("SpotAccount", 1);
        saveKept(out, fifo != null);
        if (fifo != null) {
            fifo.save(out);
        }
    }

    @Override
    void loadOwn(StateReader in) {
        loadKept(in.section("SpotAccount", 1), fifo != null);
        if (fifo != null) {
            fifo.load(in);
        }
    }

    @Override
    public long freeQuoteAtoms() {
        return quoteAtoms - reservedAtoms();
    }

    /** Divides only when the holding has changed: every order asks, and more than once. */
    @Override
    public long positionLots() {
        if (baseAtoms != countedAtoms) {
            countedAtoms = baseAtoms;
            countedLots = baseAtoms / instrument().lotAtoms();
        }
        return countedLots;
    }

    @Override
    public long positionLots(PositionSide side) {
        return side == PositionSide.NET ? positionLots() : 0;
    }

    @Override
    public long closableLots(Side side, PositionSide positionSide) {
        return side == Side.SELL ? positionLots(positionSide) : 0;
    }

    @Override
    public long sellableLots() {
        return positionLots();
    }

    @Override
    public long entryTicks(PositionSide side) {
        long lots = positionLots(side);
        return lots == 0 ? 0 : Position.nearestTicks(instrument(), lots, costAtoms);
    }

    @Override
    public long marginAtoms() {
        return 0;
    }

    @Override
    public @Nullable Long fifoRealisedAtoms() {
        return fifo == null ? null : Long.valueOf(fifo.realisedAtoms());
    }

    @Override
    public long unrealisedAtoms(long priceTicks) {
        return baseAtoms == 0 ? 0 : instrument().valueOfBaseAtoms(priceTicks, baseAtoms) - costAtoms;
    }

    @Override
    public long equityAtoms(long priceTicks) {
        return baseAtoms == 0 ? quoteAtoms : quoteAtoms + instrument().valueOfBaseAtoms(priceTicks, baseAtoms);
    }
}
