package dev.tradewind.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class EngineProbeTest {

    private static void work(EngineProbe probe, int times) {
        for (int i = 1; i <= times; i++) {
            probe.taking(i);
            probe.marketEvent();
            probe.report(VenueReport.Kind.FILLED);
            probe.submit();
            probe.decision(Reason.ORDER_REFUSED);
            probe.written(3, 300);
            probe.committed(1, i % 1_000_000, i + 40_000L);
            probe.batch(1, 60_000, 5);
        }
    }

    @Test
    void allocatesNothing() {
        EngineProbe probe = new EngineProbe(new EngineTotals());
        work(probe, 200_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work(probe, 200_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16 * 1024);
    }

    @Test
    void countsOnlyWhatLeavesAsTickToOrder() {
        EngineTotals totals = new EngineTotals();
        EngineProbe probe = new EngineProbe(totals);
        probe.committed(1, 7, 1_000);
        probe.taking(10_000);
        probe.committed(0, 7, 20_000);
        probe.committed(2, 7, 30_000);

        assertThat(totals.tickToOrder.counted().count()).isEqualTo(1);
        assertThat(totals.tickToOrder.counted().sumNanos()).isEqualTo(20_000);
        assertThat(totals.commit.counted().count()).isEqualTo(3);
    }

    @Test
    void rangesIncludeTheirUpperEnd() {
        Histogram histogram = new Histogram(10, 20);
        for (long nanos : new long[] {0, 10, 11, 20, 21, 1_000}) {
            histogram.record(nanos);
        }

        assertThat(histogram.counted().counts()).containsExactly(2, 2, 2);
        assertThat(histogram.counted().sumNanos()).isEqualTo(1_062);
    }
}
