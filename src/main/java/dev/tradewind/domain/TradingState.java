package dev.tradewind.domain;

/** Whether orders may leave. */
public enum TradingState {
    ACTIVE,
    /** Only orders that shrink positions. */
    REDUCING,
    /** None but protective ones; a person must end it. */
    HALTED
}
