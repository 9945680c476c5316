package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotDesk;
import dev.tradewind.bot.OrderUpdate;
import dev.tradewind.domain.Exact;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.portfolio.BotAccount;
import java.math.RoundingMode;

/**
 * The spot grid's book: what each step holds, what its round cost and brought, and so what should rest for it. A buy that
 * filled is mirrored by a sell of what was received net of its fee, once that passes the exchange's minimum.
 */
final class GridBook extends GridOrders<GridCell> implements GridRange.Mover<GridCell> {

    private static final long ONE = 100_000_000L;

    /** Base atoms that belong to no step: profit kept in base, and what a start left over. */
    long keptAtoms;
    private boolean profitInBase;
    private long reinvestE8;

    GridBook(BotDesk desk) {
        super(desk, new GridCell[0]);
    }

    void settings(GridSettings settings) {
        profitInBase = settings.profitInBase;
        reinvestE8 = settings.reinvestE8;
        most(settings.rules.liveLevels());
    }

    @Override
    GridCell step(int slot, long lowTicks, long highTicks, long lots) {
        return new GridCell(slot, lowTicks, highTicks, lots);
    }

    @Override
    void save(StateWriter out) {
        super.save(out);
        out.number(keptAtoms).flag(profitInBase).number(reinvestE8);
    }

    @Override
    void load(StateReader in) {
        super.load(in);
        keptAtoms = in.number();
        profitInBase = in.flag();
        reinvestE8 = in.number();
    }

    /** Lays out a plan's steps, holding nothing yet; there must be no order left of an earlier one. */
    void lay(GridPlan plan, long priceTicks) {
        settings(plan.settings);
        Instrument instrument = plan.instrument;
        GridCell[] laid = new GridCell[plan.settings.frame.levels()];
        for (int i = 0; i < laid.length; i++) {
            laid[i] = new GridCell(
                    i, plan.levels.ticks(i, instrument), plan.levels.ticks(i + 1, instrument),
                    instrument.toLots(plan.quantities[i], RoundingMode.DOWN));
        }
        lay(laid, priceTicks);
    }

    /** Hands what the bot holds to the steps that sell first, nearest first. */
    void stock(BotContext context, int nearest) {
        BotAccount account = context.account();
        long lotAtoms = context.instrument().lotAtoms();
        long left = account.baseAtoms();
        for (int i = nearest; i < cells.length; i++) {
            GridCell cell = cells[i];
            long share = Math.min(left, Math.multiplyExact(cell.lots, lotAtoms));
            long whole = share / lotAtoms;
            if (whole < cell.lots) {
                if (!BotDesk.tradeable(context.instrument(), whole, cell.highTicks)) {
                    break;
                }
                cell.lots = whole;
            }
            cell.heldAtoms = whole * lotAtoms;
            cell.grossLots = whole;
            left -= cell.heldAtoms;
        }
        keptAtoms = left;
    }

    /** Makes the buys smaller where the money left does not reach for all of them. */
    void scale(BotContext context) {
        long need = 0;
        for (GridCell cell : cells) {
            need = Math.addExact(need, cost(context, cell.lowTicks, cell.lots - cell.grossLots));
        }
        long free = Math.max(0, context.account().freeQuoteAtoms() - cells.length);
        if (need <= free) {
            return;
        }
        for (GridCell cell : cells) {
            if (cell.grossLots == 0) {
                cell.lots = Exact.mulDivFloor(cell.lots, free, need);
            }
        }
        context.decide(Reason.LEVELS_SCALED, 0, Exact.mulDivFloor(10_000, free, need));
    }

    /** {@return what a buy sets aside} */
    static long cost(BotContext context, long priceTicks, long lots) {
        long notional = context.instrument().notionalAtoms(priceTicks, lots);
        return context.buyFeeAsset() == FeeAsset.BASE
                ? notional
                : notional + Math.max(context.takerFee().feeOn(notional), context.makerFee().feeOn(notional));
    }

    /** {@return lots that money buys at a price, fee in quote included} */
    static long affordable(BotContext context, long atoms, long priceTicks) {
        long fee = context.buyFeeAsset() == FeeAsset.BASE
                ? 0
                : Math.max(context.takerFee().e8(), context.makerFee().e8());
        return context.instrument().lotsFor(Exact.mulDivFloor(Math.max(0, atoms - 1), ONE, ONE + fee), priceTicks);
    }

    @Override
    void filled(BotContext context, GridCell cell, OrderUpdate update) {
        filled(
                context, cell, update.side(), update.priceTicks(), update.filledLots(),
                update.feeAsset() == FeeAsset.QUOTE ? update.feeAtoms() : 0,
                update.feeAsset() == FeeAsset.BASE ? update.feeAtoms() : 0);
    }

    @Override
    void foundFilled(BotContext context, GridCell cell, Side side, long lots) {
        Instrument instrument = context.instrument();
        boolean inBase = side == Side.BUY && context.buyFeeAsset() == FeeAsset.BASE;
        long notional = instrument.notionalAtoms(cell.priceTicks(side), lots);
        long quoteFee = inBase ? 0 : context.makerFee().feeOn(notional);
        long baseFee = inBase ? context.makerFee().feeOn(Math.multiplyExact(lots, instrument.lotAtoms())) : 0;
        filled(context, cell, side, cell.priceTicks(side), lots, quoteFee, baseFee);
    }

