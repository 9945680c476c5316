package dev.tradewind.marketdata;

/** A feed over events that are all known: it can tell the next one and go on from any place. Owned by one thread. */
public interface HistoryFeed extends MarketFeed {

    /** Answer of {@link #nextTimeNanos()} at the end. */
    long NOTHING = Long.MAX_VALUE;

    /** {@return how many events there are in all} */
    long total();

    /** {@return when the next event happens, {@link #NOTHING} if none follows} */
    long nextTimeNanos();

    /**
     * Goes on as if {@code position} events had been given.
     *
     * @throws IllegalArgumentException if there are fewer
     */
    void seek(long position);
}
