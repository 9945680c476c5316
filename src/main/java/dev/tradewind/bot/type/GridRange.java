package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.StopPolicy;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Moves, widens and ends a grid as the price leaves it: trailing and expansion, one step at a time, and the stops. A step that would not earn its
 * own fees is not taken. The next level on each side is worked out once, so a price that reaches neither costs two
 * comparisons.
 *
 * @param <C> the book's steps
 */
final class GridRange<C extends GridStep> {

    /** What a book has to say to a move. */
    interface Mover<C> {

        /** {@return whether a step has nothing open at its end of the grid, so that it may go to the other} */
        boolean mayLeave(C far, boolean up);

        /** {@return lots a step has once it lies there, 0 where there is no money for it} */
        long lotsAt(BotContext context, C like, boolean added, boolean up, long lowTicks);

        /** The step has moved: what it traded so far is no half of a pair any more. */
        void moved(C cell, long lots);

        /** {@return a new step at an end} */
        C add(int slot, boolean up, long lowTicks, long highTicks, long lots);
    }

    private final GridOrders<C> book;
    private final Mover<C> mover;
    private final GridRules rules;
    private final GridLevels levels;
    private final long stopAboveTicks;
    private final long stopBelowTicks;
    private int knownFirst;
    private int knownCount = -1;
    /** The next level above and below, {@link Long#MAX_VALUE} and 0 where the grid does not go. */
    private long nextUp = Long.MAX_VALUE;
    private long nextDown;

    GridRange(GridOrders<C> book, Mover<C> mover, GridRules rules, GridLevels levels, Instrument instrument) {
        this.book = book;
        this.mover = mover;
        this.rules = rules;
        this.levels = levels;
        stopAboveTicks = rules.stopAbove().signum() == 0
                ? Long.MAX_VALUE
                : instrument.toTicks(rules.stopAbove(), RoundingMode.FLOOR);
        stopBelowTicks =
                rules.stopBelow().signum() == 0 ? 0 : instrument.toTicks(rules.stopBelow(), RoundingMode.CEILING);
    }

    /** {@return whether a price reaches the stop above} */
    boolean stopsAbove(long lastTicks) {
        return lastTicks >= stopAboveTicks;
    }

    /** {@return whether a price reaches the stop below} */
    boolean stopsBelow(long lastTicks) {
        return lastTicks <= stopBelowTicks;
    }

    /** Says which of its stops the grid itself watches to close what it holds. */
    void protect(BotContext context) {
        boolean above = stopAboveTicks < Long.MAX_VALUE && rules.sellAbove() && context.account().positionLots() < 0;
        boolean below = stopBelowTicks > 0 && rules.sellBelow();
        if (above) {
            context.protect(StopPolicy.HERE, stopAboveTicks);
        } else {
            context.protect(below ? StopPolicy.HERE : StopPolicy.NONE, below ? stopBelowTicks : 0);
        }
    }

    /** Takes every step the last price asks for and that needs no cancel first. */
    void follow(BotContext context) {
        int guard = GridParams.MOST_LEVELS;
        while (guard-- > 0 && (step(context, true) || step(context, false))) {
            // each step changes the range the next one is judged by
        }
    }

    private boolean step(BotContext context, boolean up) {
        refresh(context);
        long last = context.lastTicks();
        boolean reached = up ? last >= nextUp : last <= nextDown;
        boolean trails = up ? rules.trailingUp() : rules.trailingDown();
        if (!reached) {
            if (trails) {
                stay(book.cells[up ? 0 : book.cells.length - 1]);
            }
            return false;
        }
        return trails ? move(context, up) : expand(context, up);
    }

    /** The price has come back before the step could move. */
    private void stay(C far) {
        if (far.moving) {
            far.moving = false;
            book.unsettled();
        }
    }

    private void refresh(BotContext context) {
        if (knownCount == book.cells.length && knownFirst == book.firstLevel) {
            return;
        }
        knownCount = book.cells.length;
        knownFirst = book.firstLevel;
        nextUp = next(context, true);
        nextDown = next(context, false);
    }

    private long next(BotContext context, boolean up) {
        Instrument instrument = context.instrument();
        long none = up ? Long.MAX_VALUE : 0;
        long edge = edge(up);
        long outer = levels.ticks(up ? knownFirst + knownCount + 1 : knownFirst - 1, instrument);
        long least = Math.max(1, instrument.filters().minPriceTicks());
        if (up ? outer <= edge : outer >= edge || outer < least) {
            return none;
        }
        if (!(up ? rules.trailingUp() : rules.trailingDown())) {
            BigDecimal limit = up ? rules.expandUp() : rules.expandDown();
            if (limit.signum() == 0 || knownCount >= 2 * GridParams.MOST_LEVELS) {
                return none;
            }
            long limitTicks = instrument.toTicks(limit, up ? RoundingMode.FLOOR : RoundingMode.CEILING);
            if (up ? outer > limitTicks : outer < limitTicks) {
                return none;
            }
        }
        return pays(context, Math.min(edge, outer), Math.max(edge, outer)) ? outer : none;
    }

    private static boolean pays(BotContext context, long lowTicks, long highTicks) {
        BigDecimal fee = BigDecimal.valueOf(context.makerFee().e8(), 8);
        return BigDecimal.valueOf(highTicks).multiply(BigDecimal.ONE.subtract(fee))
                .compareTo(BigDecimal.valueOf(lowTicks).multiply(BigDecimal.ONE.add(fee))) > 0;
    }

    private long edge(boolean up) {
        return up ? book.cells[book.cells.length - 1].highTicks : book.cells[0].lowTicks;
    }

    private boolean move(BotContext context, boolean up) {
        C far = book.cells[up ? 0 : book.cells.length - 1];
        long edge = edge(up);
        long outer = up ? nextUp : nextDown;
        if (!mover.mayLeave(far, up)) {
            return false;
        }
        if (far.alive() > 0) {
            far.moving = true;
            book.recall(context, far);
            return false;
        }
        far.moving = false;
        long lots = mover.lotsAt(context, far, false, up, Math.min(edge, outer));
        if (lots == 0) {
            return false;
        }
        mover.moved(far, lots);
        book.rotate(up, Math.min(edge, outer), Math.max(edge, outer));
        context.decide(Reason.GRID_MOVED, up ? edge : outer, 0);
        return true;
    }

    private boolean expand(BotContext context, boolean up) {
        long edge = edge(up);
        long outer = up ? nextUp : nextDown;
        C next = book.cells[up ? book.cells.length - 1 : 0];
        long lots = mover.lotsAt(context, next, true, up, Math.min(edge, outer));
        if (lots == 0) {
            return false;
        }
        book.expand(up, mover.add(book.nextSlot(), up, Math.min(edge, outer), Math.max(edge, outer), lots));
        context.decide(Reason.GRID_EXPANDED, Math.min(edge, outer), 0);
        return true;
    }
}
