package dev.tradewind.domain;

/**
 * An amount of an instrument's base asset, in its lots. {@link Instrument} turns it into a decimal.
 *
 * @param lots multiples of the instrument's lot size, not negative
 */
public record Quantity(long lots) implements Comparable<Quantity> {

    public Quantity {
        if (lots < 0) {
            throw new IllegalArgumentException("a quantity is not negative: " + lots + " lots");
        }
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(lots, other.lots);
    }
}
