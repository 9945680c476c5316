package dev.tradewind.domain;

/** How long an order stays. */
public enum TimeInForce {
    /** Good till cancelled. */
    GTC,
    /** Immediate or cancel: what does not fill at once is cancelled. */
    IOC,
    /** Fill or kill: all at once or nothing. */
    FOK,
    /** Good till a date; the order says which. */
    GTD
}
