package dev.tradewind.oms;

/**
 * What is remembered of orders that have ended: the last few thousand with what they had filled, so that a report that comes
 * too late can be judged. Engine thread only; allocates nothing.
 */
public final class EndedOrders {

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