    private void filled(
            BotContext context, GridCell cell, Side side, long priceTicks, long lots, long quoteFee, long baseFee) {
        Instrument instrument = context.instrument();
        long notional = instrument.notionalAtoms(priceTicks, lots);
        long base = Math.multiplyExact(lots, instrument.lotAtoms());
        if (side == Side.BUY) {
            cell.bought(lots, notional + quoteFee, base - baseFee, context.nowNanos());
        } else {
            long closing = profitInBase ? closingLots(context, cell) : 0;
            long kept = closing == 0
                    ? 0
                    : Exact.mulDivFloor(lots, Math.max(0, cell.heldAtoms - closing * instrument.lotAtoms()), closing);
            keptAtoms += cell.sold(
                    lots, notional - quoteFee, base + baseFee, kept, instrument.lotAtoms(), context.nowNanos());
        }
        if (cell.roundEnded()) {
            roundEnded(context, cell, priceTicks);
        }
        if (cell.grossLots == 0 && cell.savedAtoms > 0) {
            grow(context, cell);
        }
    }

    /** Base of the account that neither a step nor what is kept explains, in lots. */
    @Override
    long unbookedLots(BotContext context) {
        long known = keptAtoms;
        for (GridCell cell : cells) {
            known += cell.heldAtoms;
        }
        return (context.account().baseAtoms() - known) / context.instrument().lotAtoms();
    }

    /** Going up, a step has to have sold all it held. */
    @Override
    public boolean mayLeave(GridCell far, boolean up) {
        return !up || far.grossLots == 0;
    }

    /** A step that goes down keeps what it holds and its size; any other buys first, with money that is free. */
    @Override
    public long lotsAt(BotContext context, GridCell like, boolean added, boolean up, long lowTicks) {
        if (!added && !up) {
            return like.lots;
        }
        long spare = context.account().freeQuoteAtoms() - promised(context) + (added ? 0 : promised(context, like));
        long lots = Math.min(like.lots, affordable(context, spare, lowTicks));
        return BotDesk.tradeable(context.instrument(), lots, lowTicks) ? lots : 0;
    }

    /** {@return free money that is meant for something: buys that do not rest yet, and profits put by} */
    private long promised(BotContext context) {
        long sum = 0;
        for (GridCell cell : cells) {
            sum += promised(context, cell);
        }
        return sum;
    }

    private static long promised(BotContext context, GridCell cell) {
        long waiting = cell.lots - cell.grossLots - cell.buyLeftLots;
        return cell.savedAtoms + (waiting > 0 ? cost(context, cell.lowTicks, waiting) : 0);
    }

    @Override
    public void moved(GridCell cell, long lots) {
        cell.abandonRound();
        cell.lots = lots;
    }

    @Override
    public GridCell add(int slot, boolean up, long lowTicks, long highTicks, long lots) {
        return new GridCell(slot, lowTicks, highTicks, lots);
    }

    @Override
    boolean reduces(GridCell cell, Side side) {
        return side == Side.SELL;
    }

    private void roundEnded(BotContext context, GridCell cell, long priceTicks) {
        boolean sellFirst = cell.opening == Side.SELL;
        long pairLots = cell.lots - (sellFirst ? cell.grownLots : 0);
        long paid = pairLots == cell.lots ? cell.paidAtoms : Exact.mulDivCeil(cell.paidAtoms, pairLots, cell.lots);
        long got = pairLots == cell.lots ? cell.gotAtoms : Exact.mulDivFloor(cell.gotAtoms, pairLots, cell.lots);
        tally.add(
                cell.openedNanos, context.nowNanos(), paid, cell.receivedAtoms, got, cell.givenAtoms, sellFirst);
        long profit = cell.receivedAtoms - paid;
        if (profit > 0 && reinvestE8 > 0) {
            cell.savedAtoms += Exact.mulDivFloor(profit, reinvestE8, ONE);
        }
        context.decide(sellFirst ? Reason.PAIR_REBOUGHT : Reason.PAIR_COMPLETED, priceTicks, tally.pairs());
        cell.nextRound();
    }

    private void grow(BotContext context, GridCell cell) {
        long free = context.account().freeQuoteAtoms() - promised(context) + cell.savedAtoms;
        long extra = affordable(context, Math.min(cell.savedAtoms, free), cell.lowTicks);
        if (extra > 0) {
            long cost = cost(context, cell.lowTicks, extra);
            cell.lots += extra;
            cell.grownLots += extra;
            cell.savedAtoms -= cost;
            tally.reinvested(cost);
        }
    }

    /** {@return lots a step's sell brings its cost back with (profit in base), or all it can sell (profit in quote)} */
    private long closingLots(BotContext context, GridCell cell) {
        Instrument instrument = context.instrument();
        long sellable = cell.heldAtoms / instrument.lotAtoms();
        if (!profitInBase) {
            return sellable;
        }
        FeeRate fee = context.makerFee();
        long notional = instrument.notionalAtoms(cell.lowTicks, cell.grossLots);
        long cost = context.buyFeeAsset() == FeeAsset.BASE ? notional : notional + fee.feeOn(notional);
        long needed = Exact.mulDivCeil(cost, ONE, ONE - fee.e8());
        long each = instrument.notionalAtoms(cell.highTicks, 1);
        return Math.min(sellable, (needed + each - 1) / each);
    }

    @Override
    long wantedSell(BotContext context, GridCell cell) {
        if (cell.heldAtoms < context.instrument().lotAtoms()) {
            return 0;
        }
        long lots = closingLots(context, cell);
        return BotDesk.tradeable(context.instrument(), lots, cell.highTicks) ? lots : 0;
    }

    @Override
    long wantedBuy(BotContext context, GridCell cell, long wantedSell) {
        long rest = cell.lots - cell.grossLots;
        if (rest > 0 && BotDesk.tradeable(context.instrument(), rest, cell.lowTicks)) {
            return rest;
        }
        boolean whole = wantedSell == 0 && BotDesk.tradeable(context.instrument(), cell.lots, cell.lowTicks);
        return whole ? cell.lots : 0;
    }
}
