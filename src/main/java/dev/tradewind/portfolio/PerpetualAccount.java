package dev.tradewind.portfolio;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.VenueReport.FeeAsset;
import org.jspecify.annotations.Nullable;

/**
 * A share of an account on a USD-margined perpetual: a wallet and its positions, one in one-way mode, a long and a short one
 * apart in hedge mode. Closing brings {@code s·Q·(exit − entry)} by average cost.
 *
 * <p>Invariants after everything: wallet = capital + realised; wallet less entry notional moves by each fill's notional, fee
 * and funding alone.
 */
public final class PerpetualAccount extends BotAccount {

    private static final PositionSide[] SIDES = PositionSide.values();

    private final MarginConfig margin;
    private final LastMark mark;
    private final Position[] positions = new Position[SIDES.length];
    private final FifoLots @Nullable [] fifo;
    private long closedAtoms;

    PerpetualAccount(Instrument instrument, long capitalAtoms, MarginConfig margin, LastMark mark, boolean keepsLots) {
        super(instrument, capitalAtoms);
        this.margin = margin;
        this.mark = mark;
        for (int i = 0; i < positions.length; i++) {
            positions[i] = new Position(instrument, margin);
        }
        fifo = keepsLots ? new FifoLots[] {new FifoLots(), new FifoLots(), new FifoLots()} : null;
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
        long notional = instrument().notionalAtoms(priceTicks, quantityLots);
        long fee = switch (feeAsset) {
            case QUOTE -> feeAtoms;
            case BASE -> instrument().valueOfBaseAtoms(priceTicks, feeAtoms);
            case THIRD -> feeValueAtoms;
        };
        long lots = side == Side.BUY ? quantityLots : -quantityLots;
        trade(positionSide, lots, side == Side.BUY ? notional : -notional);
        if (side == Side.BUY) {
            boughtAtoms = Math.addExact(boughtAtoms, notional);
        } else {
            soldAtoms = Math.addExact(soldAtoms, notional);
        }
        feesAtoms = Math.addExact(feesAtoms, fee);
        earn(positionSide, -fee);
        if (mark.ticks == 0) {
            mark.ticks = priceTicks;
        }
    }

    private void trade(PositionSide side, long lots, long atoms) {
        Position position = position(side);
        long before = position.entryAtoms();
        long profit = position.trade(lots, atoms);
        if (fifo != null) {
            fifo[side.ordinal()].apply(lots, atoms);
        }
        costAtoms = Math.addExact(costAtoms, position.entryAtoms() - before);
        baseAtoms = Math.addExact(baseAtoms, Math.multiplyExact(lots, instrument().lotAtoms()));
        closedAtoms = Math.addExact(closedAtoms, profit);
        quoteAtoms = Math.addExact(quoteAtoms, profit);
        realisedAtoms = Math.addExact(realisedAtoms, profit);
    }

    private void earn(PositionSide side, long atoms) {
        quoteAtoms = Math.addExact(quoteAtoms, atoms);
        realisedAtoms = Math.addExact(realisedAtoms, atoms);
        if (fifo != null) {
            fifo[side.ordinal()].charge(-atoms);
        }
    }

    /** Books funding received for a position, negative when paid. */
    void funding(PositionSide side, long atoms) {
        position(side).addFunding(atoms);
        fundingAtoms = Math.addExact(fundingAtoms, atoms);
        earn(side, atoms);
    }

    /**
     * Moves quote between the free wallet and the margin of an isolated position.
     *
     * @throws IllegalArgumentException naming the amount that would pass
     */
    void adjustMargin(PositionSide side, long atoms) {
        String refusal = marginRefusal(side, atoms);
        if (!refusal.isEmpty()) {
            throw new IllegalArgumentException(refusal);
        }
        position(side).addMargin(atoms);
    }

    /** {@return why margin cannot be moved, with what would pass; empty if it can} */
    public String marginRefusal(PositionSide side, long atoms) {
        Position position = position(side);
        if (margin.mode() != MarginMode.ISOLATED) {
            return "margin is moved between isolated positions only; this account's margin is cross";
        }
        if (position.lots() == 0) {
            return "there is no " + side + " position to move margin to or from";
        }
        if (atoms > freeQuoteAtoms()) {
            return "margin of " + text(atoms) + " to add is more than the free " + text(Math.max(0, freeQuoteAtoms()));
        }
        long needed = Math.max(
                margin.initialMargin(Math.abs(position.entryAtoms())),
                position.maintenanceAtoms(mark.ticks) - Math.min(0, position.unrealisedAtoms(mark.ticks)));
        long removable = Math.max(0, position.marginAtoms() - needed);
        return -atoms > removable
                ? "margin of " + text(-atoms) + " to take out is more than the " + text(removable)
                        + " above what the position must keep"
                : "";
    }

    private String text(long atoms) {
        return instrument().quote().toDecimal(atoms).stripTrailingZeros().toPlainString() + " "
                + instrument().quote().code();
    }

