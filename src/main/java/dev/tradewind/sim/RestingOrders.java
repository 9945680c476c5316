package dev.tradewind.sim;

import org.jspecify.annotations.Nullable;

/**
 * The orders resting at the venue, found by id, by link and by the price at which they act; of those that act at a
 * price, the one that came to rest first comes first.
 *
 * <p>Up to {@value #FEW} orders are a plain list: a bot's own few come and go so seldom that the machine meets them
 * cold, and then the least code and memory is the quickest. More move to a {@link RestingIndex} until none rests.
 */
final class RestingOrders {

    static final long NONE_ABOVE = Long.MAX_VALUE;
    static final long NONE_BELOW = Long.MIN_VALUE;

    /** Where the index overtakes the list. */
    static final int FEW = 24;

    private final SimOrder[] orders = new SimOrder[FEW];
    private int size;
    private long nearestAbove = NONE_ABOVE;
    private long nearestBelow = NONE_BELOW;
    /** Has all orders while there are many; made when first needed. */
    private @Nullable RestingIndex index;
    private boolean many;

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
        if (!many && size < FEW) {
            orders[size++] = order;
            include(order);
            return;
        }
        RestingIndex all = many ? index() : manyNow();
        all.add(order);
        size++;
        near(all);
    }

    /** {@return whether there are, or lately were, more than a few} */
    boolean many() {
        return many;
    }

    /** Orders come back that were many when they were saved. */
    void expectMany() {
        manyNow();
    }

    private RestingIndex manyNow() {
        many = true;
        RestingIndex all = index();
        for (int i = 0; i < size; i++) {
            all.add(orders[i]);
        }
        return all;
    }

    void remove(SimOrder order) {
        if (many) {
            index().remove(order);
            size--;
            many = size > 0;
            near(index());
            return;
        }
        for (int i = 0; i < size; i++) {
            if (orders[i] == order) {
                System.arraycopy(orders, i + 1, orders, i, size - i - 1);
                size--;
                break;
            }
        }
        findNearest();
    }

    /** To be called when an order's acting price changed (a stop became a limit); it keeps its turn. */
    void changed(SimOrder order) {
        if (many) {
            index().changed(order);
            near(index());
        } else {
            findNearest();
        }
    }

    /** To be called when an order that goes on resting has other lots than before. */
    void resized(SimOrder order) {
        if (many) {
            index().resized(order);
        }
    }

    @Nullable SimOrder find(long clientOrderId) {
        if (many) {
            return index().find(clientOrderId);
        }
        for (int i = 0; i < size; i++) {
            if (orders[i].request.clientOrderId() == clientOrderId) {
                return orders[i];
            }
        }
        return null;
    }

    /**
     * {@return the first order that acts at a price: one that waits for a rise to it or less, or a fall to it or more}
     */
    @Nullable SimOrder firstActingAt(long ticks) {
        if (ticks < nearestAbove && ticks > nearestBelow) {
            return null;
        }
        if (many) {
            return index().firstActingAt(ticks);
        }
        for (int i = 0; i < size; i++) {
            if (actsAt(orders[i], ticks)) {
                return orders[i];
            }
        }
        return null;
    }

    /** {@return the first waiting stop that acts at a price} */
    @Nullable SimOrder firstStopAt(long ticks) {
        if (many) {
            return index().firstStopAt(ticks);
        }
        for (int i = 0; i < size; i++) {
            if (orders[i].waitsForStop() && actsAt(orders[i], ticks)) {
                return orders[i];
            }
        }
        return null;
    }

    /**
     * {@return the limit order with the best price of those that a price has gone through, the first of them to rest}
     * Where it went through buys and sells, the latest order's side has it, and of that side those later than the
     * other.
     */
    @Nullable SimOrder bestThrough(long ticks) {
        if (many) {
            return index().bestThrough(ticks);
        }
        SimOrder best = null;
        for (int i = 0; i < size; i++) {
            SimOrder order = orders[i];
            long price = order.request.priceTicks();
            boolean through = !order.waitsForStop() && (order.isBuy() ? price > ticks : price < ticks);
            if (through && (best == null || isBefore(order, best))) {
                best = order;
            }
        }
        return best;
    }

    /** {@return lots of resting sells; orders of one link count as the largest of them} */
    long reservedSellLots() {
        if (many) {
            return index().reservedSellLots();
        }
        long lots = 0;
        for (int i = 0; i < size; i++) {
            if (!orders[i].isBuy()) {
                lots += orders[i].remainingLots - linkedSellLots(orders[i], i);
            }
        }
        return lots;
    }

    /** {@return the largest resting sell of an arriving order's link, but no more than its own lots} */
    long linkedSellLots(SimOrder order) {
        return many ? index().linkedSellLots(order) : linkedSellLots(order, size);
    }

    /** {@return the order of an order's link that came to rest last, be it itself} */
    @Nullable SimOrder lastLinked(SimOrder order) {
        return many ? index().lastLinked(order) : linkedBelow(order, size);
    }

    /** {@return the order of an order's link that came to rest before it} */
    @Nullable SimOrder linkedBefore(SimOrder order) {
        if (many) {
            return order.linkedBefore;
        }
        int at = size;
        do {
            at--;
        } while (at > 0 && orders[at] != order);
        return linkedBelow(order, at);
    }

    static boolean isLinked(SimOrder one, SimOrder other) {
        return one != other
                && one.request.linkId() != 0
                && one.request.linkId() == other.request.linkId()
                && one.request.botId() == other.request.botId();
    }

    private @Nullable SimOrder linkedBelow(SimOrder order, int from) {
        for (int i = from - 1; i >= 0; i--) {
            if (orders[i] == order || isLinked(orders[i], order)) {
                return orders[i];
            }
        }
        return null;
    }

    /** What earlier orders of its link already stand for of an order's lots. */
    private long linkedSellLots(SimOrder order, int before) {
        long largest = 0;
        if (order.request.linkId() != 0) {
            for (int i = 0; i < before; i++) {
                if (!orders[i].isBuy() && isLinked(orders[i], order)) {
                    largest = Math.max(largest, orders[i].remainingLots);
                }
            }
        }
        return Math.min(largest, order.remainingLots);
    }

    private static boolean isBefore(SimOrder order, SimOrder other) {
        long price = order.request.priceTicks();
        long otherPrice = other.request.priceTicks();
        return order.isBuy() ? price > otherPrice : price < otherPrice;
    }

    private static boolean actsAt(SimOrder order, long ticks) {
        return order.actsOnRise() ? order.actsAtTicks() <= ticks : order.actsAtTicks() >= ticks;
    }

    private void findNearest() {
        nearestAbove = NONE_ABOVE;
        nearestBelow = NONE_BELOW;
        for (int i = 0; i < size; i++) {
            include(orders[i]);
        }
    }

    private void include(SimOrder order) {
        if (order.actsOnRise()) {
            nearestAbove = Math.min(nearestAbove, order.actsAtTicks());
        } else {
            nearestBelow = Math.max(nearestBelow, order.actsAtTicks());
        }
    }

    private void near(RestingIndex all) {
        nearestAbove = all.nearestAbove();
        nearestBelow = all.nearestBelow();
    }

    private RestingIndex index() {
        RestingIndex made = index;
        if (made == null) {
            made = new RestingIndex();
            index = made;
        }
        return made;
    }
}
