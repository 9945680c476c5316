package dev.tradewind.domain;

/**
 * {@code MIN_NOTIONAL} and {@code NOTIONAL}: price × size lies within bounds. A limit counts with its limit, a stop without
 * one with its stop price, a market order with the reference price, or with its own worth where it is sized in quote.
 *
 * @param minOnly        whether the venue names it {@code MIN_NOTIONAL}
 * @param minAtoms       smallest worth in quote atoms, 0 for none
 * @param minOfMarket    whether the smallest holds for market orders too
 * @param maxAtoms       largest worth in quote atoms, 0 for none
 * @param maxOfMarket    whether the largest holds for market orders too
 * @param averageMinutes over how long the reference price runs; 0 is the last price
 * @param exceptReducing whether reduce-only orders may be of any worth, as on futures venues
 */
public record OrderWorth(
        boolean minOnly,
        long minAtoms,
        boolean minOfMarket,
        long maxAtoms,
        boolean maxOfMarket,
        int averageMinutes,
        boolean exceptReducing)
        implements InstrumentFilter {

    public OrderWorth {
        if (minAtoms < 0 || maxAtoms < 0 || averageMinutes < 0) {
            throw new IllegalArgumentException("NOTIONAL from " + minAtoms + " to " + maxAtoms + " over " + averageMinutes
                    + " minutes: none of them is negative, 0 means no such bound");
        }
    }

    /** {@code MIN_NOTIONAL} for every order, market orders at the last price. */
    public static OrderWorth atLeast(long minAtoms) {
        return new OrderWorth(true, minAtoms, true, 0, false, 0, false);
    }

    @Override
    public String id() {
        return minOnly ? "MIN_NOTIONAL" : "NOTIONAL";
    }

    @Override
    public boolean concerns(OrderRequest order) {
        return leastAtoms(order) > 0 || mostAtoms(order) > 0;
    }

    private long leastAtoms(OrderRequest order) {
        boolean exempt = order.type() == OrderType.MARKET && !minOfMarket || exceptReducing && order.terms().reduceOnly();
        return exempt ? 0 : minAtoms;
    }

    private long mostAtoms(OrderRequest order) {
        return order.type() == OrderType.MARKET && !maxOfMarket ? 0 : maxAtoms;
    }

    /** {@return the price the order's worth is counted at, in ticks; 0 where there is none yet} */
    public long priceTicks(OrderRequest order, FilterMarket market) {
        return order.type().hasLimit()
                ? order.priceTicks()
                : order.type().hasTrigger() ? order.stopTicks() : market.averageTicks(averageMinutes);
    }

    /** {@return what the order is worth in quote atoms; as much as a long holds where it is more} */
    public long worthAtoms(OrderRequest order, FilterMarket market) {
        long quote = order.terms().quoteAtoms();
        return quote > 0 ? quote : times(perLot(order, market), order.quantityLots());
    }

    private long perLot(OrderRequest order, FilterMarket market) {
        return times(priceTicks(order, market), market.instrument().tickLotAtoms());
    }

    private static long times(long a, long b) {
        long low = a * b;
        return Math.multiplyHigh(a, b) == 0 && low >= 0 ? low : Long.MAX_VALUE;
    }

    @Override
    public FilterVerdict check(OrderRequest order, FilterMarket market) {
        long least = leastAtoms(order);
        long most = mostAtoms(order);
        if (least == 0 && most == 0) {
            return FilterVerdict.PASS;
        }
        long worth = worthAtoms(order, market);
        if (worth >= least && (most == 0 || worth <= most)) {
            return FilterVerdict.PASS;
        }
        OrderField field = order.terms().quoteAtoms() > 0 ? OrderField.WORTH : OrderField.SIZE;
        return refuse(field, order, market, worth, worth < least ? least : most);
    }

    @Override
    public long least(OrderField field, OrderRequest order, FilterMarket market) {
        long atoms = leastAtoms(order);
        long perUnit = perUnit(field, order, market);
        return atoms == 0 || perUnit <= 0 ? 1 : Math.max(1, Math.ceilDiv(atoms, perUnit));
    }

    @Override
    public long most(OrderField field, OrderRequest order, FilterMarket market) {
        long atoms = mostAtoms(order);
        long perUnit = perUnit(field, order, market);
        return atoms == 0 || perUnit <= 0 ? UNBOUNDED : atoms / perUnit;
    }

    /** Quote atoms that one more of the field's units adds. A worth is mended by the size: the price is somebody's intent. */
    private long perUnit(OrderField field, OrderRequest order, FilterMarket market) {
        return switch (field) {
            case WORTH -> 1;
            case SIZE -> perLot(order, market);
            case NONE, PRICE, STOP, DISPLAY, TRAILING -> 0;
        };
    }
}
