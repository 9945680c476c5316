package dev.tradewind.sim;

/** Hears of every fill of a {@link MatchingBook}, in the order they happen. */
@FunctionalInterface
public interface BookFills {

    /**
     * Two orders met, at the resting one's price. The book already shows it; the listener may ask the book, but not
     * send it a command.
     *
     * @param makerLeftLots what is left of the resting order, 0 when it is gone
     */
    void filled(long takerId, long makerId, long ticks, long lots, long makerLeftLots);
}
