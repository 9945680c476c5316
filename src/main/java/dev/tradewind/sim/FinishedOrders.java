package dev.tradewind.sim;

/** What the venue remembers of orders that have ended: the last few thousand, for whoever asks. */
final class FinishedOrders {

    private static final int KEPT = 4096;

    private final long[] ids = new long[KEPT];
    private final long[] filledLots = new long[KEPT];
    private int next;

    void add(long clientOrderId, long lots) {
        ids[next] = clientOrderId;
        filledLots[next] = lots;
        next = (next + 1) & (KEPT - 1);
    }

    /** {@return lots an ended order had filled, -1 if none of that id is remembered} */
    long filledLots(long clientOrderId) {
        for (int back = 1; back <= KEPT; back++) {
            int at = (next - back) & (KEPT - 1);
            if (ids[at] == clientOrderId) {
                return filledLots[at];
            }
        }
        return -1;
    }
}
