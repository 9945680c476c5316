package dev.tradewind.sim;

/** On what terms a limit order meets a {@link MatchingBook}. */
public enum BookTerms {
    /** Takes what it can get, the rest stays until cancelled. */
    GTC,
    /** Takes what it can get, the rest expires. */
    IOC,
    /** Takes all it wants at once, or nothing. */
    FOK,
    /** Stays until cancelled; refused if it would take anything. */
    POST_ONLY
}
