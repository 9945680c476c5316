package dev.tradewind.sim;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import java.util.Arrays;

/** Orders and cancels on their way to the venue, in order of arrival. */
final class Inbox {

    private long[] arrivalNanos = new long[64];
    private long[] cancelIds = new long[64];
    private SimOrder[] orders = new SimOrder[64];
    private long lastArrival = Long.MIN_VALUE;
    private int head;
    private int size;

    void submit(long arrival, SimOrder order) {
        int at = next(arrival);
        orders[at] = order;
    }

    /** Ids are positive, so 0 tells an order from a cancel. */
    void cancel(long arrival, long clientOrderId) {
        int at = next(arrival);
        cancelIds[at] = clientOrderId;
    }

    /** A question is told from a cancel by its sign. */
    void query(long arrival, long clientOrderId) {
        int at = next(arrival);
        cancelIds[at] = -clientOrderId;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long nextArrivalNanos() {
        return size == 0 ? Long.MAX_VALUE : arrivalNanos[head];
    }

    /** {@return the id to cancel, or negative the id asked about; 0 if the next arrival is an order} */
    long nextCancelId() {
        return cancelIds[head];
    }

    SimOrder nextOrder() {
        return orders[head];
    }

    void drop() {
        head = (head + 1) & (orders.length - 1);
        size--;
    }

    /** An order filled: those of its link that are still on their way lose as many lots. */
    void linkedFilled(SimOrder filled, long lots) {
        for (int i = 0; i < size; i++) {
            int at = (head + i) & (orders.length - 1);
            // an amendment of the filled order itself loses nothing
            if (cancelIds[at] == 0
                    && orders[at].request.clientOrderId() != filled.request.clientOrderId()
                    && RestingOrders.isLinked(orders[at], filled)) {
                orders[at].lose(lots);
            }
        }
    }

    void save(StateWriter out) {
        out.section("Inbox", 1).number(lastArrival).number(size);
        for (int i = 0; i < size; i++) {
            int at = (head + i) & (orders.length - 1);
            out.number(arrivalNanos[at]).number(cancelIds[at]);
            if (cancelIds[at] == 0) {
                orders[at].save(out);
            }
        }
    }

    void load(StateReader in) {
        long last = in.section("Inbox", 1).number();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            long arrival = in.number();
            if (arrival < lastArrival || arrival > last) {
                throw in.wrong("what arrives at " + arrival + " comes between " + lastArrival + " and " + last);
            }
            int at = next(arrival);
            cancelIds[at] = in.number();
            if (cancelIds[at] == 0) {
                orders[at] = new SimOrder().load(in);
            }
        }
        lastArrival = last;
    }

    private int next(long arrival) {
        if (size == orders.length) {
            rotate();
            int more = size * 2;
            arrivalNanos = Arrays.copyOf(arrivalNanos, more);
            cancelIds = Arrays.copyOf(cancelIds, more);
            orders = Arrays.copyOf(orders, more);
        }
        // one line: what is sent later does not arrive before
        lastArrival = Math.max(lastArrival, arrival);
        int at = (head + size++) & (orders.length - 1);
        arrivalNanos[at] = lastArrival;
        cancelIds[at] = 0;
        return at;
    }

    /** Moves the head to the front of the arrays. */
    private void rotate() {
        long[] arrivals = new long[size];
        long[] ids = new long[size];
        SimOrder[] waiting = new SimOrder[size];
        for (int i = 0; i < size; i++) {
            int at = (head + i) & (orders.length - 1);
            arrivals[i] = arrivalNanos[at];
            ids[i] = cancelIds[at];
            waiting[i] = orders[at];
        }
        arrivalNanos = arrivals;
        cancelIds = ids;
        orders = waiting;
        head = 0;
    }
}
