package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotDesk;
import dev.tradewind.bot.OrderUpdate;
import dev.tradewind.domain.Exact;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.portfolio.BotAccount;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * The grid's steps and their orders. {@link #sweep} compares every step with what should rest for it and mends the
 * difference, after each event, so that no level goes missing; steady trading allocates nothing.
 */
final class GridBook {

    /** A step's buy has this tag plus twice its slot, its sell one more. */
    static final int LEVEL = 100;

    private static final long ONE = 100_000_000L;

    final BotDesk desk;
    final GridTally tally = new GridTally();
    GridCell[] cells = new GridCell[0];
    int firstLevel;
    long referenceTicks;
    /** Base atoms that belong to no step: profit kept in base, and what a start left over. */
    long keptAtoms;
    int alive;
    private GridCell[] slots = new GridCell[0];
    private boolean profitInBase;
    private long reinvestE8;
    private int most;
    private int from;
    private int to;

    GridBook(BotDesk desk) {
        this.desk = desk;
    }

    void settings(GridSettings settings) {
        profitInBase = settings.profitInBase;
        reinvestE8 = settings.reinvestE8;
        most = settings.liveLevels;
    }

    /** Lays out a plan's steps, holding nothing yet; there must be no order left of an earlier one. */
    void lay(GridPlan plan, long priceTicks) {
        settings(plan.settings);
        Instrument instrument = plan.instrument;
        cells = new GridCell[plan.settings.levels];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new GridCell(
                    i, ticks(plan, i), ticks(plan, i + 1),
                    instrument.toLots(plan.quantities[i], RoundingMode.DOWN));
        }
        slots = cells.clone();
        firstLevel = 0;
        referenceTicks = priceTicks;
    }

    private static long ticks(GridPlan plan, int level) {
        return plan.levels.ticks(level, plan.instrument);
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

    /** {@return the step an order belongs to, by its tag} */
    GridCell cell(int tag) {
        return slots[(tag - LEVEL) >> 1];
    }

    boolean owns(int tag, long id) {
        int slot = (tag - LEVEL) >> 1;
        return tag >= LEVEL && slot < slots.length && (slots[slot].buyId == id || slots[slot].sellId == id);
    }

    /** Books what happened to a step's order. */
    void told(BotContext context, OrderUpdate update) {
        GridCell cell = cell(update.tag());
        if (update.kind() == VenueReport.Kind.FILLED) {
            filled(context, cell, update);
        }
        if (update.state().isTerminal()) {
            ended(context, cell, update);
        }
    }

    private void filled(BotContext context, GridCell cell, OrderUpdate update) {
        Instrument instrument = context.instrument();
        long lots = update.filledLots();
        long notional = instrument.notionalAtoms(update.priceTicks(), lots);
        long base = Math.multiplyExact(lots, instrument.lotAtoms());
        long quoteFee = update.feeAsset() == FeeAsset.QUOTE ? update.feeAtoms() : 0;
        long baseFee = update.feeAsset() == FeeAsset.BASE ? update.feeAtoms() : 0;
        referenceTicks = update.priceTicks();
        if (update.side() == Side.BUY) {
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
            roundEnded(context, cell, update.priceTicks());
        }
        if (cell.grossLots == 0 && cell.savedAtoms > 0) {
            grow(context, cell);
        }
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
        long extra = affordable(context, cell.savedAtoms, cell.lowTicks);
        if (extra > 0) {
            long cost = cost(context, cell.lowTicks, extra);
            cell.lots += extra;
            cell.grownLots += extra;
            cell.savedAtoms -= cost;
            tally.reinvested(cost);
        }
    }

    private void ended(BotContext context, GridCell cell, OrderUpdate update) {
        boolean buy = update.side() == Side.BUY;
        boolean asked = buy ? cell.buyRecalled : cell.sellRecalled;
        alive--;
        if (buy) {
            cell.buyId = 0;
            cell.buyLeftLots = 0;
            cell.buyRecalled = false;
        } else {
            cell.sellId = 0;
            cell.sellLeftLots = 0;
            cell.sellRecalled = false;
        }
        switch (update.state()) {
            case REJECTED -> desk.rejected(context, update.side(), update.tag(), update.reason());
            case CANCELED, EXPIRED, REFUSED -> {
                if (update.reason() == VenueReport.Reason.INSUFFICIENT_BALANCE) {
                    desk.rejected(context, update.side(), update.tag(), update.reason());
                } else if (!asked) {
                    cell.lost = true;
                    context.decide(Reason.LEVEL_LOST, buy ? cell.lowTicks : cell.highTicks, 0);
                }
            }
            case FILLED, PENDING_NEW, LIVE, PARTIALLY_FILLED, CANCEL_PENDING, UNRESOLVED -> {}
        }
    }

    /** Orders others cancelled are placed again. */
    void restore() {
        for (GridCell cell : cells) {
            cell.lost = false;
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

    /** {@return the sell that should rest for a step, 0 for none} */
    long wantedSell(BotContext context, GridCell cell) {
        if (cell.heldAtoms < context.instrument().lotAtoms()) {
            return 0;
        }
        long lots = closingLots(context, cell);
        return BotDesk.tradeable(context.instrument(), lots, cell.highTicks) ? lots : 0;
    }

    /** {@return the buy that should rest for a step, 0 for none} */
    long wantedBuy(BotContext context, GridCell cell, long wantedSell) {
        long rest = cell.lots - cell.grossLots;
        if (rest > 0 && BotDesk.tradeable(context.instrument(), rest, cell.lowTicks)) {
            return rest;
        }
        boolean whole = wantedSell == 0 && BotDesk.tradeable(context.instrument(), cell.lots, cell.lowTicks);
        return whole ? cell.lots : 0;
    }

    /** Compares every step with what should rest for it, and mends the difference. */
    void sweep(BotContext context, boolean buysAllowed) {
        window();
        for (int i = 0; i < cells.length; i++) {
            if (i < from || i >= to) {
                recall(context, cells[i]);
            }
        }
        for (int i = from; i < to; i++) {
            settle(context, cells[i], buysAllowed);
        }
    }

    /** The steps whose middles lie nearest the last fill, as many as may rest. */
    private void window() {
        from = 0;
        to = cells.length;
        if (most == 0 || most >= cells.length) {
            return;
        }
        long here = 2 * referenceTicks;
        while (from < cells.length && cells[from].middle() <= here) {
            from++;
        }
        to = from;
        for (int n = 0; n < most; n++) {
            boolean down = to == cells.length || (from > 0 && here - cells[from - 1].middle() <= cells[to].middle() - here);
            if (down) {
                from--;
            } else {
                to++;
            }
        }
    }

    private boolean slotFree() {
        return most == 0 || alive < most;
    }

    private void settle(BotContext context, GridCell cell, boolean buysAllowed) {
        if (cell.moving) {
            return;
        }
        long sell = wantedSell(context, cell);
        if (cell.sellId == 0) {
            if (sell > 0 && !cell.lost && slotFree()) {
                cell.sellId = desk.place(
                        context, Side.SELL, OrderType.LIMIT, sell, cell.highTicks, 0, LEVEL + 2 * cell.slot + 1, 0);
                if (cell.sellId != 0) {
                    cell.sellLeftLots = sell;
                    alive++;
                }
            }
        } else if (sell > cell.sellLeftLots && cell.buyId == 0) {
            recallSell(context, cell);
        }
        long buy = wantedBuy(context, cell, sell);
        if (cell.buyId == 0) {
            if (buy > 0 && buysAllowed && !cell.lost && slotFree()) {
                cell.buyId = desk.place(
                        context, Side.BUY, OrderType.LIMIT, buy, cell.lowTicks, 0, LEVEL + 2 * cell.slot, 0);
                if (cell.buyId != 0) {
                    cell.buyLeftLots = buy;
                    alive++;
                }
            }
        } else if (!buysAllowed || (buy > cell.buyLeftLots && cell.sellId == 0)) {
            recallBuy(context, cell);
        }
    }

    private static void recallBuy(BotContext context, GridCell cell) {
        if (cell.buyId != 0 && !cell.buyRecalled) {
            cell.buyRecalled = true;
            context.cancel(cell.buyId);
        }
    }

    private static void recallSell(BotContext context, GridCell cell) {
        if (cell.sellId != 0 && !cell.sellRecalled) {
            cell.sellRecalled = true;
            context.cancel(cell.sellId);
        }
    }

    void recall(BotContext context, GridCell cell) {
        recallBuy(context, cell);
        recallSell(context, cell);
    }

    void recallAll(BotContext context) {
        for (GridCell cell : cells) {
            recall(context, cell);
        }
    }

    /** The lowest step becomes the highest, or the other way round. */
    void rotate(boolean up, long lowTicks, long highTicks) {
        int last = cells.length - 1;
        GridCell moved = cells[up ? 0 : last];
        if (up) {
            System.arraycopy(cells, 1, cells, 0, last);
            cells[last] = moved;
            firstLevel++;
        } else {
            System.arraycopy(cells, 0, cells, 1, last);
            cells[0] = moved;
            firstLevel--;
        }
        moved.lowTicks = lowTicks;
        moved.highTicks = highTicks;
    }

    /** Adds a step at the top or the bottom. */
    void expand(boolean up, long lowTicks, long highTicks, long lots) {
        GridCell added = new GridCell(slots.length, lowTicks, highTicks, lots);
        slots = Arrays.copyOf(slots, slots.length + 1);
        slots[slots.length - 1] = added;
        GridCell[] more = new GridCell[cells.length + 1];
        System.arraycopy(cells, 0, more, up ? 0 : 1, cells.length);
        more[up ? cells.length : 0] = added;
        cells = more;
        firstLevel -= up ? 0 : 1;
    }
}
