package dev.tradewind.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a venue demands of orders on one instrument: its filters, in the order they are asked, and the figures of them that
 * plans need. A figure of 0 means no such limit. Immutable; asking allocates nothing while orders pass.
 */
public final class InstrumentFilters {

    /** No limits but one lot and one tick. */
    public static final InstrumentFilters NONE = new InstrumentFilters(List.of());

    /** Rules whose steps differ meet after few rounds or never. */
    private static final int ROUNDS = 64;

    private final InstrumentFilter[] filters;
    private final List<String> unknown;
    private final long minLots;
    private final long maxLots;
    private final long marketMaxLots;
    private final long minWorthAtoms;
    private final long minTicks;
    private final long maxTicks;
    private final int maxOrders;
    private final int averageMinutes;

    /** The filters given. */
    public InstrumentFilters(List<InstrumentFilter> filters) {
        this(filters, List.of());
    }

    /**
     * @param unknown names of filters the venue has and this program does not know, which nobody asks
     */
    public InstrumentFilters(List<InstrumentFilter> filters, List<String> unknown) {
        this.filters = filters.toArray(InstrumentFilter[]::new);
        this.unknown = List.copyOf(unknown);
        long[] lots = {1, 0, 0};
        long[] ticks = {1, 0};
        long worth = 0;
        int orders = 0;
        int minutes = 0;
        for (InstrumentFilter filter : this.filters) {
            switch (filter) {
                case LotSize size -> {
                    lots[0] = size.market() ? lots[0] : Math.max(lots[0], size.minLots());
                    lots[1] = size.market() ? lots[1] : least(lots[1], size.maxLots());
                    lots[2] = size.market() ? least(lots[2], size.maxLots()) : lots[2];
                }
                case PriceBounds bounds -> {
                    ticks[0] = Math.max(ticks[0], bounds.minTicks());
                    ticks[1] = least(ticks[1], bounds.maxTicks());
                }
                case OrderWorth bounds -> {
                    worth = Math.max(worth, bounds.minAtoms());
                    minutes = Math.max(minutes, bounds.averageMinutes());
                }
                case PercentPrice bounds -> minutes = Math.max(minutes, bounds.averageMinutes());
                case OrderCount count -> orders =
                        count.kind() == OrderCount.Kind.ORDERS ? (int) least(orders, count.most()) : orders;
                case IcebergParts parts -> {}
                case MaxPosition position -> {}
                case TrailingDelta delta -> {}
            }
        }
        minLots = lots[0];
        maxLots = lots[1];
        marketMaxLots = lots[2];
        minTicks = ticks[0];
        maxTicks = ticks[1];
        minWorthAtoms = worth;
        maxOrders = orders;
        averageMinutes = minutes;
    }

    /**
     * The most usual filters; 0 means no such limit.
     *
     * @param minQuantityLots       smallest order in lots
     * @param maxQuantityLots       largest order in lots
     * @param marketMaxQuantityLots largest market order in lots
     * @param minNotionalAtoms      smallest price × quantity, in atoms of the quote asset
     * @param minPriceTicks         lowest price in ticks
     * @param maxPriceTicks         highest price in ticks
     * @param maxOpenOrders         how many orders may be open on the symbol at once
     */
    public InstrumentFilters(
            long minQuantityLots,
            long maxQuantityLots,
            long marketMaxQuantityLots,
            long minNotionalAtoms,
            long minPriceTicks,
            long maxPriceTicks,
            int maxOpenOrders) {
        this(usual(
                minQuantityLots, maxQuantityLots, marketMaxQuantityLots, minNotionalAtoms, minPriceTicks, maxPriceTicks,
                maxOpenOrders));
    }

    private static List<InstrumentFilter> usual(
            long minLots, long maxLots, long marketMaxLots, long minAtoms, long minTicks, long maxTicks, int maxOrders) {
        List<InstrumentFilter> filters = new ArrayList<>();
        if (minTicks > 1 || maxTicks > 0) {
            filters.add(new PriceBounds(minTicks, maxTicks));
        }
        if (minLots > 1 || maxLots > 0) {
            filters.add(new LotSize(minLots, maxLots));
        }
        if (marketMaxLots > 0) {
            filters.add(new LotSize(true, 0, marketMaxLots, 1, 0));
        }
        if (minAtoms > 0) {
            filters.add(OrderWorth.atLeast(minAtoms));
        }
        if (maxOrders > 0) {
            filters.add(new OrderCount(maxOrders));
        }
        return filters;
    }

