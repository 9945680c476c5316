package dev.tradewind.sim;

import dev.tradewind.domain.OrderRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Many resting orders, found by id, by link and by the price at which they act: what {@link RestingOrders} keeps them
 * in when a list would take too long.
 *
 * <p>Limits of either side, stops that wait for a rise and those that wait for a fall each have their own queues per
 * price, in the structure the matching book uses: thousands of orders cost what a handful do.
 */
final class RestingIndex {

    private static final int EXPECTED = 64;
    private static final long NOBODY = -1;

    private final BookOrders places = new BookOrders(EXPECTED);
    private final BookSide buyLimits = new BookSide(places, true);
    private final BookSide sellLimits = new BookSide(places, false);
    private final BookSide stopsOnFall = new BookSide(places, true);
    private final BookSide stopsOnRise = new BookSide(places, false);
    private final IdIndex ids = new IdIndex(EXPECTED);
    private final RestingLinks links = new RestingLinks();
    private SimOrder[] orders = new SimOrder[EXPECTED];
    private int size;
    private long turns;
    private long nearestAbove = RestingOrders.NONE_ABOVE;
    private long nearestBelow = RestingOrders.NONE_BELOW;
    private long unlinkedSellLots;

    int size() {
        return size;
    }

    /** {@return the lowest price at which an order acts on a rise} */
    long nearestAbove() {
        return nearestAbove;
    }

    /** {@return the highest price at which an order acts on a fall} */
    long nearestBelow() {
        return nearestBelow;
    }

    void add(SimOrder order) {
        OrderRequest request = order.request;
        // whose turn it is, in place of an owner; no lots, as nobody asks for a level's
        int place = places.add(request.clientOrderId(), turns++, order.actsAtTicks(), 0, order.isBuy(), false);
        if (place >= orders.length) {
            orders = Arrays.copyOf(orders, orders.length * 2);
        }
        orders[place] = order;
        order.place = place;
        BookSide queue = queue(order);
        queue.append(place);
        order.queue = queue;
        ids.put(request.clientOrderId(), place);
        size++;
        if (request.linkId() != 0) {
            links.join(order);
        }
        order.countedLots = 0;
        resized(order);
        findNearest();
    }

    void remove(SimOrder order) {
        leaveQueue(order);
        ids.remove(order.request.clientOrderId(), order.place);
        places.free(order.place);
        size--;
        unlinkedSellLots -= order.countedLots;
        if (order.request.linkId() != 0) {
            links.leave(order);
        }
        findNearest();
    }

    /** To be called when an order's acting price changed (a stop became a limit); it keeps its turn. */
    void changed(SimOrder order) {
        leaveQueue(order);
        places.ticks(order.place, order.actsAtTicks());
        BookSide queue = queue(order);
        queue.appendInTurn(order.place);
        order.queue = queue;
        findNearest();
    }

    /** To be called when an order that goes on resting has other lots than before. */
    void resized(SimOrder order) {
        if (order.request.linkId() != 0) {
            links.resized(order);
        } else if (!order.isBuy()) {
            unlinkedSellLots += order.remainingLots - order.countedLots;
            order.countedLots = order.remainingLots;
        }
    }

    @Nullable SimOrder find(long clientOrderId) {
        int place = ids.get(clientOrderId);
        return place == 0 ? null : orders[place];
    }

    /**
     * {@return the first order that acts at a price: one that waits for a rise to it or less, or a fall to it or more}
     */
    @Nullable SimOrder firstActingAt(long ticks) {
        return order(earlier(
                earlier(earliest(buyLimits, ticks), earliest(sellLimits, ticks)),
                earlier(earliest(stopsOnRise, ticks), earliest(stopsOnFall, ticks))));
    }

    /** {@return the first waiting stop that acts at a price} */
    @Nullable SimOrder firstStopAt(long ticks) {
        return order(earlier(earliest(stopsOnRise, ticks), earliest(stopsOnFall, ticks)));
    }

    /**
     * {@return the limit order with the best price of those that a price has gone through, the first of them to rest}
     * Where it went through buys and sells, the latest order's side has it, and of that side those later than the
     * other.
     */
    @Nullable SimOrder bestThrough(long ticks) {
        boolean buys = buyLimits.bestKey() > buyLimits.key(ticks);
        boolean sells = sellLimits.bestKey() > sellLimits.key(ticks);
        if (!buys && !sells) {
            return null;
        }
        if (buys && sells) {
            long lastBuy = latestThrough(buyLimits, ticks);
            long lastSell = latestThrough(sellLimits, ticks);
            return lastBuy > lastSell ? firstLaterThan(buyLimits, lastSell) : firstLaterThan(sellLimits, lastBuy);
        }
        BookSide side = buys ? buyLimits : sellLimits;
        return orders[side.head(side.best())];
    }

    /** {@return lots of resting sells; orders of one link count as the largest of them} */
    long reservedSellLots() {
        return unlinkedSellLots + links.sellLots();
    }

    /** {@return the largest resting sell of an arriving order's link, but no more than its own lots} */
    long linkedSellLots(SimOrder order) {
        return order.request.linkId() == 0 ? 0 : Math.min(links.largestSell(order), order.remainingLots);
    }

    /** {@return the order of an order's link that came to rest last, be it itself} */
    @Nullable SimOrder lastLinked(SimOrder order) {
        return links.last(order);
    }

    private BookSide queue(SimOrder order) {
        if (order.waitsForStop()) {
            return order.actsOnRise() ? stopsOnRise : stopsOnFall;
        }
        return order.isBuy() ? buyLimits : sellLimits;
    }

    private void leaveQueue(SimOrder order) {
        BookSide queue = order.queue;
        if (queue == null) {
            throw new IllegalStateException("order " + order.request.clientOrderId() + " does not rest");
        }
        queue.remove(order.place);
        order.queue = null;
    }

    private void findNearest() {
        long above = Math.max(sellLimits.bestKey(), stopsOnRise.bestKey());
        nearestAbove = above == BookSide.EMPTY ? RestingOrders.NONE_ABOVE : -above;
        nearestBelow = Math.max(buyLimits.bestKey(), stopsOnFall.bestKey());
    }

    private @Nullable SimOrder order(int place) {
        return place == 0 ? null : orders[place];
    }

    private int earlier(int one, int other) {
        return one == 0 || other != 0 && places.owner(other) < places.owner(one) ? other : one;
    }

    /** The place of the first order to rest of those of a side that a price reaches, 0 if there is none. */
    private int earliest(BookSide side, long ticks) {
        long reached = side.key(ticks);
        int found = 0;
        if (side.bestKey() >= reached) {
            int level = side.best();
            while (level != 0 && side.levelKey(level) >= reached) {
                found = earlier(found, side.head(level));
                level = side.nextWorse(level);
            }
        }
        return found;
    }

    private long latestThrough(BookSide side, long ticks) {
        long passed = side.key(ticks);
        long latest = NOBODY;
        for (int level = side.best(); level != 0 && side.levelKey(level) > passed; level = side.nextWorse(level)) {
            latest = Math.max(latest, places.owner(side.tail(level)));
        }
        return latest;
    }

    private @Nullable SimOrder firstLaterThan(BookSide side, long turn) {
        for (int level = side.best(); level != 0; level = side.nextWorse(level)) {
            for (int place = side.head(level); place != 0; place = places.next(place)) {
                if (places.owner(place) > turn) {
                    return orders[place];
                }
            }
        }
        return null;
    }
}
