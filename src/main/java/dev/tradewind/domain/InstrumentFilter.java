package dev.tradewind.domain;

/**
 * One of a venue's rules for orders on an instrument, named as Binance names it. Immutable, pure, on raw ticks, lots and
 * atoms; a pass allocates nothing. Where a rule bounds a figure of the order, {@link #least}, {@link #most}, {@link #step}
 * and {@link #offset} say which values pass, so that the nearest one can be found over several rules at once.
 */
public sealed interface InstrumentFilter
        permits IcebergParts, LotSize, MaxPosition, OrderCount, OrderWorth, PercentPrice, PriceBounds, TrailingDelta {

    /** No upper bound. */
    long UNBOUNDED = Long.MAX_VALUE;

    /** {@return the venue's name of the rule, for instance {@code LOT_SIZE}} */
    String id();

    /** {@return whether the rule is about such an order at all} */
    boolean concerns(OrderRequest order);

    /** {@return {@link FilterVerdict#PASS}, or what is wrong and what would pass} */
    FilterVerdict check(OrderRequest order, FilterMarket market);

    /** {@return the least figure of the order's field that passes, the rest of the order as it is} */
    default long least(OrderField field, OrderRequest order, FilterMarket market) {
        return 1;
    }

    /** {@return the greatest figure of the order's field that passes; below {@link #least} where none does} */
    default long most(OrderField field, OrderRequest order, FilterMarket market) {
        return UNBOUNDED;
    }

    /** {@return what the field's figures are whole steps of} */
    default long step(OrderField field, OrderRequest order) {
        return 1;
    }

    /** {@return where the steps are counted from} */
    default long offset(OrderField field, OrderRequest order) {
        return 0;
    }

    /** {@return the largest figure up to {@code from} that this rule passes, 0 if there is none} */
    default long down(OrderField field, long from, OrderRequest order, FilterMarket market) {
        long least = Math.max(1, least(field, order, market));
        long start = Math.min(from, most(field, order, market));
        long aligned = start - Math.floorMod(start - offset(field, order), step(field, order));
        return aligned >= least ? aligned : 0;
    }

    /** {@return the smallest figure from {@code from} on that this rule passes, 0 if there is none} */
    default long up(OrderField field, long from, OrderRequest order, FilterMarket market) {
        long most = most(field, order, market);
        long start = Math.max(Math.max(1, from), least(field, order, market));
        long missing = Math.floorMod(offset(field, order) - start, step(field, order));
        return start <= most && missing <= most - start ? start + missing : 0;
    }

    /** {@return a refusal for a figure of the order, with the nearest that this rule passes} */
    default FilterVerdict refuse(
            OrderField field, OrderRequest order, FilterMarket market, long measured, long limit) {
        long value = field.of(order);
        return new FilterVerdict(
                this, field, value, down(field, value, order, market), up(field, value, order, market), measured, limit);
    }

    /** {@return whether a figure is a whole number of steps} */
    static boolean isStep(long value, long step, long offset) {
        return step == 1 || Math.floorMod(value - offset, step) == 0;
    }
}
