package dev.tradewind.app;

import dev.tradewind.bot.BotType;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.Params;
import java.util.List;
import java.util.Map;

/**
 * A kind of bot with values for all its parameters, checked as a start would check them.
 *
 * @param type   the kind
 * @param params every value
 */
public record BotChoice(BotType type, Params params) {

    /**
     * {@return the choice somebody typed}
     *
     * @param id    a bot type's id
     * @param given values by parameter id, over the defaults
     * @throws dev.tradewind.domain.ParamException naming a parameter that is unknown, out of range, or contradicts
     *     another
     * @throws IllegalArgumentException            if there is no such type; the message lists those there are
     */
    public static BotChoice of(String id, Map<String, String> given) {
        BotType type = BotCatalog.type(id);
        Params params = type.params(given);
        type.factory().apply(params);
        return new BotChoice(type, params);
    }

    /** {@return every kind of bot, in catalogue order} */
    public static List<BotType> types() {
        return BotCatalog.TYPES;
    }
}
