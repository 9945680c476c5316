package dev.tradewind.sim;

/** Looks at one level of a {@link MatchingBook} after the other, best first. */
@FunctionalInterface
public interface BookDepth {

    /** {@return whether to go on to the next level} */
    boolean level(long ticks, long lots, int orders);
}