    @Override
    void handOverTo(BotAccount other) {
        PerpetualAccount heir = (PerpetualAccount) other;
        giveUpCapital(heir, quoteAtoms);
        for (PositionSide side : SIDES) {
            Position position = position(side);
            if (position.lots() != 0) {
                long added = position.addedMarginAtoms();
                long lots = position.lots();
                long atoms = position.entryAtoms();
                heir.takeOver(side, lots, atoms, added);
                costAtoms -= atoms;
                baseAtoms -= Math.multiplyExact(lots, instrument().lotAtoms());
                position.clear();
            }
            FifoLots[] mine = fifo;
            FifoLots[] theirs = heir.fifo;
            if (mine != null && theirs != null) {
                mine[side.ordinal()].moveTo(theirs[side.ordinal()]);
            }
        }
    }

    /** Joins a position that another owner had: at its entry price, so that opposite ones close against each other there. */
    private void takeOver(PositionSide side, long lots, long atoms, long added) {
        Position position = position(side);
        boolean joins = position.lots() == 0 || position.lots() > 0 == lots > 0;
        long before = position.entryAtoms();
        long profit = position.trade(lots, atoms);
        if (joins) {
            position.addMargin(added);
        }
        costAtoms = Math.addExact(costAtoms, position.entryAtoms() - before);
        baseAtoms = Math.addExact(baseAtoms, Math.multiplyExact(lots, instrument().lotAtoms()));
        closedAtoms = Math.addExact(closedAtoms, profit);
        quoteAtoms = Math.addExact(quoteAtoms, profit);
        realisedAtoms = Math.addExact(realisedAtoms, profit);
    }

    @Override
    void saveOwn(StateWriter out) {
        // the mark is the ledger's, where there is one; an account of its own has nobody else to write it
        out.section("PerpetualAccount", 1).number(closedAtoms).number(mark.ticks);
        for (Position position : positions) {
            position.save(out);
        }
        saveKept(out, fifo != null);
        if (fifo != null) {
            for (FifoLots lots : fifo) {
                lots.save(out);
            }
        }
    }

    @Override
    void loadOwn(StateReader in) {
        closedAtoms = in.section("PerpetualAccount", 1).number();
        mark.ticks = in.number();
        for (Position position : positions) {
            position.load(in);
        }
        loadKept(in, fifo != null);
        if (fifo != null) {
            for (FifoLots lots : fifo) {
                lots.load(in);
            }
        }
    }

    /** {@return one of its positions; {@link PositionSide#NET} in one-way mode, the other two in hedge mode} */
    public Position position(PositionSide side) {
        return positions[side.ordinal()];
    }

    /** {@return leverage and modes} */
    public MarginConfig margin() {
        return margin;
    }

    /** {@return profit of what closed so far, {@code Σ s·Q·(exit − entry)}: without fees and funding} */
    public long closedAtoms() {
        return closedAtoms;
    }

    @Override
    public long freeQuoteAtoms() {
        long free = quoteAtoms - reservedAtoms() - marginAtoms();
        return margin.mode() == MarginMode.CROSS ? free + Math.min(0, unrealisedAtoms(mark.ticks)) : free;
    }

    @Override
    public long marginAtoms() {
        return margin.positions() == PositionMode.ONE_WAY
                ? positions[0].marginAtoms()
                : positions[1].marginAtoms() + positions[2].marginAtoms();
    }

    /**
     * {@return the mark price at which the exchange would close a position if this account were alone there, in ticks,
     * rounded towards the market; 0 where it cannot be}
     */
    public long liquidationTicks(PositionSide side) {
        return Margin.liquidationTicks(this, side, mark.ticks);
    }

    /** {@return the maintenance margin of all positions at a mark price in quote atoms} */
    public long maintenanceAtoms(long markTicks) {
        long sum = 0;
        for (Position position : positions) {
            sum += position.maintenanceAtoms(markTicks);
        }
        return sum;
    }

    @Override
    public long positionLots() {
        return positions[0].lots() + positions[1].lots() + positions[2].lots();
    }

    @Override
    public long positionLots(PositionSide side) {
        return position(side).lots();
    }

    @Override
    public long closableLots(Side side, PositionSide positionSide) {
        long lots = position(positionSide).lots();
        return Math.max(0, side == Side.SELL ? lots : -lots);
    }

    @Override
    public long sellableLots() {
        return Math.max(0, positions[0].lots()) + positions[1].lots();
    }

    @Override
    public long entryTicks(PositionSide side) {
        return position(side).entryTicks();
    }

    @Override
    public @Nullable Long fifoRealisedAtoms() {
        return fifo == null
                ? null
                : Long.valueOf(fifo[0].realisedAtoms() + fifo[1].realisedAtoms() + fifo[2].realisedAtoms());
    }

    @Override
    public long unrealisedAtoms(long priceTicks) {
        return baseAtoms == 0 && costAtoms == 0
                ? 0
                : Math.subtractExact(instrument().notionalAtoms(priceTicks, positionLots()), costAtoms);
    }

    @Override
    public long equityAtoms(long priceTicks) {
        return Math.addExact(quoteAtoms, unrealisedAtoms(priceTicks));
    }
}
