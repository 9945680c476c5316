package dev.tradewind.domain;

/**
 * A price of an instrument, in its ticks. {@link Instrument} turns it into a decimal.
 *
 * @param ticks multiples of the instrument's tick size, positive
 */
public record Price(long ticks) implements Comparable<Price> {

    public Price {
        if (ticks <= 0) {
            throw new IllegalArgumentException("a price is positive, not " + ticks + " ticks");
        }
    }

    @Override
    public int compareTo(Price other) {
        return Long.compare(ticks, other.ticks);
    }
}
