package dev.tradewind.sim;

/** Which extreme of a candle the price visits first, in fill tier T0. */
public enum PathRule {
    /** The extreme nearer the open. */
    NEAREST,
    /** Where a stop and a profit order both lie in the candle, the stop's extreme; else the nearer one. */
    PESSIMISTIC,
    /** Where a stop and a profit order both lie in the candle, the profit's extreme; else the nearer one. */
    OPTIMISTIC
}
