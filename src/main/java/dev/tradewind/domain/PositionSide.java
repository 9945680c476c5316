package dev.tradewind.domain;

/** Which position of a perpetual an order or a fill is about. New constants go to the end: journals store positions. */
public enum PositionSide {
    /** The one position of one-way mode, and the only one on spot. */
    NET,
    /** The long position of hedge mode. */
    LONG,
    /** The short position of hedge mode. */
    SHORT
}
