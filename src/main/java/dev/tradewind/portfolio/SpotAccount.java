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
 * <p>Invariants after every fill: {@code baseAtoms ≥ 0} unless it {@linkplain #mayOwe may owe}; {@code freeQuote + reserved + cost = capital + realised}.
 */
final class SpotAccount extends BotAccount {

    private final @Nullable FifoLots fifo;

    /** The holding that whole lots were last counted of, and those lots. */
    private long countedAtoms;

    private long countedLots;

    SpotAccount(Instrument instrument, long capitalAtoms) {
        this(instrument, capitalAtoms, false);
    }

    private boolean mayOwe;

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
            boughtAtoms = Math.addExact(boughtAtoms, notional);
            comes(base - baseFee, paid);
        } else {
            long given = Math.addExact(base, baseFee);
            if (given > baseAtoms && !mayOwe) {
                throw new IllegalStateException("a sale of " + given + " base atoms, but only " + baseAtoms + " are held");
            }
            long received = Math.subtractExact(notional, quoteFee);
            quoteAtoms = Math.addExact(quoteAtoms, received);
            soldAtoms = Math.addExact(soldAtoms, notional);
            leaves(given, received);
        }
    }

    private void comes(long base, long worth) {
        if (baseAtoms >= 0) {
            costAtoms = Math.addExact(costAtoms, worth);
        } else {
            repay(base, worth);
        }
        baseAtoms = Math.addExact(baseAtoms, base);
        keep(base, worth);
    }

    /** What comes in first stands for what is owed: that is sold now at what it brought, and bought at what this costs. */
    private void repay(long base, long worth) {
        long repaid = Math.min(base, -baseAtoms);
        long brought = repaid == -baseAtoms ? -costAtoms : Exact.mulDivFloor(-costAtoms, repaid, -baseAtoms);
        long paid = repaid == base ? worth : Exact.mulDivCeil(worth, repaid, base);
        realisedAtoms = Math.addExact(realisedAtoms, brought - paid);
        costAtoms = Math.addExact(costAtoms, brought + worth - paid);
    }

    private void leaves(long base, long worth) {
        if (base <= baseAtoms) {
            long cost = base == baseAtoms ? costAtoms : Exact.mulDivCeil(costAtoms, base, baseAtoms);
            costAtoms -= cost;
            realisedAtoms = Math.addExact(realisedAtoms, worth - cost);
        } else {
            // what is not there is owed: it brought so much, and what it costs is not known yet
            long held = Math.max(0, baseAtoms);
            long forHeld = Exact.mulDivFloor(worth, held, base);
            long cost = held == 0 ? 0 : costAtoms;
            realisedAtoms = Math.addExact(realisedAtoms, forHeld - cost);
            costAtoms = Math.subtractExact(costAtoms - cost, worth - forHeld);
        }
        baseAtoms = Math.subtractExact(baseAtoms, base);
        keep(-base, -worth);
    }

    /** From now on it may owe base: somebody may sell elsewhere what is others' here. */
    void mayOwe() {
        mayOwe = true;
    }

    /**
     * Base comes from elsewhere (or leaves, negative) worth so much: it comes in at that cost, and leaves as if sold for it and
     * the money taken out.
     */
    void adjustBase(long atoms, long valueAtoms) {
        if (atoms >= 0) {
            comes(atoms, valueAtoms);
        } else {
            leaves(-atoms, -valueAtoms);
        }
        grantCapital(valueAtoms);
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
