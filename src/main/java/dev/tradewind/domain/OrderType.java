package dev.tradewind.domain;

/** How an order meets the market. New constants go to the end: journals store positions. */
public enum OrderType {
    /** Takes what is there at once. */
    MARKET,
    /** At its price or better. */
    LIMIT,
    /** Becomes a market order once the price moves against it to its stop price. */
    STOP_MARKET,
    /** Becomes a limit order once the price moves against it to its stop price. */
    STOP_LIMIT,
    /** Becomes a market order once the price moves in its favour to its stop price. */
    TAKE_PROFIT_MARKET,
    /** Becomes a limit order once the price moves in its favour to its stop price. */
    TAKE_PROFIT_LIMIT;

    /** {@return whether it trades at a limit, at once or once triggered} */
    public boolean hasLimit() {
        return this == LIMIT || this == STOP_LIMIT || this == TAKE_PROFIT_LIMIT;
    }

    /** {@return whether it waits for a stop price first} */
    public boolean hasTrigger() {
        return this != MARKET && this != LIMIT;
    }

    /** {@return whether it triggers on a move in its favour} */
    public boolean takesProfit() {
        return this == TAKE_PROFIT_MARKET || this == TAKE_PROFIT_LIMIT;
    }
}
