package dev.tradewind.risk;

/**
 * What is done while, or when, a rule is broken. {@link #BLOCK_NEW} and {@link #CANCEL_ENTRIES} end by themselves with the
 * violation; what halts, reduces, flattens or stops is done once and stays until a person ends it.
 */
public enum RiskAction {
    /** Written down and shown; nothing is stopped. */
    WARN("warn"),
    /** Entries in scope are refused while the rule is broken and cools off. */
    BLOCK_NEW("block-new"),
    /** As BLOCK_NEW, and working entries in scope are cancelled once. */
    CANCEL_ENTRIES("cancel-entries"),
    /** For the whole session: trading state REDUCING until a person ends it. For bots: as CANCEL_ENTRIES. */
    REDUCE_ONLY("reduce-only"),
    /** A quarter of each position in scope is closed at market, again while the rule stays broken; entries are refused. */
    SHRINK("shrink"),
    /** Orders in scope are cancelled, positions closed at market and bots stopped; for the whole session it halts. */
    FLATTEN("flatten"),
    /** Bots in scope are stopped; what they bought is kept. */
    STOP_BOTS("stop-bots"),
    /** The session halts: entries are cancelled, protection stays, a person must end it. */
    HALT("halt"),
    /** A protective stop is placed for what has none. */
    PROTECT("protect"),
    /**
     * A quarter of an isolated position's initial margin is added to it, again while the rule stays broken, up to the rule's
     * cap in all; entries are refused.
     */
    ADD_MARGIN("add-margin");

    private final String text;

    RiskAction(String text) {
        this.text = text;
    }

    /** {@return its word in a rule's text} */
    public String text() {
        return text;
    }

    /** {@return whether a person has to end what it did} */
    public boolean latches(RiskScope scope) {
        return switch (this) {
            case WARN, BLOCK_NEW, CANCEL_ENTRIES, SHRINK, STOP_BOTS, PROTECT, ADD_MARGIN -> false;
            case HALT -> true;
            case REDUCE_ONLY, FLATTEN -> scope.wholeSession();
        };
    }

    /** {@return whether entries in scope are refused while the rule is broken} */
    public boolean blocks() {
        return switch (this) {
            case WARN, PROTECT -> false;
            case BLOCK_NEW, CANCEL_ENTRIES, REDUCE_ONLY, SHRINK, FLATTEN, STOP_BOTS, HALT, ADD_MARGIN -> true;
        };
    }
}
