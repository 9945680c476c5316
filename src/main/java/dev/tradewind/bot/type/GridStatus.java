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

    static BotStatus of(GridBot bot, BotContext context) {
        boolean laid = bot.phase == GridBot.Phase.RUNNING || bot.phase == GridBot.Phase.REBUILDING;
        return new BotStatus(
                phase(bot, context), laid ? levels(bot, context) : List.of(), bot.book.tally.newest(),
                bot.book.tally.pairs(), protection(bot, context));
    }

    private static List<BotLevel> levels(GridBot bot, BotContext context) {
        List<BotLevel> levels = new ArrayList<>();
        for (GridCell cell : bot.book.cells) {
            long sell = cell.sellId == 0 ? bot.book.wantedSell(context, cell) : cell.sellLeftLots;
            long buy = cell.buyId == 0 ? bot.book.wantedBuy(context, cell, sell) : cell.buyLeftLots;
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

    private static String phase(GridBot bot, BotContext context) {
        if (bot.desk.needsPerson()) {
            return "Needs you: an order was refused";
        }
        if (bot.desk.waitsForBalance()) {
            return "Waiting for balance";
        }
        String words = switch (bot.phase) {
            case WAITING -> context.lastTicks() == 0 ? "Waiting for a price" : "Waiting for the trigger price";
            case STARTING -> "Buying what the upper levels sell";
            case RUNNING -> figures(bot, context);
            case REBUILDING -> "Laying the grid anew";
            case CLOSING -> "Closing the grid";
            case ENDED -> "Done after " + bot.book.tally.pairs() + " pairs";
        };
        return bot.paused ? words + ", paused" : words;
    }

    private static String figures(GridBot bot, BotContext context) {
        Instrument instrument = context.instrument();
        long base = bot.book.tally.baseAtoms();
        String kept = base == 0 ? "" : " and " + instrument.base().toDecimal(base).stripTrailingZeros().toPlainString() + " "
                + instrument.base().code();
        return bot.book.tally.pairs() + " pairs: grid profit " + money(instrument, bot.book.tally.quoteAtoms()) + kept
                + ", trend " + money(instrument, bot.trendAtoms(context)) + ", reinvested "
                + money(instrument, bot.book.tally.reinvestedAtoms()) + "; " + bot.book.accounted(context) + "/"
                + bot.book.cells.length + " levels accounted for";
    }

    private static String money(Instrument instrument, long atoms) {
        return instrument.quote().toDecimal(atoms).setScale(2, RoundingMode.FLOOR).toPlainString();
    }

    private static String protection(GridBot bot, BotContext context) {
        if (context.account().sellableLots() == 0) {
            return "No position";
        }
        BigDecimal stop = bot.settings.rules.stopBelow();
        return stop.signum() == 0
                ? "No stop set"
                : "Stop " + stop.toPlainString() + " watched here" + (bot.settings.rules.sellBelow() ? "" : ", keeps coins");
    }
}
