package dev.tradewind.domain;

/**
 * {@code MAX_POSITION}: what is held and on the way in stays within a size; only buys are judged.
 *
 * @param maxLots the most lots held, bought by working orders and bought by this one
 */
public record MaxPosition(long maxLots) implements InstrumentFilter {

    public MaxPosition {
        if (maxLots < 1) {
            throw new IllegalArgumentException("MAX_POSITION " + maxLots + " lots must be at least 1");
        }
    }

    @Override
    public String id() {
        return "MAX_POSITION";
    }

    @Override
    public boolean concerns(OrderRequest order) {
        return order.side() == Side.BUY;
    }

    @Override
    public FilterVerdict check(OrderRequest order, FilterMarket market) {
        if (!concerns(order)) {
            return FilterVerdict.PASS;
        }
        long room = maxLots - market.heldAndBoughtLots();
        return order.quantityLots() > room
                ? refuse(OrderField.SIZE, order, market, order.quantityLots() + market.heldAndBoughtLots(), maxLots)
                : FilterVerdict.PASS;
    }

    @Override
    public long most(OrderField field, OrderRequest order, FilterMarket market) {
        return field == OrderField.SIZE && concerns(order) ? maxLots - market.heldAndBoughtLots() : UNBOUNDED;
    }
}
