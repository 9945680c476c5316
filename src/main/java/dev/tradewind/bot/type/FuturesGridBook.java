package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotDesk;
import dev.tradewind.bot.OrderUpdate;
import dev.tradewind.bot.type.FuturesGridSettings.Direction;
import dev.tradewind.domain.Exact;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.RoundingMode;

/**
 * The futures grid's book. The position is what its steps hold together less what those that open by selling hold with
 * nothing open. Fees count in quote; a fee in a third asset is the account's, not the pair's.
 */
final class FuturesGridBook extends GridOrders<FuturesCell> implements GridRange.Mover<FuturesCell> {

    private static final long ONE = 100_000_000L;

    private Direction direction = Direction.NEUTRAL;
    private int leverage = 1;
    private long heldLots;
    private long flatLots;
    /** Lots of the position that found no step when the grid was laid. */
    private long strayLots;

    FuturesGridBook(BotDesk desk) {
        super(desk, new FuturesCell[0]);
    }

    @Override
    FuturesCell step(int slot, long lowTicks, long highTicks, long lots) {
        return new FuturesCell(slot, lowTicks, highTicks, lots, false);
    }

    @Override
    void save(StateWriter out) {
        super.save(out);
        out.constant(direction).number(leverage).number(heldLots).number(flatLots).number(strayLots);
    }

    @Override
    void load(StateReader in) {
        super.load(in);
        direction = in.constant(Direction.class);
        leverage = in.integer();
        heldLots = in.number();
        flatLots = in.number();
        strayLots = in.number();
    }

    /** Lays out a plan's steps with nothing open; there must be no order left of an earlier one. */
    void lay(FuturesGridPlan plan, long priceTicks) {
        direction = plan.settings.direction();
        leverage = plan.settings.leverage();
        most(plan.settings.rules().liveLevels());
        Instrument instrument = plan.instrument;
        FuturesCell[] laid = new FuturesCell[plan.quantities.length];
        for (int i = 0; i < laid.length; i++) {
            laid[i] = new FuturesCell(
                    i, plan.laid.levels.ticks(i, instrument), plan.laid.levels.ticks(i + 1, instrument),
                    instrument.toLots(plan.quantities[i], RoundingMode.DOWN),
                    direction.opensBySelling(i >= plan.laid.nearest));
        }
        lay(laid, priceTicks);
    }

    /** {@return the signed lots the grid begins with} */
    long targetLots(int nearest) {
        long lots = 0;
        for (int i = 0; i < cells.length; i++) {
            if (direction == Direction.LONG && i >= nearest) {
                lots += cells[i].lots;
            } else if (direction == Direction.SHORT && i < nearest) {
                lots -= cells[i].lots;
            }
        }
        return lots;
    }

    /** Hands a position to the steps: those above the price full, those below empty, and what is missing or over next to it. */
    void stock(int nearest, long positionLots) {
        long off = positionLots - targetLots(nearest);
        for (int i = 0; i < cells.length; i++) {
            cells[i].heldLots = i < nearest ? 0 : cells[i].lots;
        }
        for (int i = cells.length - 1; i >= 0 && off < 0; i--) {
            long less = Math.min(cells[i].heldLots, -off);
            cells[i].heldLots -= less;
            off += less;
        }
        for (int i = 0; i < cells.length && off > 0; i++) {
            long more = Math.min(cells[i].lots - cells[i].heldLots, off);
            cells[i].heldLots += more;
            off -= more;
        }
        strayLots = off;
        heldLots = 0;
        flatLots = 0;
        for (FuturesCell cell : cells) {
            cell.partial = cell.heldLots > 0 && cell.heldLots < cell.lots;
            heldLots += cell.heldLots;
            flatLots += cell.opensBySelling ? cell.lots : 0;
        }
    }

    @Override
    void filled(BotContext context, FuturesCell cell, OrderUpdate update) {
        long fee = update.feeAsset() == FeeAsset.QUOTE
                ? update.feeAtoms()
                : update.feeAsset() == FeeAsset.BASE
                        ? context.instrument().valueOfBaseAtoms(update.priceTicks(), update.feeAtoms())
                        : 0;
        filled(context, cell, update.side(), update.priceTicks(), update.filledLots(), fee);
    }

    @Override
    void foundFilled(BotContext context, FuturesCell cell, Side side, long lots) {
        long notional = context.instrument().notionalAtoms(cell.priceTicks(side), lots);
        filled(context, cell, side, cell.priceTicks(side), lots, context.makerFee().feeOn(notional));
    }

    private void filled(BotContext context, FuturesCell cell, Side side, long priceTicks, long lots, long fee) {
        heldLots += side == Side.BUY ? lots : -lots;
        long notional = context.instrument().notionalAtoms(priceTicks, lots);
        if (cell.filled(side, lots, notional, fee, context.nowNanos())) {
            boolean sellFirst = cell.opening == Side.SELL;
            tally.add(
                    cell.openedNanos, context.nowNanos(), cell.paidAtoms, cell.receivedAtoms, 0, 0, sellFirst);
            context.decide(sellFirst ? Reason.PAIR_REBOUGHT : Reason.PAIR_COMPLETED, priceTicks, tally.pairs());
            cell.nextRound();
        }
    }

    /** {@return signed lots the position should have} */
    long expectedLots() {
        return heldLots - flatLots + strayLots;
    }

    @Override
    long unbookedLots(BotContext context) {
        return context.account().positionLots() - expectedLots();
    }

    @Override
    long wantedSell(BotContext context, FuturesCell cell) {
        return BotDesk.tradeable(context.instrument(), cell.heldLots, cell.highTicks) ? cell.heldLots : 0;
    }

