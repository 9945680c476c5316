package dev.tradewind.domain;

import org.jspecify.annotations.Nullable;

/**
 * What one filter says of an order.
 *
 * @param filter   the filter that refuses it; null on a pass
 * @param field    which figure of the order is at fault
 * @param value    that figure, in the field's unit
 * @param below    the nearest smaller figure this filter passes, 0 where there is none
 * @param above    the nearest larger figure this filter passes, 0 where there is none
 * @param measured what the filter measured: the figure itself, the worth in quote atoms, orders, parts, lots
 * @param limit    the bound it broke, in the unit of {@code measured}; 0 where a step is missed
 */
public record FilterVerdict(
        @Nullable InstrumentFilter filter,
        OrderField field,
        long value,
        long below,
        long above,
        long measured,
        long limit) {

    /** The filter has no objection. */
    public static final FilterVerdict PASS = new FilterVerdict(null, OrderField.NONE, 0, 0, 0, 0, 0);

    /** {@return whether the filter has no objection} */
    public boolean passes() {
        return filter == null;
    }
}
