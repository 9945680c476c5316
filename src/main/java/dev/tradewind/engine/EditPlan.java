package dev.tradewind.engine;

import dev.tradewind.bot.Bot;
import dev.tradewind.bot.Bot.DealParams;
import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotType;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Command.EditScope;
import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.Params;

/**
 * What an edit comes to: the parameters of later deals and of the open one. They differ once an edit was for one of them
 * only, so each takes the changes by itself and neither inherits what was meant for the other.
 *
 * @param scope what the bot is told the edit is about
 * @param later parameters of new deals
 * @param open  parameters of the open deal
 */
record EditPlan(EditScope scope, Params later, Params open) {

    /**
     * Works out both.
     *
     * @throws IllegalArgumentException if the edit is for an open deal alone and there is none
     * @throws ParamException           for a value out of range
     */
    static EditPlan of(Command.EditBot command, Params later, DealParams deal) {
        Params edited = later.with(command.changes());
        return switch (deal) {
            case DealParams.Same same -> new EditPlan(EditScope.BOTH, edited, edited);
            case DealParams.NoneOpen none -> {
                if (command.scope() == EditScope.OPEN_DEAL) {
                    throw new IllegalArgumentException("bot " + command.botId()
                            + " has no open deal to edit; edit it for new deals, or both");
                }
                yield new EditPlan(command.scope(), edited, edited);
            }
            case DealParams.Open open -> switch (command.scope()) {
                case NEW_DEALS -> new EditPlan(EditScope.NEW_DEALS, edited, open.params());
                case OPEN_DEAL -> new EditPlan(EditScope.OPEN_DEAL, later, open.params().with(command.changes()));
                case BOTH -> new EditPlan(EditScope.BOTH, edited, open.params().with(command.changes()));
            };
        };
    }

    /** @throws ParamException where the parameters contradict each other */
    void check(BotType type) {
        type.factory().apply(later);
        if (!open.equals(later)) {
            type.factory().apply(open);
        }
    }

    /** Hands the bot what changed: in one call where both are alike. */
    void tell(Bot bot, BotContext context) {
        if (scope == EditScope.OPEN_DEAL) {
            bot.edit(context, open, EditScope.OPEN_DEAL);
        } else if (scope == EditScope.NEW_DEALS || open.equals(later)) {
            bot.edit(context, later, scope);
        } else {
            bot.edit(context, later, EditScope.NEW_DEALS);
            bot.edit(context, open, EditScope.OPEN_DEAL);
        }
    }
}
