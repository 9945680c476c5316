package dev.tradewind.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.Rng;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/** Inbox and report queue against plain queues, through growth and wraparound. */
class QueuesTest {

    private record Sent(long arrival, long cancelId, SimOrder order) {}

    @Test
    void theInboxKeepsOrdersAndCancelsInOrder() {
        long seed = 5_150;
        Rng rng = new Rng(seed);
        Inbox inbox = new Inbox();
        Deque<Sent> naive = new ArrayDeque<>();
        SimOrder[] orders = new SimOrder[7];
        for (int i = 0; i < orders.length; i++) {
            orders[i] = new SimOrder();
        }
        for (int i = 0; i < 40_000; i++) {
            String what = "seed " + seed + " step " + i;
            int growing = i / 2_000 % 2 == 0 ? 70 : 30;
            if (rng.nextInt(100) < growing) {
                if (rng.nextInt(2) == 0) {
                    SimOrder order = orders[rng.nextInt(orders.length)];
                    inbox.submit(i, order);
                    naive.add(new Sent(i, 0, order));
                } else {
                    inbox.cancel(i, i + 1);
                    naive.add(new Sent(i, i + 1, orders[0]));
                }
            } else if (!naive.isEmpty()) {
                Sent first = naive.remove();
                assertEquals(first.arrival, inbox.nextArrivalNanos(), what);
                assertEquals(first.cancelId, inbox.nextCancelId(), what);
                if (first.cancelId == 0) {
                    assertSame(first.order, inbox.nextOrder(), what);
                }
                inbox.drop();
            }
            assertEquals(naive.isEmpty(), inbox.isEmpty(), what);
        }
    }

    @Test
    void theReportQueueKeepsReportsInOrder() {
        long seed = 5_151;
        Rng rng = new Rng(seed);
        ReportQueue queue = new ReportQueue();
        Deque<VenueReport> naive = new ArrayDeque<>();
        for (int i = 0; i < 40_000; i++) {
            String what = "seed " + seed + " step " + i;
            if (rng.nextInt(100) < (i / 2_000 % 2 == 0 ? 70 : 30)) {
                queue.add(i).set(VenueReport.Kind.ACCEPTED, VenueReport.Reason.NONE, i, i);
                naive.add(new VenueReport().set(VenueReport.Kind.ACCEPTED, VenueReport.Reason.NONE, i, i));
            } else if (!naive.isEmpty()) {
                VenueReport first = naive.remove();
                assertEquals(first.timeNanos(), queue.nextDueNanos(), what);
                assertEquals(first.toString(), queue.pop().toString(), what);
            }
            assertEquals(naive.isEmpty(), queue.isEmpty(), what);
        }
        while (!naive.isEmpty()) {
            assertEquals(naive.remove().toString(), queue.pop().toString());
        }
        assertEquals(Long.MAX_VALUE, queue.nextDueNanos());
    }
}