    @Override
    long wantedBuy(BotContext context, FuturesCell cell, long wantedSell) {
        long rest = cell.lots - cell.heldLots;
        return BotDesk.tradeable(context.instrument(), rest, cell.lowTicks) ? rest : 0;
    }

    @Override
    boolean reduces(FuturesCell cell, Side side) {
        return cell.opensBySelling ? side == Side.BUY : side == Side.SELL;
    }

    /**
     * An exit that the position does not cover beside the other orders of its side counts as an opening order at the exchange
     * and needs margin. The plan sets it aside; where fees, funding or a mark price beyond the range have used it up, the
     * entries of that side give way: without them the exit only closes.
     */
    @Override
    boolean covers(BotContext context, FuturesCell cell, Side side, long lots) {
        if (!desk.open(false)) {
            return true;
        }
        if (!closes(context, side, lots)) {
            return false;
        }
        return affords(context, cell, side, lots)
                || makesRoom(context, side) && affords(context, cell, side, lots);
    }

    /**
     * Whether an exit makes the net position smaller beside the other exits. It does not where steps of both sides are open,
     * after a jump or a move of the range: ending the round of one then opens as much on the other side.
     */
    private boolean closes(BotContext context, Side side, long lots) {
        long free = context.account().closableLots(side, PositionSide.NET);
        for (FuturesCell other : cells) {
            free -= reduces(other, side) ? restingLots(other, side) : 0;
        }
        return lots <= free;
    }

    private boolean affords(BotContext context, FuturesCell cell, Side side, long lots) {
        return marginFor(context, side, lots, cell.priceTicks(side)) <= context.account().freeQuoteAtoms();
    }

    @Override
    boolean makesRoom(BotContext context, Side side) {
        boolean gave = false;
        for (FuturesCell other : cells) {
            if (!reduces(other, side) && restingLots(other, side) > 0) {
                gave = true;
                if (side == Side.BUY) {
                    other.recallBuy(context);
                } else {
                    other.recallSell(context);
                }
            }
        }
        if (gave) {
            unsettled();
            desk.giveUpEntries(context);
        }
        return gave;
    }

    /**
     * {@return margin and fee of what an order opens by the exchange's count, beside what rests; {@link Long#MIN_VALUE} where
     * it only closes}
     */
    private long marginFor(BotContext context, Side side, long lots, long priceTicks) {
        long free = context.account().closableLots(side, PositionSide.NET);
        for (FuturesCell cell : cells) {
            free -= restingLots(cell, side);
        }
        long opening = lots - Math.max(0, Math.min(lots, free));
        return opening == 0 ? Long.MIN_VALUE : bound(context, context.instrument().notionalAtoms(priceTicks, opening));
    }

    private static long restingLots(FuturesCell cell, Side side) {
        return side == Side.BUY
                ? cell.buyId == 0 || cell.buyRecalled ? 0 : cell.buyLeftLots
                : cell.sellId == 0 || cell.sellRecalled ? 0 : cell.sellLeftLots;
    }

    /** {@return what an exchange sets aside for an order that opens: its margin and the dearer fee} */
    private long bound(BotContext context, long notional) {
        FeeRate dearer = context.takerFee().e8() > context.makerFee().e8() ? context.takerFee() : context.makerFee();
        return -Math.floorDiv(-notional, leverage) + dearer.feeOn(notional);
    }

    /** Going up a step has to have sold all it held, going down to have bought its whole size. */
    @Override
    public boolean mayLeave(FuturesCell far, boolean up) {
        return up ? far.heldLots == 0 : far.heldLots >= far.lots;
    }

    /** A step that moves with a position open takes it along; what is to open needs margin that is free. */
    @Override
    public long lotsAt(BotContext context, FuturesCell like, boolean added, boolean up, long lowTicks) {
        if (!added && !like.isFlat()) {
            return like.lots;
        }
        long spare = context.account().freeQuoteAtoms() + (added ? 0 : promised(context, like));
        for (FuturesCell cell : cells) {
            spare -= promised(context, cell);
        }
        long most = affordable(context, spare, Math.addExact(lowTicks, like.highTicks - like.lowTicks));
        if (!added) {
            return most >= like.lots ? like.lots : 0;
        }
        long lots = Math.min(like.lots, most);
        return BotDesk.tradeable(context.instrument(), lots, lowTicks) ? lots : 0;
    }

    private long promised(BotContext context, FuturesCell cell) {
        long waiting = cell.waitingLots();
        if (waiting <= 0) {
            return 0;
        }
        long notional = context.instrument()
                .notionalAtoms(cell.priceTicks(cell.opensBySelling ? Side.SELL : Side.BUY), waiting);
        return bound(context, notional);
    }

    /** {@return lots whose margin and fee an amount pays} */
    private long affordable(BotContext context, long atoms, long priceTicks) {
        long rate = -Math.floorDiv(-ONE, leverage) + Math.max(context.takerFee().e8(), context.makerFee().e8());
        return context.instrument().lotsFor(Exact.mulDivFloor(Math.max(0, atoms), ONE, rate), priceTicks);
    }

    @Override
    public void moved(FuturesCell cell, long lots) {
        cell.nextRound();
    }

    /** A new step lies beyond the price's way there: of a neutral grid it opens by selling above, by buying below. */
    @Override
    public FuturesCell add(int slot, boolean up, long lowTicks, long highTicks, long lots) {
        FuturesCell cell = new FuturesCell(slot, lowTicks, highTicks, lots, direction.opensBySelling(up));
        heldLots += cell.heldLots;
        flatLots += cell.heldLots;
        return cell;
    }
}
