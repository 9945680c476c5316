package dev.tradewind.domain;

/** How an order meets the market. */
public enum OrderType {
    /** Takes what is there at once. */
    MARKET,
    /** At its price or better. */
    LIMIT,
    /** Becomes a market order once the last price reaches its stop price. */
    STOP_MARKET,
    /** Becomes a limit order once the last price reaches its stop price. */
    STOP_LIMIT
}
