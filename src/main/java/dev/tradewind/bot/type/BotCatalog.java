package dev.tradewind.bot.type;

import dev.tradewind.bot.BotType;
import java.util.List;
import java.util.StringJoiner;

/** Every bot type there is, in the order lists show them. */
public final class BotCatalog {

    /** The types. */
    public static final List<BotType> TYPES = List.of(DcaBot.TYPE, SmaCrossBot.TYPE, GridBot.TYPE, FuturesGridBot.TYPE);

    private BotCatalog() {}

    /**
     * {@return the type with that id}
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static BotType type(String id) {
        StringJoiner known = new StringJoiner(", ");
        for (BotType type : TYPES) {
            if (type.id().equals(id)) {
                return type;
            }
            known.add(type.id());
        }
        throw new IllegalArgumentException("bot '" + id + "' is not one of " + known);
    }
}
