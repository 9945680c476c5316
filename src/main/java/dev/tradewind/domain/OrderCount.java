package dev.tradewind.domain;

/**
 * {@code MAX_NUM_ORDERS} and its kin: how many orders of a kind may be open at once. Nothing about the order itself would
 * make it pass; another one has to go first.
 *
 * @param kind     which orders are counted
 * @param exchange whether over the whole account rather than one symbol; a session counts its own
 * @param most     how many may be open
 */
public record OrderCount(Kind kind, boolean exchange, int most) implements InstrumentFilter {

    /** Which orders are counted. */
    public enum Kind {
        /** All that rest or wait for a trigger. */
        ORDERS("ORDERS", "orders"),
        /** Those that wait for a stop price, trailing ones among them. */
        ALGO_ORDERS("ALGO_ORDERS", "stop orders"),
        /** Those that show less than they are. */
        ICEBERG_ORDERS("ICEBERG_ORDERS", "iceberg orders"),
        /** Linked orders, a list as one. */
        ORDER_LISTS("ORDER_LISTS", "order lists");

        private final String suffix;
        private final String label;

        Kind(String suffix, String label) {
            this.suffix = suffix;
            this.label = label;
        }

        /** {@return what people call several of them} */
        public String label() {
            return label;
        }
    }

    public OrderCount {
        if (most < 0) {
            throw new IllegalArgumentException("a number of orders is not negative: " + most);
        }
    }

    /** So many orders on the symbol. */
    public OrderCount(int most) {
        this(Kind.ORDERS, false, most);
    }

    @Override
    public String id() {
        return (exchange ? "EXCHANGE_MAX_NUM_" : "MAX_NUM_") + kind.suffix;
    }

    @Override
    public boolean concerns(OrderRequest order) {
        return switch (kind) {
            case ORDERS -> order.type() != OrderType.MARKET;
            case ALGO_ORDERS -> order.type().hasTrigger();
            case ICEBERG_ORDERS -> order.terms().displayLots() > 0;
            case ORDER_LISTS -> order.linkId() != 0;
        };
    }

    /** {@return how many are open} */
    public int open(FilterMarket market) {
        return switch (kind) {
            case ORDERS -> market.openOrders();
            case ALGO_ORDERS -> market.openStops();
            case ICEBERG_ORDERS -> market.openIcebergs();
            case ORDER_LISTS -> market.openLists();
        };
    }

    @Override
    public FilterVerdict check(OrderRequest order, FilterMarket market) {
        boolean counted = concerns(order) && (kind != Kind.ORDER_LISTS || !market.listOpen(order.linkId()));
        if (!counted) {
            return FilterVerdict.PASS;
        }
        int open = open(market);
        return open >= most
                ? new FilterVerdict(this, OrderField.NONE, open, 0, 0, open, most)
                : FilterVerdict.PASS;
    }
}
