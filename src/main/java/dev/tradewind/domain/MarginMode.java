package dev.tradewind.domain;

/** What answers for a perpetual position's losses. New constants go to the end: sessions store names. */
public enum MarginMode {
    /** Each position answers with the margin set aside for it, and no more. */
    ISOLATED,
    /** All positions answer with the whole wallet. */
    CROSS
}
