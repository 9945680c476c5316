package dev.tradewind.venue;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.PositionSide;

/**
 * Takes orders. Nothing is returned: what becomes of an order arrives later as a {@code VenueReport}. Called on the engine
 * thread, only after the intent is durable.
 */
public interface Venue {

    /** {@return what this venue offers} */
    Capabilities capabilities();

    /** {@return how patient one is with it} */
    default LinePace pace() {
        return LinePace.STANDARD;
    }

    /** Sends an order; the carrier is copied before this returns. */
    void submit(OrderRequest request);

    /**
     * Asks what became of an order. The answer is every fill of it as {@code FILLED} (those told before included), then a
     * report of kind WORKING, DONE or UNKNOWN with the lots filled in all; TIMED_OUT where none could be had.
     */
    void query(long clientOrderId);

    /**
     * Asks for all there is: a report {@code STATEMENT_BEGAN}, one for each working order of the account (foreign ones
     * too), each fill since {@code fillsSinceNanos} in order, each balance and position, then {@code STATEMENT_ENDED}; or
     * {@code STATEMENT_FAILED}. What happens meanwhile is told as ever, before, within or after it.
     */
    void statement(long fillsSinceNanos);

    /**
     * Deposits (positive) or withdraws quote atoms; the answer is a report of kind TRANSFER, or REJECTED for
     * {@code WITHDRAWAL}, both of order 0. A venue where that is done elsewhere refuses.
     */
    void transfer(long quoteAtoms);

    /**
     * Moves quote atoms between the wallet and the margin of an isolated position; the answer is a report of kind
     * MARGIN_ADJUSTED, or REJECTED for {@code MARGIN}, both of order 0.
     */
    void adjustMargin(PositionSide side, long quoteAtoms);

    /**
     * Asks to change a resting order's size and prices to the request's; the carrier is copied before this returns. Asked
     * only where the venue {@linkplain Capabilities.Feature#AMEND amends}; answered by {@code REPLACED} or
     * {@code REPLACE_REJECTED}.
     */
    void replace(OrderRequest request);

    /** Asks to cancel an order. */
    void cancel(long clientOrderId);
}
