package dev.tradewind.domain;

/** How many positions an instrument may have at once. */
public enum PositionMode {
    /** One, long or short; an opposite order reduces it and may flip it. */
    ONE_WAY,
    /** A long and a short one apart; every order says which it is about. */
    HEDGE
}
