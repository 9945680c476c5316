package dev.tradewind.domain;

/**
 * Something the market did. Implementations are reusable carriers: whoever receives one reads it before returning and
 * copies what it keeps.
 */
public sealed interface MarketEvent permits CandleEvent, TradeEvent, BookEvent, MarkEvent, FundingEvent {

    /** Writes all of it, for {@link #load} of the same kind. */
    void save(StateWriter out);

    /**
     * Takes over what {@link #save} wrote.
     *
     * @throws StateException if it cannot be such an event
     */
    void load(StateReader in);

    /** {@return the instrument's index in the session} */
    int instrument();

    /** {@return when the market did it, nanoseconds since the epoch; a candle happens at its close} */
    long timeNanos();
}
