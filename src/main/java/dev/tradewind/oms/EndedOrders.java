package dev.tradewind.oms;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;

/**
 * What is remembered of orders that have ended: the last few thousand with what they had filled, so that a report that comes
 * too late can be judged. Engine thread only; allocates nothing.
 */
public final class EndedOrders implements Stateful {

    /** Answer of {@link #filledLots} where no such order is remembered. */
    public static final long UNKNOWN = -1;

    private static final int KEPT = 4096;

    private final long[] ids = new long[KEPT];
    private final long[] filled = new long[KEPT];
    private int next;

    /** Remembers an order, or one sending of it, that has ended at the venue. */
    public void add(Order order) {
        ids[next] = order.venueId();
        filled[next] = order.filledSinceSent();
        next = (next + 1) & (KEPT - 1);
    }

    @Override
    public void save(StateWriter out) {
        // until the ring is full its rest is empty, and nothing has the id 0
        int kept = ids[next] == 0 ? next : KEPT;
        out.section("Ended orders", 1).number(next).number(kept);
        for (int i = 0; i < kept; i++) {
            out.number(ids[i]).number(filled[i]);
        }
    }

    @Override
    public void load(StateReader in) {
        in.section("Ended orders", 1);
        next = in.place(KEPT);
        int kept = in.count();
        if (kept > KEPT || kept < KEPT && kept != next) {
            throw in.wrong(kept + " ended orders, the next at " + next + ", do not fit into " + KEPT);
        }
        for (int i = 0; i < kept; i++) {
            ids[i] = in.number();
            filled[i] = in.number();
        }
    }

    /** {@return lots an ended order had filled, {@link #UNKNOWN} if none of that id is remembered} */
    public long filledLots(long clientOrderId) {
        for (int back = 1; back <= KEPT; back++) {
            int at = (next - back) & (KEPT - 1);
            if (ids[at] == clientOrderId) {
                return filled[at];
            }
        }
        return UNKNOWN;
    }
}
