package dev.tradewind.hostile;

/** Something that must never happen did. */
public final class Violation extends RuntimeException {

    private final String invariant;

    /**
     * @param invariant the name of what was broken
     * @param detail    what was found, with both values
     */
    public Violation(String invariant, String detail) {
        super(invariant + ": " + detail);
        this.invariant = invariant;
    }

    /** {@return the name of what was broken} */
    public String invariant() {
        return invariant;
    }
}
