package dev.tradewind.oms;

import dev.tradewind.domain.OrderRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The orders that are not final, by client order id and in the order they were placed. Orders are pooled, so steady trading
 * allocates nothing. Engine thread only.
 */
public final class OrderTable {

    private Order[] slots = new Order[64];
    private int size;
    private Order[] pool = new Order[64];
    private int pooled;
    private @Nullable Order[] buckets = new Order[256];

    /** Opens an order for a request whose intent has journal row {@code row}. */
    public Order open(OrderRequest request, long timeNanos, long row) {
        Order order = pooled == 0 ? new Order() : pool[--pooled];
        order.open(request, timeNanos, row);
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size * 2);
        }
        slots[size++] = order;
        if (size * 2 > buckets.length) {
            rehash();
        } else {
            put(order);
        }
        return order;
    }

    /** {@return the working order of that id, null if there is none} */
    public @Nullable Order find(long clientOrderId) {
        int mask = buckets.length - 1;
        int at = home(clientOrderId, mask);
        for (Order order = buckets[at]; order != null; order = buckets[at]) {
            if (order.clientOrderId() == clientOrderId) {
                return order;
            }
            at = (at + 1) & mask;
        }
        return null;
    }

    /** Drops an order that is final and takes it back into the pool. */
    public void close(Order order) {
        for (int i = 0; i < size; i++) {
            if (slots[i] == order) {
                System.arraycopy(slots, i + 1, slots, i, size - i - 1);
                size--;
                break;
            }
        }
        unput(order);
        if (pooled == pool.length) {
            pool = Arrays.copyOf(pool, pooled * 2);
        }
        pool[pooled++] = order;
    }

    /** {@return how many orders are working} */
    public int size() {
        return size;
    }

    /** {@return working order number {@code index}, in the order they were placed} */
    public Order get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index + " of " + size);
        }
        return slots[index];
    }

    private void rehash() {
        buckets = new Order[buckets.length * 2];
        for (int i = 0; i < size; i++) {
            put(slots[i]);
        }
    }

    private void put(Order order) {
        int mask = buckets.length - 1;
        int at = home(order.clientOrderId(), mask);
        while (buckets[at] != null) {
            at = (at + 1) & mask;
        }
        buckets[at] = order;
    }

    /** Linear probing with backward shift, so that no tombstones build up. */
    private void unput(Order order) {
        int mask = buckets.length - 1;
        int at = home(order.clientOrderId(), mask);
        while (buckets[at] != order) {
            if (buckets[at] == null) {
                return;
            }
            at = (at + 1) & mask;
        }
        int hole = at;
        for (int next = (hole + 1) & mask; ; next = (next + 1) & mask) {
            Order moved = buckets[next];
            if (moved == null) {
                break;
            }
            int wanted = home(moved.clientOrderId(), mask);
            if (((next - wanted) & mask) >= ((next - hole) & mask)) {
                buckets[hole] = moved;
                hole = next;
            }
        }
        buckets[hole] = null;
    }

    private static int home(long id, int mask) {
        return (int) ((id * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    }
}