    /** The stricter of two upper bounds, of which 0 is none. */
    private static long least(long bound, long other) {
        return bound == 0 ? other : other == 0 ? bound : Math.min(bound, other);
    }

    /** {@return the filters, in the order they are asked} */
    public List<InstrumentFilter> all() {
        return List.of(filters);
    }

    /** {@return names of filters the venue has and this program does not know} */
    public List<String> unknown() {
        return unknown;
    }

    /** {@return {@link FilterVerdict#PASS}, or what the first filter in the way says; a pass allocates nothing} */
    public FilterVerdict check(OrderRequest order, FilterMarket market) {
        for (InstrumentFilter filter : filters) {
            FilterVerdict verdict = filter.check(order, market);
            if (!verdict.passes()) {
                return verdict;
            }
        }
        return FilterVerdict.PASS;
    }

    /** {@return the largest figure of a field up to {@code from} that every filter passes, 0 if there is none} */
    public long nearestDown(OrderField field, long from, OrderRequest order, FilterMarket market) {
        long figure = from;
        for (int round = 0; round < ROUNDS; round++) {
            long before = figure;
            for (InstrumentFilter filter : filters) {
                figure = filter.down(field, figure, order, market);
                if (figure <= 0) {
                    return 0;
                }
            }
            if (figure == before) {
                return figure;
            }
        }
        return 0;
    }

    /** {@return the smallest figure of a field from {@code from} on that every filter passes, 0 if there is none} */
    public long nearestUp(OrderField field, long from, OrderRequest order, FilterMarket market) {
        long figure = from;
        for (int round = 0; round < ROUNDS; round++) {
            long before = figure;
            for (InstrumentFilter filter : filters) {
                figure = filter.up(field, figure, order, market);
                if (figure <= 0) {
                    return 0;
                }
            }
            if (figure == before) {
                return figure;
            }
        }
        return 0;
    }

    /** {@return the largest figure up to {@code from} that is on every filter's steps, whatever their bounds; 0 for none} */
    public long stepDown(OrderField field, long from, OrderRequest order) {
        long figure = from;
        for (int round = 0; round < ROUNDS; round++) {
            long before = figure;
            for (InstrumentFilter filter : filters) {
                figure -= Math.floorMod(figure - filter.offset(field, order), filter.step(field, order));
            }
            if (figure == before || figure <= 0) {
                return Math.max(0, figure);
            }
        }
        return 0;
    }

    /** {@return the bounds of trailing orders, null where there are none} */
    public @Nullable TrailingDelta trailing() {
        for (InstrumentFilter filter : filters) {
            if (filter instanceof TrailingDelta delta) {
                return delta;
            }
        }
        return null;
    }

    /** {@return the smallest order in lots, at least 1} */
    public long minQuantityLots() {
        return minLots;
    }

    /** {@return the largest order in lots} */
    public long maxQuantityLots() {
        return maxLots;
    }

    /** {@return the largest market order in lots} */
    public long marketMaxQuantityLots() {
        return marketMaxLots;
    }

    /** {@return the smallest price × quantity in quote atoms} */
    public long minNotionalAtoms() {
        return minWorthAtoms;
    }

    /** {@return the lowest price in ticks, at least 1} */
    public long minPriceTicks() {
        return minTicks;
    }

    /** {@return the highest price in ticks} */
    public long maxPriceTicks() {
        return maxTicks;
    }

    /** {@return how many orders may be open at once} */
    public int maxOpenOrders() {
        return maxOrders;
    }

    /** {@return how many of them may wait for a stop price, 0 for no limit} */
    public int maxStopOrders() {
        long most = 0;
        for (InstrumentFilter filter : all()) {
            if (filter instanceof OrderCount count && count.kind() == OrderCount.Kind.ALGO_ORDERS) {
                most = least(most, count.most());
            }
        }
        return (int) most;
    }

    /** {@return the longest average price a filter refers to, in minutes; 0 where none does} */
    public int averageMinutes() {
        return averageMinutes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InstrumentFilters same && all().equals(same.all()) && unknown.equals(same.unknown);
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }

    @Override
    public String toString() {
        return "InstrumentFilters" + all() + (unknown.isEmpty() ? "" : " and unknown " + unknown);
    }
}
