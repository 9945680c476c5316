package dev.tradewind.engine;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
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

    /** Hears of an open order. */
    public interface Hearer {
        /** The request is as it is now; {@code filledNotionalAtoms} is what has filled is worth in quote atoms. */
        void open(OrderRequest request, OrderState state, long placedNanos, long filledLots, long filledNotionalAtoms);
    }

    /** Tells of every order, in the order they were placed. */
    public void tell(Hearer hearer) {
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            hearer.open(
                    order.request(), order.state(), order.placedNanos(), order.filledLots(), order.filledNotionalAtoms());
        }
    }

    /** {@return the order of that id, null if it never was or has ended} */
    public @Nullable Order find(long clientOrderId) {
        return orders.find(clientOrderId);
    }
}
