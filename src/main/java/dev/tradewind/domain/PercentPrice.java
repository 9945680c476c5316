package dev.tradewind.domain;

/**
 * {@code PERCENT_PRICE} and {@code PERCENT_PRICE_BY_SIDE}: a limit lies within multiples of a reference price. A futures
 * venue refers to the mark price and bounds only the side that would take: buys above, sales below.
 *
 * @param bySide         whether the venue names it by side
 * @param bidUpE8        highest buy over the reference, times 10⁸; 0 for none
 * @param bidDownE8      lowest buy over the reference, times 10⁸; 0 for none
 * @param askUpE8        highest sale over the reference, times 10⁸; 0 for none
 * @param askDownE8      lowest sale over the reference, times 10⁸; 0 for none
 * @param reference      which price is meant
 * @param averageMinutes over how long the average runs; 0 is the last price
 */
public record PercentPrice(
        boolean bySide,
        long bidUpE8,
        long bidDownE8,
        long askUpE8,
        long askDownE8,
        Reference reference,
        int averageMinutes)
        implements InstrumentFilter {

    private static final long ONE = 100_000_000L;

    /** What prices are compared with. */
    public enum Reference {
        /** The average over some minutes, or the last price. */
        AVERAGE,
        /** The venue's mark price. */
        MARK
    }

    public PercentPrice {
        if (bidUpE8 < 0 || bidDownE8 < 0 || askUpE8 < 0 || askDownE8 < 0 || averageMinutes < 0) {
            throw new IllegalArgumentException("a price multiplier or its minutes are negative; 0 means no such bound");
        }
    }

    /** The same multiples for both sides, over the average of some minutes. */
    public static PercentPrice both(long upE8, long downE8, int averageMinutes) {
        return new PercentPrice(false, upE8, downE8, upE8, downE8, Reference.AVERAGE, averageMinutes);
    }

    /** A futures venue's form: buys at most, sales at least, a multiple of the mark price. */
    public static PercentPrice ofMark(long upE8, long downE8) {
        return new PercentPrice(false, upE8, 0, 0, downE8, Reference.MARK, 0);
    }

    /** A multiple of its own for each bound of each side. */
    public static PercentPrice bySide(long bidUpE8, long bidDownE8, long askUpE8, long askDownE8, int averageMinutes) {
        return new PercentPrice(true, bidUpE8, bidDownE8, askUpE8, askDownE8, Reference.AVERAGE, averageMinutes);
    }

    @Override
    public String id() {
        return bySide ? "PERCENT_PRICE_BY_SIDE" : "PERCENT_PRICE";
    }

    @Override
    public boolean concerns(OrderRequest order) {
        return order.type().hasLimit();
    }

    /** {@return the price others are compared with, in ticks; 0 before the market's first} */
    public long referenceTicks(FilterMarket market) {
        return reference == Reference.MARK ? market.markTicks() : market.averageTicks(averageMinutes);
    }

    @Override
    public FilterVerdict check(OrderRequest order, FilterMarket market) {
        if (!concerns(order)) {
            return FilterVerdict.PASS;
        }
        long price = order.priceTicks();
        long most = most(OrderField.PRICE, order, market);
        if (price > most) {
            return refuse(OrderField.PRICE, order, market, price, most);
        }
        long least = least(OrderField.PRICE, order, market);
        return price < least ? refuse(OrderField.PRICE, order, market, price, least) : FilterVerdict.PASS;
    }

    @Override
    public long least(OrderField field, OrderRequest order, FilterMarket market) {
        long multiple = order.side() == Side.BUY ? bidDownE8 : askDownE8;
        long from = referenceTicks(market);
        return field != OrderField.PRICE || multiple == 0 || from <= 0
                ? 1
                : Math.max(1, Exact.mulDivCeil(from, multiple, ONE));
    }

    @Override
    public long most(OrderField field, OrderRequest order, FilterMarket market) {
        long multiple = order.side() == Side.BUY ? bidUpE8 : askUpE8;
        long from = referenceTicks(market);
        return field != OrderField.PRICE || multiple == 0 || from <= 0
                ? UNBOUNDED
                : Exact.mulDivFloor(from, multiple, ONE);
    }
}
