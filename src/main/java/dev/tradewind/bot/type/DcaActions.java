package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.type.DcaDeals.End;
import dev.tradewind.domain.Reason;

/** What a user may ask of an open DCA deal. */
final class DcaActions {

    private DcaActions() {}

    /** Does one of the declared actions; everything else is refused in words. */
    static void act(DcaBot bot, BotContext context, String action, String amount) {
        if (bot.phase != DcaPhase.OPEN || !bot.position.held()) {
            throw new IllegalArgumentException("'" + action + "' needs an open deal with coins; there is none");
        }
        switch (action) {
            case "addFunds" -> bot.funds.add(context, amount);
            case "closeDeal" -> {
                context.decide(Reason.CLOSED_BY_USER, context.lastTicks(), 0);
                bot.close(context, End.YOU, true);
            }
            case "closeStep" -> {
                context.decide(Reason.STEP_CLOSED_BY_USER, bot.exits.step() + 1L, 0);
                if (bot.exits.lastStep(bot.settings)) {
                    bot.close(context, End.YOU, true);
                } else {
                    bot.exits.sellStep();
                    bot.settle(context);
                }
            }
            case "cancelDeal" -> {
                context.decide(Reason.DEAL_CANCELLED, bot.deals.count() + 1, 0);
                bot.close(context, End.CANCELLED, false);
            }
            case "skipSafety" -> {
                if (!bot.safety.skipNext(context, bot.ladder(), bot.position.baseTicks())) {
                    throw new IllegalArgumentException("no safety order is left to skip");
                }
                bot.settle(context);
            }
            default -> throw new IllegalArgumentException("this bot has no action '" + action + "'");
        }
    }
}
