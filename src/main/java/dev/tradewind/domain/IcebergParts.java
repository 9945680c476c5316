package dev.tradewind.domain;

/**
 * {@code ICEBERG_PARTS}: an order that shows only a part of itself comes in a limited number of parts.
 *
 * @param most how many parts there may be
 */
public record IcebergParts(long most) implements InstrumentFilter {

    public IcebergParts {
        if (most < 1) {
            throw new IllegalArgumentException("ICEBERG_PARTS " + most + " must be at least 1");
        }
    }

    @Override
    public String id() {
        return "ICEBERG_PARTS";
    }

    @Override
    public boolean concerns(OrderRequest order) {
        return order.terms().displayLots() > 0;
    }

    @Override
    public FilterVerdict check(OrderRequest order, FilterMarket market) {
        if (!concerns(order)) {
            return FilterVerdict.PASS;
        }
        long parts = Math.ceilDiv(order.quantityLots(), order.terms().displayLots());
        return parts > most ? refuse(OrderField.DISPLAY, order, market, parts, most) : FilterVerdict.PASS;
    }

    @Override
    public long least(OrderField field, OrderRequest order, FilterMarket market) {
        return field == OrderField.DISPLAY ? Math.max(1, Math.ceilDiv(order.quantityLots(), most)) : 1;
    }

    @Override
    public long most(OrderField field, OrderRequest order, FilterMarket market) {
        long shown = order.terms().displayLots();
        return field != OrderField.SIZE || shown == 0 || shown > UNBOUNDED / most ? UNBOUNDED : shown * most;
    }
}
