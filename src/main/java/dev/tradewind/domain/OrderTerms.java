package dev.tradewind.domain;

/**
 * What an order may ask for beyond side, type, size and price. Immutable; make it once and use it again.
 *
 * @param quoteAtoms   size of a market order in quote atoms; it then has no size in lots. 0 where the size is in lots
 * @param postOnly     refuse rather than take liquidity
 * @param reduceOnly   never open or enlarge a position
 * @param positionSide which position it is about
 * @param expireNanos  when a {@link TimeInForce#GTD} order ends, 0 otherwise
 * @param displayLots  lots shown at a time, 0 shows all
 */
public record OrderTerms(
        long quoteAtoms,
        boolean postOnly,
        boolean reduceOnly,
        PositionSide positionSide,
        long expireNanos,
        long displayLots) {

    /** Nothing beyond. */
    public static final OrderTerms NONE = new OrderTerms(0, false, false, PositionSide.NET, 0, 0);

    /** Never take liquidity. */
    public static final OrderTerms POST_ONLY = new OrderTerms(0, true, false, PositionSide.NET, 0, 0);

    /** Never open or enlarge a position. */
    public static final OrderTerms REDUCE_ONLY = new OrderTerms(0, false, true, PositionSide.NET, 0, 0);

    public OrderTerms {
        if (quoteAtoms < 0 || expireNanos < 0 || displayLots < 0) {
            throw new IllegalArgumentException("an order's size in quote, expiry and display size are not negative; 0 means none");
        }
    }

    /** {@return the same for a position} */
    public OrderTerms on(PositionSide side) {
        return new OrderTerms(quoteAtoms, postOnly, reduceOnly, side, expireNanos, displayLots);
    }

    /** {@return the same, free to open a position} */
    public OrderTerms notReducing() {
        return new OrderTerms(quoteAtoms, postOnly, false, positionSide, expireNanos, displayLots);
    }

    /** {@return the same, sized in quote atoms} */
    public OrderTerms worth(long atoms) {
        return new OrderTerms(atoms, postOnly, reduceOnly, positionSide, expireNanos, displayLots);
    }

    /** {@return the same with an end} */
    public OrderTerms until(long nanos) {
        return new OrderTerms(quoteAtoms, postOnly, reduceOnly, positionSide, nanos, displayLots);
    }

    /** {@return the same, showing so many lots at a time; 0 shows all} */
    public OrderTerms showing(long lots) {
        return new OrderTerms(quoteAtoms, postOnly, reduceOnly, positionSide, expireNanos, lots);
    }

    /** Writes them, for {@link #load}. */
    public void save(StateWriter out) {
        out.number(quoteAtoms).flag(postOnly).flag(reduceOnly).constant(positionSide).number(expireNanos).number(displayLots);
    }

    /**
     * {@return what {@link #save} wrote: equal to it, but never {@link #NONE} itself}
     *
     * @throws StateException if that cannot be
     */
    public static OrderTerms load(StateReader in) {
        long quoteAtoms = in.number();
        boolean postOnly = in.flag();
        boolean reduceOnly = in.flag();
        PositionSide side = in.constant(PositionSide.class);
        long expireNanos = in.number();
        long displayLots = in.number();
        if (quoteAtoms < 0 || expireNanos < 0 || displayLots < 0) {
            throw in.wrong("an order's size in quote " + quoteAtoms + ", expiry " + expireNanos + " or display size "
                    + displayLots + " is negative");
        }
        return new OrderTerms(quoteAtoms, postOnly, reduceOnly, side, expireNanos, displayLots);
    }
}
