package dev.tradewind.sim;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

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

    /** Writes the ids as steps, which are short, from the oldest on. Ids are positive, so 0 is a free place. */
    void save(StateWriter out) {
        int count = ids[next] == 0 ? next : KEPT;
        out.section("FinishedOrders", 1).number(next).number(count);
        long before = 0;
        for (int back = count; back > 0; back--) {
            int at = (next - back) & (KEPT - 1);
            out.number(ids[at] - before).number(filledLots[at]);
            before = ids[at];
        }
    }

    void load(StateReader in) {
        next = in.section("FinishedOrders", 1).integer();
        int count = in.count();
        if (next < 0 || next >= KEPT || count != next && count != KEPT) {
            throw in.wrong(count + " ended orders cannot end at place " + next + " of " + KEPT);
        }
        long before = 0;
        for (int back = count; back > 0; back--) {
            int at = (next - back) & (KEPT - 1);
            ids[at] = before + in.number();
            filledLots[at] = in.number();
            before = ids[at];
            if (before <= 0) {
                throw in.wrong("an ended order's id is " + before);
            }
        }
    }
}
