package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotLevel;
import dev.tradewind.bot.BotLevel.Kind;
import dev.tradewind.bot.BotStatus;
import dev.tradewind.bot.Deal;
import dev.tradewind.domain.Side;
import dev.tradewind.portfolio.BotAccount;
import java.util.ArrayList;
import java.util.List;

/** What screens see of a DCA bot. */
final class DcaStatus {

    private DcaStatus() {}

    static BotStatus of(DcaBot bot, DcaSettings settings, BotContext context) {
        boolean open = bot.position.held();
        List<BotLevel> levels = open ? levels(bot, settings, context) : List.of();
        List<Deal> deals = new ArrayList<>();
        if (bot.position.openedNanos() != 0) {
            BotAccount account = context.account();
            deals.add(new Deal(
                    bot.deals.count() + 1, bot.position.openedNanos(), 0, 1 + bot.safety.filled(), 1 + bot.ladder().size(),
                    bot.position.investedAtoms(),
                    bot.position.resultAtoms(context) + account.unrealisedAtoms(context.lastTicks()), "open"));
        }
        deals.addAll(bot.deals.newest(DcaDeals.REMEMBERED - deals.size()));
        return new BotStatus(phase(bot, context), levels, deals, bot.deals.count(), protection(bot, settings, context));
    }

    private static List<BotLevel> levels(DcaBot bot, DcaSettings settings, BotContext context) {
        List<BotLevel> levels = new ArrayList<>();
        levels.add(new BotLevel("Base", Kind.FILLED, Side.BUY, bot.position.baseTicks(), bot.position.baseLots(), 0));
        DcaLadder ladder = bot.ladder();
        for (int k = 0; k < ladder.size(); k++) {
            DcaSafety.Level level = bot.safety.level(k);
            if (level != DcaSafety.Level.SKIPPED && level != DcaSafety.Level.LOST) {
                Kind kind = level == DcaSafety.Level.PLANNED
                        ? Kind.PLANNED
                        : level == DcaSafety.Level.FILLED ? Kind.FILLED : Kind.LIVE;
                long price = ladder.priceTicks(k, bot.position.baseTicks());
                levels.add(new BotLevel(
                        "SO " + (k + 1), kind, Side.BUY, price, ladder.lots(k, price, bot.scaleE8), bot.safety.id(k)));
            }
        }
        BotAccount account = context.account();
        if (account.baseAtoms() > 0) {
            levels.add(new BotLevel(
                    "Average", Kind.AVERAGE, Side.BUY, ladder.averageTicks(account.costAtoms(), account.baseAtoms()),
                    0, 0));
        }
        if (bot.exits.targetTicks() > 0) {
            levels.add(new BotLevel(
                    "Take profit", Kind.TAKE_PROFIT, Side.SELL, bot.exits.targetTicks(), account.sellableLots(),
                    bot.exits.takeProfitId()));
        }
        long stop = Math.max(bot.exits.stopTicks(), bot.watch.stopTicks(settings, bot.exits));
        if (stop > 0) {
            levels.add(new BotLevel("Stop", Kind.STOP, Side.SELL, stop, account.sellableLots(), bot.exits.stopId()));
        }
        return levels;
    }

    private static String phase(DcaBot bot, BotContext context) {
        if (bot.desk.needsPerson()) {
            return "Needs you: an order was refused";
        }
        if (bot.desk.waitsForBalance()) {
            return "Waiting for balance";
        }
        if (bot.desk.waitsForRules()) {
            return "A risk rule holds entries back";
        }
        String words = switch (bot.phase) {
            case WAITING -> context.lastTicks() == 0 ? "Waiting for a price" : "Waiting for the start condition";
            case COOLING -> "Cooling down before the next deal";
            case OPEN -> open(bot);
            case CLOSING -> "Closing deal " + (bot.deals.count() + 1);
            case HELD -> "Nothing opens until resumed";
            case ENDED -> "Done after " + bot.deals.count() + " deals";
        };
        return bot.paused ? words + ", paused" : words;
    }

    private static String open(DcaBot bot) {
        if (!bot.position.held()) {
            return "Deal " + (bot.deals.count() + 1) + ": base order placed";
        }
        return "Deal " + (bot.deals.count() + 1) + ": " + bot.safety.filled() + " of " + bot.ladder().size()
                + " safety orders filled" + (bot.watch.armed() ? ", trailing" : "");
    }

    private static String protection(DcaBot bot, DcaSettings settings, BotContext context) {
        if (context.account().sellableLots() == 0) {
            return "No position";
        }
        long stop = bot.exits.stopTicks();
        if (stop == 0) {
            return "No stop set";
        }
        String price = context.instrument().toPrice(Math.max(stop, bot.watch.stopTicks(settings, bot.exits))).toPlainString();
        if (settings.stopTimeoutNanos > 0) {
            return "Stop " + price + " watched here, after " + settings.stopTimeoutNanos / 1_000_000_000L + " s";
        }
        if (bot.exits.stopId() == 0) {
            return "Stop " + price + " being placed";
        }
        return bot.watch.stopTicks(settings, bot.exits) > stop ? "Stop " + price + " trailing here" : "Stop " + price;
    }
}
