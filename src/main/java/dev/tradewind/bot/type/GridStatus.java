package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotLevel;
import dev.tradewind.bot.BotLevel.Kind;
import dev.tradewind.bot.BotStatus;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What screens see of a grid bot. */
final class GridStatus {

    private GridStatus() {}

    static BotStatus of(SpotGrid bot, BotContext context) {
        return new BotStatus(
                phase(bot, context, "Buying what the upper levels sell", figures(bot, context)), levels(bot, context),
                bot.book.tally.newest(), bot.book.tally.pairs(), protection(bot, context));
    }

    /** {@return every order that rests or should rest} */
    static <C extends GridStep> List<BotLevel> levels(GridLife<C> grid, BotContext context) {
        List<BotLevel> levels = new ArrayList<>();
        if (grid.phase != GridLife.Phase.RUNNING && grid.phase != GridLife.Phase.REBUILDING) {
            return levels;
        }
        for (C cell : grid.book.cells) {
            long sell = cell.sellId == 0 ? grid.book.wantedSell(context, cell) : cell.sellLeftLots;
            long buy = cell.buyId == 0 ? grid.book.wantedBuy(context, cell, sell) : cell.buyLeftLots;
            if (buy > 0) {
                levels.add(new BotLevel(
                        "Buy " + (cell.slot + 1), cell.buyId == 0 ? Kind.PLANNED : Kind.LIVE, Side.BUY, cell.lowTicks,
                        buy, cell.buyId));
            }
            if (sell > 0) {
                levels.add(new BotLevel(
                        "Sell " + (cell.slot + 1), cell.sellId == 0 ? Kind.PLANNED : Kind.LIVE, Side.SELL,
                        cell.highTicks, sell, cell.sellId));
            }
        }
        return levels;
    }

    /** {@return what a grid is doing, in words; {@code starting} and {@code running} are the kind's own} */
    static String phase(GridLife<?> grid, BotContext context, String starting, String running) {
        if (grid.desk.needsPerson()) {
            return "Needs you: an order was refused";
        }
        if (grid.desk.waitsForBalance()) {
            return "Waiting for balance";
        }
        if (grid.desk.waitsForRules()) {
            return "A risk rule holds entries back";
        }
        String words = switch (grid.phase) {
            case WAITING -> context.lastTicks() == 0 ? "Waiting for a price" : "Waiting for the trigger price";
            case STARTING -> starting;
            case RUNNING -> running;
            case REBUILDING -> "Laying the grid anew";
            case CLOSING -> "Closing the grid";
            case ENDED -> "Done after " + grid.book.tally.pairs() + " pairs";
        };
        return grid.paused ? words + ", paused" : words;
    }

    /** {@return how many levels are where they should be, of how many} */
    static String accounted(GridLife<?> grid, BotContext context) {
        return grid.book.accounted(context) + "/" + grid.book.cells.length + " levels accounted for";
    }

    private static String figures(SpotGrid bot, BotContext context) {
        Instrument instrument = context.instrument();
        long base = bot.book.tally.baseAtoms();
        String kept = base == 0 ? "" : " and " + instrument.base().toDecimal(base).stripTrailingZeros().toPlainString() + " "
                + instrument.base().code();
        return bot.book.tally.pairs() + " pairs: grid profit " + money(instrument, bot.book.tally.quoteAtoms()) + kept
                + ", trend " + money(instrument, bot.trendAtoms(context)) + ", reinvested "
                + money(instrument, bot.book.tally.reinvestedAtoms()) + "; " + accounted(bot, context);
    }

    static String money(Instrument instrument, long atoms) {
        return instrument.quote().toDecimal(atoms).setScale(2, RoundingMode.FLOOR).toPlainString();
    }

    private static String protection(SpotGrid bot, BotContext context) {
        if (context.account().sellableLots() == 0) {
            return "No position";
        }
        BigDecimal stop = bot.settings.rules.stopBelow();
        return stop.signum() == 0
                ? "No stop set"
                : "Stop " + stop.toPlainString() + " watched here" + (bot.settings.rules.sellBelow() ? "" : ", keeps coins");
    }
}
