package dev.tradewind.kernel;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport;

/**
 * Where everything that can change the engine is written before it does. Called on the engine thread only; carriers are
 * read before the call returns.
 *
 * <p>{@code sequence} numbers the inputs of a session (market events included), {@code timeNanos} is the engine's clock.
 * Rows of the journal have numbers of their own, {@link #lastRow()}.
 *
 * <p>Implementations never lose an acknowledged row: where one cannot write, the call throws {@link JournalException} and
 * the session halts.
 */
public interface Journal extends AutoCloseable {

    /** A market event; goes to the tape, not to the journal. */
    void market(long sequence, long timeNanos, MarketEvent event);

    /** A command, before it is obeyed. */
    void command(long sequence, long timeNanos, Command command);

    /** A timer, before it fires. */
    void timer(long sequence, long timeNanos, long timerId);

    /** A venue's report, before it is applied. */
    void report(long sequence, long timeNanos, VenueReport report);

    /** The intent to send an order; durable once {@link #commit()} returns. */
    void submitIntent(long sequence, long timeNanos, OrderRequest request);

    /** The intent to amend an order to the request's size and prices; durable once {@link #commit()} returns. */
    void amendIntent(long sequence, long timeNanos, OrderRequest request);

    /** The intent to cancel an order; durable once {@link #commit()} returns. */
    void cancelIntent(long sequence, long timeNanos, long clientOrderId);

    /** Why something was done; explains, changes nothing. {@code bot} is 0 for the engine itself. */
    void decision(long sequence, long timeNanos, int bot, Reason reason, long first, long second);

    /** Returns once everything written so far survives a power cut. */
    void commit();

    /**
     * Hands everything written so far to the operating system, so that it survives the end of this process (not a power
     * cut). Cheap; for the moments the engine has nothing else to do. Nothing to do for a journal that stores nothing.
     */
    default void flush() {}

    /** {@return the number of the last row written} */
    long lastRow();

    /** {@return the running hash over commands, timers, orders and reports: equal hashes mean equal sessions} */
    long runHash();

    @Override
    void close();
}
