package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotDesk;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Moves and widens the grid as the price leaves it: trailing and expansion, one step at a time. */
final class GridRange {

    private final GridBook book;

    GridRange(GridBook book) {
        this.book = book;
    }

    /** Takes every step the last price asks for and that needs no cancel first. */
    void follow(BotContext context, GridSettings settings, GridLevels levels) {
        int guard = GridParams.MOST_LEVELS;
        while (guard-- > 0 && (step(context, settings, levels, true) || step(context, settings, levels, false))) {
            // each step changes the range the next one is judged by
        }
    }

    private boolean step(BotContext context, GridSettings settings, GridLevels levels, boolean up) {
        int count = book.cells.length;
        Instrument instrument = context.instrument();
        long last = context.lastTicks();
        int outer = up ? book.firstLevel + count + 1 : book.firstLevel - 1;
        long outerTicks = levels.ticks(outer, instrument);
        long edgeTicks = up ? book.cells[count - 1].highTicks : book.cells[0].lowTicks;
        long least = Math.max(1, instrument.filters().minPriceTicks());
        boolean reached = up ? last >= outerTicks : outerTicks >= least && last <= outerTicks;
        GridCell far = book.cells[up ? 0 : count - 1];
        if (up ? settings.trailingUp : settings.trailingDown) {
            if (!reached) {
                far.moving = false;
                return false;
            }
            return move(context, far, up, edgeTicks, outerTicks);
        }
        BigDecimal limit = up ? settings.expandUp : settings.expandDown;
        if (!reached || limit.signum() == 0 || count >= 2 * GridParams.MOST_LEVELS) {
            return false;
        }
        long limitTicks = instrument.toTicks(limit, up ? RoundingMode.FLOOR : RoundingMode.CEILING);
        boolean allowed = up ? outerTicks <= limitTicks : outerTicks >= limitTicks;
        return allowed && expand(context, up, edgeTicks, outerTicks);
    }

    private boolean move(BotContext context, GridCell far, boolean up, long edgeTicks, long outerTicks) {
        if (up && far.grossLots > 0) {
            return false;
        }
        if (far.alive() > 0) {
            far.moving = true;
            book.recall(context, far);
            return false;
        }
        far.moving = false;
        if (up) {
            long lots = Math.min(
                    far.lots, GridBook.affordable(context, context.account().freeQuoteAtoms(), edgeTicks));
            if (!BotDesk.tradeable(context.instrument(), lots, edgeTicks)) {
                return false;
            }
            far.lots = lots;
        }
        book.rotate(up, up ? edgeTicks : outerTicks, up ? outerTicks : edgeTicks);
        context.decide(Reason.GRID_MOVED, up ? edgeTicks : outerTicks, 0);
        return true;
    }

    private boolean expand(BotContext context, boolean up, long edgeTicks, long outerTicks) {
        long lowTicks = up ? edgeTicks : outerTicks;
        GridCell next = book.cells[up ? book.cells.length - 1 : 0];
        long lots = Math.min(
                next.lots, GridBook.affordable(context, context.account().freeQuoteAtoms(), lowTicks));
        if (!BotDesk.tradeable(context.instrument(), lots, lowTicks)) {
            return false;
        }
        book.expand(up, lowTicks, up ? outerTicks : edgeTicks, lots);
        context.decide(Reason.GRID_EXPANDED, lowTicks, 0);
        return true;
    }
}
