package dev.tradewind.sim;

/** What became of a command to a {@link MatchingBook}. A refused command has changed nothing. */
public enum BookAnswer {
    /** Cancelled, reduced, or as it already was. */
    DONE(false),
    /** The order, or what its fills left of it, rests. */
    RESTS(false),
    /** The order was filled whole. */
    FILLED(false),
    /** What the book could not fill (all of it, for fill-or-kill) is gone. */
    EXPIRED(false),
    /** The order came upon one of its owner's own; what was left of it is gone, the resting one stays. */
    SELF_TRADE(false),
    /** Lots must be from 1 to {@link MatchingBook#MOST_LOTS}. */
    LOTS_NOT_ALLOWED(true),
    /** Ticks must be from 1 to {@link MatchingBook#MOST_TICKS}. */
    PRICE_NOT_ALLOWED(true),
    /** An order with that id rests already. */
    DUPLICATE_ID(true),
    /** No order with that id rests. */
    UNKNOWN_ID(true),
    /** A post-only order would have taken; a price on its own side of the spread would pass. */
    WOULD_TAKE(true),
    /** A reduction must leave fewer lots than there are; {@link MatchingBook#replace} can add. */
    NOT_LESS(true);

    private final boolean refused;

    BookAnswer(boolean refused) {
        this.refused = refused;
    }

    /** {@return whether the command was bad and changed nothing} */
    public boolean isRefused() {
        return refused;
    }
}
