package dev.tradewind.risk;

/**
 * Whom a rule is about.
 *
 * @param kind  what sort of scope
 * @param botId the bot of a {@link Kind#BOT} scope, 0 otherwise
 * @param tag   the tag of a {@link Kind#TAG} scope, empty otherwise: it covers the bots whose name has the word
 *              {@code #tag}
 */
public record RiskScope(Kind kind, int botId, String tag) {

    /** The whole account, the user's own orders included. */
    public static final RiskScope ACCOUNT = new RiskScope(Kind.ACCOUNT, 0, "");

    /** The instrument traded; with one instrument in a session its figures are the account's. */
    public static final RiskScope SYMBOL = new RiskScope(Kind.SYMBOL, 0, "");

    /** Every bot for itself. */
    public static final RiskScope EACH_BOT = new RiskScope(Kind.EACH_BOT, 0, "");

    /** What sort of scope. */
    public enum Kind {
        ACCOUNT,
        SYMBOL,
        BOT,
        EACH_BOT,
        TAG
    }

    public RiskScope {
        if (kind == Kind.BOT ? botId <= 0 : botId != 0) {
            throw new IllegalArgumentException("bot id " + botId + " does not go with scope " + kind);
        }
        if (kind == Kind.TAG ? !tag.matches("[A-Za-z0-9_-]{1,32}") : !tag.isEmpty()) {
            throw new IllegalArgumentException("tag '" + tag + "' does not go with scope " + kind
                    + "; a tag has 1 to 32 letters, digits, - or _");
        }
    }

    /** {@return one bot} */
    public static RiskScope bot(int id) {
        return new RiskScope(Kind.BOT, id, "");
    }

    /** {@return the bots with a tag, taken together} */
    public static RiskScope tag(String tag) {
        return new RiskScope(Kind.TAG, 0, tag);
    }

    /** {@return whether it covers the whole session} */
    public boolean wholeSession() {
        return kind == Kind.ACCOUNT || kind == Kind.SYMBOL;
    }

    /** {@return whether it covers a bot of that id and name} */
    public boolean covers(int bot, String name) {
        return switch (kind) {
            case ACCOUNT, SYMBOL -> true;
            case BOT -> bot == botId;
            case EACH_BOT -> bot != 0;
            case TAG -> bot != 0 && (" " + name + " ").contains(" #" + tag + " ");
        };
    }

    /** {@return its text: {@code account}, {@code symbol}, {@code bot:3}, {@code bot:*} or {@code tag:calm}} */
    public String text() {
        return switch (kind) {
            case ACCOUNT -> "account";
            case SYMBOL -> "symbol";
            case BOT -> "bot:" + botId;
            case EACH_BOT -> "bot:*";
            case TAG -> "tag:" + tag;
        };
    }
}
