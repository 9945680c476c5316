package dev.tradewind.sim;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.VenueReport;

/** Reports on their way to us, in order of their due time, in reused carriers. */
final class ReportQueue {

    private VenueReport[] reports = carriers(64);
    private long[] dueNanos = new long[64];
    private long[] linkIds = new long[64];
    private int[] botIds = new int[64];
    private long lastDue = Long.MIN_VALUE;
    private int head;
    private int size;

    /** {@return a carrier to fill; it is due at {@code due}, or with the one before if that is later} */
    VenueReport add(long due) {
        return add(due, 0, 0);
    }

    /** As above, for a report about an order of a link. */
    VenueReport add(long due, int botId, long linkId) {
        if (size == reports.length) {
            grow();
        }
        // one line: what is said later is not heard before
        lastDue = Math.max(lastDue, due);
        int at = (head + size++) & (reports.length - 1);
        dueNanos[at] = lastDue;
        botIds[at] = botId;
        linkIds[at] = linkId;
        return reports[at];
    }

    boolean isEmpty() {
        return size == 0;
    }

    long nextDueNanos() {
        return size == 0 ? Long.MAX_VALUE : dueNanos[head];
    }

    /** {@return the next report; valid until the queue wraps, which is after the next call} */
    VenueReport pop() {
        VenueReport report = reports[head];
        head = (head + 1) & (reports.length - 1);
        size--;
        return report;
    }

    /** {@return lots that orders of a link filled and whose reports are still on their way} */
    long unheardLots(int botId, long linkId) {
        return unheardLots(botId, linkId, 0);
    }

    /** As above, but for the fills of one order of the link. */
    long unheardLots(int botId, long linkId, long exceptOrderId) {
        long lots = 0;
        for (int i = 0; i < size; i++) {
            int at = (head + i) & (reports.length - 1);
            if (linkIds[at] == linkId && botIds[at] == botId && reports[at].clientOrderId() != exceptOrderId) {
                lots += reports[at].quantityLots();
            }
        }
        return lots;
    }

    void save(StateWriter out) {
        out.section("ReportQueue", 1).number(lastDue).number(size);
        for (int i = 0; i < size; i++) {
            int at = (head + i) & (reports.length - 1);
            out.number(dueNanos[at]).number(botIds[at]).number(linkIds[at]);
            reports[at].save(out);
        }
    }

    void load(StateReader in) {
        long last = in.section("ReportQueue", 1).number();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            long due = in.number();
            if (due < lastDue || due > last) {
                throw in.wrong("what is due at " + due + " comes between " + lastDue + " and " + last);
            }
            add(due, in.integer(), in.number()).load(in);
        }
        lastDue = last;
    }

    private void grow() {
        VenueReport[] more = carriers(reports.length * 2);
        long[] moreDue = new long[more.length];
        long[] moreLinks = new long[more.length];
        int[] moreBots = new int[more.length];
        for (int i = 0; i < size; i++) {
            int at = (head + i) & (reports.length - 1);
            more[i] = reports[at];
            moreDue[i] = dueNanos[at];
            moreLinks[i] = linkIds[at];
            moreBots[i] = botIds[at];
        }
        reports = more;
        dueNanos = moreDue;
        linkIds = moreLinks;
        botIds = moreBots;
        head = 0;
    }

    private static VenueReport[] carriers(int count) {
        VenueReport[] carriers = new VenueReport[count];
        for (int i = 0; i < count; i++) {
            carriers[i] = new VenueReport();
        }
        return carriers;
    }
}
