package dev.tradewind.oms;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.Timeframe;
import org.jspecify.annotations.Nullable;

/**
 * All an execution algorithm may see and do: the market, its owner's coins, and orders that go through the same gate and
 * journal as any other. Engine thread only.
 */
public interface AlgoPort {

    /** {@return the engine's time, nanoseconds since the epoch} */
    long nowNanos();

    /** {@return what is traded} */
    Instrument instrument();

    /** {@return the last price in ticks, 0 before the first} */
    long lastTicks();

    /** {@return the best price on a side of the book: the bid for BUY, the ask for SELL; the last price without a book} */
    long touchTicks(Side side);

    /** {@return the venue's mark price, the last price where the feed has none} */
    long markTicks();

    /** {@return whether the feed has a book} */
    boolean hasBook();

    /** {@return whether the feed has mark prices} */
    boolean hasMarks();

    /**
     * Places an order for an algorithm's owner.
     *
     * @param tag the owner's own name for the orders of the algorithm
     * @return the order's id, 0 if it was refused; then {@link #refusal()} says why
     */
    long place(
            int owner,
            int algoId,
            int tag,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long lots,
            long priceTicks,
            long stopTicks,
            long linkId,
            OrderTerms terms);

    /** {@return why the last order or amendment was refused: the rule, the value and what would pass} */
    String refusal();

    /** Cancels an order; finished ones are ignored. */
    void cancel(long orderId);

    /** Amends an order. {@return the id of the order that goes on, 0 if it was refused} */
    long amend(long orderId, long lots, long priceTicks, long stopTicks);

    /** {@return the working order of that id, null if there is none} */
    @Nullable Order order(long orderId);

    /** Sets a timer, replacing one of the same id. */
    void startTimer(long timerId, long dueNanos);

    /** Drops a timer. */
    void stopTimer(long timerId);

    /** Has candles of a timeframe told from now on. */
    void keepCandles(Timeframe timeframe);

    /** Writes down why; see {@link Reason} for what the numbers mean. */
    void decide(int owner, Reason reason, long first, long second);
}
