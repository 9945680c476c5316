package dev.tradewind.oms;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The orders that are not final, by client order id and in the order they were placed; opening, finding and closing one costs
 * the same however many there are. Orders are pooled, so steady trading allocates nothing. Engine thread only.
 */
public final class OrderTable implements Stateful {

    /** The orders as they were placed; null where one was closed since the array was last packed. */
    private @Nullable Order[] slots = new Order[64];

    private int end;
    private int size;
    private Order[] pool = new Order[64];
    private int pooled;
    private @Nullable Order[] buckets = new Order[256];

    /** Opens an order for a request whose intent has journal row {@code row}. */
    public Order open(OrderRequest request, long timeNanos, long row) {
        Order order = pooled == 0 ? new Order() : pool[--pooled];
        order.open(request, timeNanos, row);
        add(order);
        return order;
    }

    private void add(Order order) {
        if (end == slots.length) {
            pack();
            if (size * 2 > slots.length) {
                slots = Arrays.copyOf(slots, slots.length * 2);
            }
        }
        order.place = end;
        slots[end++] = order;
        size++;
        if (size * 2 > buckets.length) {
            rehash();
        } else {
            put(order);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.section("Orders", 1).number(size);
        for (int i = 0; i < size; i++) {
            get(i).save(out);
        }
    }

    @Override
    public void load(StateReader in) {
        in.section("Orders", 1);
        for (int left = in.count(); left > 0; left--) {
            Order order = new Order();
            long ahead = order.load(in);
            if (ahead != 0) {
                order.waitsFor(known(ahead, in));
            }
            add(order);
        }
    }

    /**
     * {@return the working order a saved state names}
     *
     * @throws dev.tradewind.domain.StateException if there is none
     */
    public Order known(long clientOrderId, StateReader in) {
        Order order = find(clientOrderId);
        if (order == null) {
            throw in.wrong("order " + clientOrderId + " is named but does not work");
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
        if (slots[order.place] != order) {
            return;
        }
        slots[order.place] = null;
        size--;
        while (end > 0 && slots[end - 1] == null) {
            end--;
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
        if (end > size) {
            pack();
        }
        Order order = index < size ? slots[index] : null;
        if (order == null) {
            throw new IndexOutOfBoundsException(index + " of " + size);
        }
        return order;
    }

    /** Closes the gaps, at the latest when the array is full: each order is moved less than once for every one closed. */
    private void pack() {
        int kept = 0;
        for (int i = 0; i < end; i++) {
            Order order = slots[i];
            if (order != null) {
                order.place = kept;
                slots[kept++] = order;
            }
        }
        Arrays.fill(slots, kept, end, null);
        end = kept;
    }

    private void rehash() {
        buckets = new Order[buckets.length * 2];
        for (int i = 0; i < end; i++) {
            Order order = slots[i];
            if (order != null) {
                put(order);
            }
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
