package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotDesk;
import dev.tradewind.bot.OrderUpdate;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.VenueReport;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A grid's steps and their orders. {@link #sweep} compares every step with what should rest for it and mends the difference,
 * nearest the last fill first, after each event; {@link #audit} finds orders that are gone without a word. What should rest
 * is the book's to say. Steady trading allocates nothing.
 *
 * @param <C> the book's own steps
 */
abstract class GridOrders<C extends GridStep> {

    /** A step's buy has this tag plus twice its slot, its sell one more. */
    static final int LEVEL = 100;

    final BotDesk desk;
    final GridTally tally = new GridTally();
    /** In the order of their prices. */
    C[] cells;
    int firstLevel;
    long referenceTicks;
    int alive;
    private C[] slots;
    private int most;
    private int from;
    private int to;
    private int centre;
    private boolean entries = true;
    /** Whether every step has to be looked at, not only the one something happened to. */
    private boolean unsettled = true;
    private @Nullable C touched;

    /** @param none an empty array of the book's steps */
    GridOrders(BotDesk desk, C[] none) {
        this.desk = desk;
        cells = none;
        slots = none;
    }

    /** {@return the sell that should rest for a step, 0 for none} */
    abstract long wantedSell(BotContext context, C cell);

    /** {@return the buy that should rest for a step, 0 for none} */
    abstract long wantedBuy(BotContext context, C cell, long wantedSell);

    /** {@return whether an order of that side makes what is held smaller, which also a pause allows} */
    abstract boolean reduces(C cell, Side side);

    /**
     * An order that reduces is about to leave. A book whose own entries take the margin it needs gives them up for it.
     *
     * @return whether it can leave as one that reduces; otherwise it waits as an entry does
     */
    boolean covers(BotContext context, C cell, Side side, long lots) {
        return true;
    }

    /** The venue refused an order that reduces for want of balance. {@return whether entries were given up for it} */
    boolean makesRoom(BotContext context, Side side) {
        return false;
    }

    /** Books a fill of a step's order. */
    abstract void filled(BotContext context, C cell, OrderUpdate update);

    /** {@return lots the account has (positive) or lacks (negative) beyond what the steps know of} */
    abstract long unbookedLots(BotContext context);

    /** Books a fill nobody told of, at the level's own price. */
    abstract void foundFilled(BotContext context, C cell, Side side, long lots);

    /** {@return a step as it lies, with nothing open, to be loaded} */
    abstract C step(int slot, long lowTicks, long highTicks, long lots);

    void save(StateWriter out) {
        desk.save(out);
        tally.save(out);
        out.number(cells.length);
        for (C cell : cells) {
            cell.save(out);
        }
        C news = touched;
        out.number(firstLevel).number(referenceTicks).number(alive).number(most).number(from).number(to).number(centre);
        out.flag(entries).flag(unsettled).number(news == null ? -1 : news.slot);
    }

    void load(StateReader in) {
        desk.load(in);
        tally.load(in);
        cells = Arrays.copyOf(cells, in.count());
        slots = cells.clone();
        for (int i = 0; i < cells.length; i++) {
            int slot = in.integer();
            if (slot < 0 || slot >= slots.length) {
                throw in.wrong("step " + slot + " of " + slots.length);
            }
            C cell = step(slot, in.number(), in.number(), in.number());
            cell.load(in);
            cells[i] = cell;
            slots[slot] = cell;
        }
        firstLevel = in.integer();
        referenceTicks = in.number();
        alive = in.integer();
        most = in.integer();
        from = in.integer();
        to = in.integer();
        centre = in.integer();
        entries = in.flag();
        unsettled = in.flag();
        int news = in.integer();
        touched = news < 0 || news >= slots.length ? null : slots[news];
    }

    /** How many levels rest at once, 0 for all. */
    final void most(int levels) {
        most = levels;
        unsettled = true;
    }

    /** Something changed that may matter to any step: the next sweep looks at all of them. */
    final void unsettled() {
        unsettled = true;
    }

    /** Takes over new steps; there must be no order left of earlier ones. */
    final void lay(C[] laid, long priceTicks) {
        cells = laid;
        slots = laid.clone();
        firstLevel = 0;
        referenceTicks = priceTicks;
        unsettled = true;
        touched = null;
    }

    final boolean owns(int tag, long id) {
        int slot = (tag - LEVEL) >> 1;
        return tag >= LEVEL && slot < slots.length && slots[slot].owns(id);
    }

    /** Books what happened to a step's order. */
    final void told(BotContext context, OrderUpdate update) {
        C cell = slots[(update.tag() - LEVEL) >> 1];
        unsettled |= touched != null && touched != cell;
        touched = cell;
        if (update.kind() == VenueReport.Kind.FILLED) {
            referenceTicks = update.priceTicks();
            filled(context, cell, update);
        }
        if (update.state().isTerminal()) {
            ended(context, cell, update);
        }
    }

    private void ended(BotContext context, C cell, OrderUpdate update) {
        Side side = update.side();
        boolean asked = cell.ended(side);
        alive--;
        switch (update.state()) {
            case REJECTED -> rejected(context, cell, update);
            case CANCELED, EXPIRED, REFUSED -> {
                if (update.reason() == VenueReport.Reason.INSUFFICIENT_BALANCE) {
                    rejected(context, cell, update);
                } else if (!asked) {
                    cell.lost = true;
                    context.decide(Reason.LEVEL_LOST, cell.priceTicks(side), 0);
                }
            }
            case FILLED, PENDING_NEW, LIVE, PARTIALLY_FILLED, CANCEL_PENDING, UNRESOLVED, HELD -> {}
        }
    }

    private void rejected(BotContext context, C cell, OrderUpdate update) {
        if (update.reason() == VenueReport.Reason.INSUFFICIENT_BALANCE && reduces(cell, update.side())
                && makesRoom(context, update.side())) {
            return;
        }
        desk.rejected(context, !reduces(cell, update.side()), update.tag(), update.reason());
    }

    /** Orders others cancelled are placed again. */
    final void restore() {
        for (C cell : cells) {
            cell.lost = false;
        }
        unsettled = true;
    }

    /**
     * Compares steps with what should rest for them, and mends the difference, nearest the last fill first: the step something
     * happened to, or all where more may have changed.
     */
    final void sweep(BotContext context, boolean entriesAllowed) {
        C news = touched;
        boolean all = unsettled || most != 0 || entries != entriesAllowed;
        entries = entriesAllowed;
        unsettled = false;
        touched = null;
        if (all) {
            sweepAll(context);
        } else if (news != null) {
            settle(context, news);
        }
    }

    private void sweepAll(BotContext context) {
        window();
        for (int i = 0; i < from; i++) {
            recall(context, cells[i]);
        }
        for (int i = to; i < cells.length; i++) {
            recall(context, cells[i]);
        }
        long here = 2 * referenceTicks;
        int down = centre - 1;
        int up = centre;
        while (down >= from || up < to) {
            settle(context, cells[nearerBelow(here, down, up) ? down-- : up++]);
        }
    }

    private boolean nearerBelow(long here, int down, int up) {
        return up >= to || (down >= from && here - cells[down].middle() <= cells[up].middle() - here);
    }

    /** The steps whose middles lie nearest the last fill, as many as may rest. */
    private void window() {
        from = 0;
        to = cells.length;
        long here = 2 * referenceTicks;
        centre = firstAbove(here);
        if (most == 0 || most >= cells.length) {
            return;
        }
        int low = centre;
        int high = centre;
        for (int n = 0; n < most; n++) {
            if (nearerBelow(here, low - 1, high)) {
                low--;
            } else {
                high++;
            }
        }
        from = low;
        to = high;
    }

    private int firstAbove(long here) {
        int low = 0;
        int high = cells.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cells[middle].middle() <= here) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean slotFree() {
        return most == 0 || alive < most;
    }

    private void settle(BotContext context, C cell) {
        if (cell.moving) {
            return;
        }
        long sell = wantedSell(context, cell);
        if (cell.sellId == 0) {
            if (sell > 0 && mayRest(cell, Side.SELL)) {
                place(context, cell, Side.SELL, sell);
            }
        } else if (!allowed(cell, Side.SELL) || (sell > cell.sellLeftLots && cell.buyId == 0)) {
            cell.recallSell(context);
        }
        long buy = wantedBuy(context, cell, sell);
        if (cell.buyId == 0) {
            if (buy > 0 && mayRest(cell, Side.BUY)) {
                place(context, cell, Side.BUY, buy);
            }
        } else if (!allowed(cell, Side.BUY) || (buy > cell.buyLeftLots && cell.sellId == 0)) {
            cell.recallBuy(context);
        }
    }

    private boolean allowed(C cell, Side side) {
        return entries || reduces(cell, side);
    }

    private boolean mayRest(C cell, Side side) {
        return allowed(cell, side) && !cell.lost && slotFree();
    }

    private void place(BotContext context, C cell, Side side, long lots) {
        int tag = LEVEL + 2 * cell.slot + (side == Side.BUY ? 0 : 1);
        boolean entry = !reduces(cell, side) || !covers(context, cell, side, lots);
        long id = desk.place(
                context, entry, side, OrderType.LIMIT, lots, cell.priceTicks(side), 0, tag, 0);
        if (id == 0) {
            unsettled = true;
        } else {
            cell.placed(side, id, lots);
            alive++;
        }
    }

    final void recall(BotContext context, C cell) {
        cell.recallBuy(context);
        cell.recallSell(context);
    }

    final void recallAll(BotContext context) {
        for (C cell : cells) {
            recall(context, cell);
        }
    }

    /**
     * Finds orders that are gone without a word, as long as counting says there are any, and books what of them filled; the
     * next sweep places what is missing.
     */
    final void audit(BotContext context) {
        if (context.workingOrders() == alive) {
            return;
        }
        for (C cell : cells) {
            gone(context, cell, Side.BUY, cell.buyId, cell.buyLeftLots);
            gone(context, cell, Side.SELL, cell.sellId, cell.sellLeftLots);
        }
    }

    private void gone(BotContext context, C cell, Side side, long id, long leftLots) {
        if (id == 0 || context.isWorking(id)) {
            return;
        }
        cell.ended(side);
        alive--;
        long unbooked = side == Side.BUY ? unbookedLots(context) : -unbookedLots(context);
        long filled = Math.min(leftLots, unbooked);
        if (filled > 0) {
            foundFilled(context, cell, side, filled);
        }
        unsettled = true;
        context.decide(Reason.LEVEL_MISSING, cell.priceTicks(side), leftLots);
    }

    /**
     * {@return how many steps are where they should be: joined to their neighbours, their orders working, and whatever should
     * rest for them resting, or waiting for a reason that is known}
     */
    final int accounted(BotContext context) {
        int count = 0;
        for (int i = 0; i < cells.length; i++) {
            C cell = cells[i];
            boolean joined = slots[cell.slot] == cell && (i == 0 || cells[i - 1].highTicks == cell.lowTicks);
            long sell = wantedSell(context, cell);
            long buy = wantedBuy(context, cell, sell);
            boolean shown = i >= from && i < to;
            if (joined && rests(context, cell, Side.SELL, shown, sell, cell.sellId)
                    && rests(context, cell, Side.BUY, shown, buy, cell.buyId)) {
                count++;
            }
        }
        return count;
    }

    private boolean rests(BotContext context, C cell, Side side, boolean shown, long wanted, long id) {
        if (id != 0) {
            return context.isWorking(id);
        }
        return wanted == 0 || !shown || cell.moving || !mayRest(cell, side) || !desk.open(!reduces(cell, side));
    }

    /** The lowest step becomes the highest, or the other way round. */
    final void rotate(boolean up, long lowTicks, long highTicks) {
        int last = cells.length - 1;
        C moved = cells[up ? 0 : last];
        if (up) {
            System.arraycopy(cells, 1, cells, 0, last);
            cells[last] = moved;
            firstLevel++;
        } else {
            System.arraycopy(cells, 0, cells, 1, last);
            cells[0] = moved;
            firstLevel--;
        }
        unsettled = true;
        moved.lowTicks = lowTicks;
        moved.highTicks = highTicks;
    }

    /** {@return the slot a step added next would have} */
    final int nextSlot() {
        return slots.length;
    }

    /** Adds a step at the top or the bottom. */
    final void expand(boolean up, C added) {
        slots = Arrays.copyOf(slots, slots.length + 1);
        slots[slots.length - 1] = added;
        C[] more = Arrays.copyOf(cells, cells.length + 1);
        System.arraycopy(cells, 0, more, up ? 0 : 1, cells.length);
        more[up ? cells.length : 0] = added;
        cells = more;
        unsettled = true;
        firstLevel -= up ? 0 : 1;
    }
}
