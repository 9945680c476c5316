package dev.tradewind.domain;

/**
 * {@code PRICE_FILTER}: limits and stop prices lie within bounds, on the venue's own steps.
 *
 * @param minTicks    lowest price, 0 for none
 * @param maxTicks    highest price, 0 for none
 * @param stepTicks   prices are {@code offsetTicks} plus a multiple of this; 1 where the instrument's tick is the venue's
 * @param offsetTicks what the steps are counted from: futures count them from the lowest price
 */
public record PriceBounds(long minTicks, long maxTicks, long stepTicks, long offsetTicks) implements InstrumentFilter {

    public PriceBounds {
        if (minTicks < 0 || maxTicks < 0 || stepTicks < 1 || offsetTicks < 0) {
            throw new IllegalArgumentException("PRICE_FILTER from " + minTicks + " to " + maxTicks + " in steps of "
                    + stepTicks + " from " + offsetTicks + ": bounds are not negative, a step is at least 1");
        }
    }

    /** Bounds on the instrument's own ticks. */
    public PriceBounds(long minTicks, long maxTicks) {
        this(minTicks, maxTicks, 1, 0);
    }

    @Override
    public String id() {
        return "PRICE_FILTER";
    }

    @Override
    public boolean concerns(OrderRequest order) {
        return order.type() != OrderType.MARKET;
    }

    @Override
    public FilterVerdict check(OrderRequest order, FilterMarket market) {
        if (order.type().hasLimit() && fails(order.priceTicks())) {
            return refuse(OrderField.PRICE, order, market, order.priceTicks(), broken(order.priceTicks()));
        }
        return order.type().hasTrigger() && fails(order.stopTicks())
                ? refuse(OrderField.STOP, order, market, order.stopTicks(), broken(order.stopTicks()))
                : FilterVerdict.PASS;
    }

    private boolean fails(long ticks) {
        return broken(ticks) != 0 || !InstrumentFilter.isStep(ticks, stepTicks, offsetTicks);
    }

    private long broken(long ticks) {
        return ticks < minTicks ? minTicks : maxTicks > 0 && ticks > maxTicks ? maxTicks : 0;
    }

    @Override
    public long least(OrderField field, OrderRequest order, FilterMarket market) {
        return isPrice(field) ? Math.max(1, minTicks) : 1;
    }

    @Override
    public long most(OrderField field, OrderRequest order, FilterMarket market) {
        return isPrice(field) && maxTicks > 0 ? maxTicks : UNBOUNDED;
    }

    @Override
    public long step(OrderField field, OrderRequest order) {
        return isPrice(field) ? stepTicks : 1;
    }

    @Override
    public long offset(OrderField field, OrderRequest order) {
        return isPrice(field) ? offsetTicks : 0;
    }

    private static boolean isPrice(OrderField field) {
        return field == OrderField.PRICE || field == OrderField.STOP;
    }
}
