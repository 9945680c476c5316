package dev.tradewind.domain;

/**
 * {@code LOT_SIZE} and {@code MARKET_LOT_SIZE}: sizes lie within bounds, on the venue's own steps; so does what an iceberg
 * order shows.
 *
 * @param market     whether it is about market orders only
 * @param minLots    smallest size, 0 for none
 * @param maxLots    largest size, 0 for none
 * @param stepLots   sizes are {@code offsetLots} plus a multiple of this; 1 where the instrument's lot is the venue's
 * @param offsetLots what the steps are counted from: futures count them from the smallest size
 */
public record LotSize(boolean market, long minLots, long maxLots, long stepLots, long offsetLots)
        implements InstrumentFilter {

    public LotSize {
        if (minLots < 0 || maxLots < 0 || stepLots < 1 || offsetLots < 0) {
            throw new IllegalArgumentException("LOT_SIZE from " + minLots + " to " + maxLots + " in steps of " + stepLots
                    + " from " + offsetLots + ": bounds are not negative, a step is at least 1");
        }
    }

    /** Bounds of every order, on the instrument's own lots. */
    public LotSize(long minLots, long maxLots) {
        this(false, minLots, maxLots, 1, 0);
    }

    @Override
    public String id() {
        return market ? "MARKET_LOT_SIZE" : "LOT_SIZE";
    }

    @Override
    public boolean concerns(OrderRequest order) {
        return !market || order.type() == OrderType.MARKET;
    }

    @Override
    public FilterVerdict check(OrderRequest order, FilterMarket view) {
        if (!concerns(order)) {
            return FilterVerdict.PASS;
        }
        long lots = order.quantityLots();
        if (fails(lots)) {
            return refuse(OrderField.SIZE, order, view, lots, broken(lots));
        }
        long shown = order.terms().displayLots();
        return shown > 0 && fails(shown)
                ? refuse(OrderField.DISPLAY, order, view, shown, broken(shown))
                : FilterVerdict.PASS;
    }

    private boolean fails(long lots) {
        return broken(lots) != 0 || !InstrumentFilter.isStep(lots, stepLots, offsetLots);
    }

    private long broken(long lots) {
        return lots < minLots ? minLots : maxLots > 0 && lots > maxLots ? maxLots : 0;
    }

    @Override
    public long least(OrderField field, OrderRequest order, FilterMarket view) {
        return applies(field, order) ? Math.max(1, minLots) : 1;
    }

    @Override
    public long most(OrderField field, OrderRequest order, FilterMarket view) {
        return applies(field, order) && maxLots > 0 ? maxLots : UNBOUNDED;
    }

    @Override
    public long step(OrderField field, OrderRequest order) {
        return applies(field, order) ? stepLots : 1;
    }

    @Override
    public long offset(OrderField field, OrderRequest order) {
        return applies(field, order) ? offsetLots : 0;
    }

    private boolean applies(OrderField field, OrderRequest order) {
        return (field == OrderField.SIZE || field == OrderField.DISPLAY) && concerns(order);
    }
}
