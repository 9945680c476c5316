package dev.tradewind.sim;

import java.util.Arrays;

/** The resting orders that end by themselves, and when the first of them does. */
final class Expiries {

    private SimOrder[] orders = new SimOrder[8];
    private int size;
    private long nextNanos = Long.MAX_VALUE;

    /** {@return when the first order ends, {@link Long#MAX_VALUE} if none does} */
    long nextNanos() {
        return nextNanos;
    }

    void join(SimOrder order) {
        if (size == orders.length) {
            orders = Arrays.copyOf(orders, size * 2);
        }
        orders[size++] = order;
        nextNanos = Math.min(nextNanos, order.request.terms().expireNanos());
    }

    void leave(SimOrder order) {
        nextNanos = Long.MAX_VALUE;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (orders[i] != order) {
                orders[kept++] = orders[i];
                nextNanos = Math.min(nextNanos, orders[i].request.terms().expireNanos());
            }
        }
        size = kept;
    }

    /** {@return the order that ends first, of several the one that came first} */
    SimOrder first() {
        for (int i = 0; i < size; i++) {
            if (orders[i].request.terms().expireNanos() == nextNanos) {
                return orders[i];
            }
        }
        throw new IllegalStateException("no order ends by itself");
    }
}
