package dev.tradewind.sim;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The orders resting at the venue, in the order they came to rest, with the nearest price above and below at which one of
 * them acts.
 */
final class RestingOrders {

    static final long NONE_ABOVE = Long.MAX_VALUE;
    static final long NONE_BELOW = Long.MIN_VALUE;

    private SimOrder[] orders = new SimOrder[32];
    private int size;
    private long nearestAbove = NONE_ABOVE;
    private long nearestBelow = NONE_BELOW;

    int size() {
        return size;
    }

    SimOrder get(int index) {
        return orders[index];
    }

    long nearestAbove() {
        return nearestAbove;
    }

    long nearestBelow() {
        return nearestBelow;
    }

    void add(SimOrder order) {
        if (size == orders.length) {
            orders = Arrays.copyOf(orders, size * 2);
        }
        orders[size++] = order;
        include(order);
    }

    void remove(SimOrder order) {
        for (int i = 0; i < size; i++) {
            if (orders[i] == order) {
                System.arraycopy(orders, i + 1, orders, i, size - i - 1);
                size--;
                break;
            }
        }
        changed();
    }

    /** To be called when an order's acting price changed (a stop became a limit). */
    void changed() {
        nearestAbove = NONE_ABOVE;
        nearestBelow = NONE_BELOW;
        for (int i = 0; i < size; i++) {
            include(orders[i]);
        }
    }

    @Nullable SimOrder find(long clientOrderId) {
        for (int i = 0; i < size; i++) {
            if (orders[i].request.clientOrderId() == clientOrderId) {
                return orders[i];
            }
        }
        return null;
    }

    /** {@return the first order that acts at a price: one that waits for a rise to it or less, or a fall to it or more} */
    @Nullable SimOrder firstActingAt(long ticks) {
        for (int i = 0; i < size; i++) {
            SimOrder order = orders[i];
            if (order.actsOnRise() ? order.actsAtTicks() <= ticks : order.actsAtTicks() >= ticks) {
                return order;
            }
        }
        return null;
    }

    /** {@return lots of resting sells; orders of one link count as the largest of them} */
    long reservedSellLots() {
        long lots = 0;
        for (int i = 0; i < size; i++) {
            SimOrder order = orders[i];
            if (!order.isBuy()) {
                lots += order.remainingLots - linkedBefore(i, order);
            }
        }
        return lots;
    }

    /** {@return the share of an order's lots that earlier sells of its link already stand for} */
    private long linkedBefore(int index, SimOrder order) {
        long largest = 0;
        if (order.request.linkId() != 0) {
            for (int i = 0; i < index; i++) {
                if (!orders[i].isBuy() && isLinked(orders[i], order)) {
                    largest = Math.max(largest, orders[i].remainingLots);
                }
            }
        }
        return Math.min(largest, order.remainingLots);
    }

    /** {@return the largest resting sell of an order's link} */
    long linkedSellLots(SimOrder order) {
        return linkedBefore(size, order);
    }

    static boolean isLinked(SimOrder one, SimOrder other) {
        return one.request.clientOrderId() != other.request.clientOrderId()
                && one.request.linkId() != 0
                && one.request.linkId() == other.request.linkId()
                && one.request.botId() == other.request.botId();
    }

    private void include(SimOrder order) {
        if (order.actsOnRise()) {
            nearestAbove = Math.min(nearestAbove, order.actsAtTicks());
        } else {
            nearestBelow = Math.max(nearestBelow, order.actsAtTicks());
        }
    }
}
