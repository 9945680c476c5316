package dev.tradewind.engine;

import dev.tradewind.oms.Order;
import dev.tradewind.oms.OrderTable;
import org.jspecify.annotations.Nullable;

/** A session's orders that have not ended, for whoever watches it. To be looked at, not changed; engine thread only. */
public final class OpenOrders {

    private final OrderTable orders;

    /** The orders of a session, now and later. */
    public OpenOrders(Session session) {
        orders = session.desk().orders();
    }

    /** {@return how many there are} */
    public int size() {
        return orders.size();
    }

    /** {@return order number {@code index}, in the order they were placed; valid until the session takes its next input} */
    public Order get(int index) {
        return orders.get(index);
    }

    /** {@return the order of that id, null if it never was or has ended} */
    public @Nullable Order find(long clientOrderId) {
        return orders.find(clientOrderId);
    }
}
