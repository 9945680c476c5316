package dev.tradewind.kernel;

import dev.tradewind.domain.MarketEvent;

/** A sequence of market events in time order. Owned by the driver's thread. */
public interface EventSource {

    /**
     * Moves to the next event if it happens no later than {@code untilNanos}.
     *
     * @return whether there is one; then {@link #current()} is it
     */
    boolean advance(long untilNanos);

    /** {@return the event of the last successful {@link #advance}; valid until the next call} */
    MarketEvent current();

    /**
     * {@return whether an event covers the time up to it (candles), so that nothing between two events can be decided before
     * the later one is known}
     */
    boolean coversTime();

    /** {@return whether no further event will ever come} */
    boolean exhausted();
}
