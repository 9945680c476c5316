package dev.tradewind.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SystemClockTest {

    private final AtomicLong wallMillis = new AtomicLong(1_000);
    private final AtomicLong counter = new AtomicLong(77);
    private final SystemClock clock = new SystemClock(wallMillis::get, counter::get);

    private void pass(long nanos) {
        counter.addAndGet(nanos);
        wallMillis.addAndGet(nanos / 1_000_000);
    }

    @Test
    void runsWithTheCounter() {
        assertThat(clock.nowNanos()).isEqualTo(1_000_000_000L);
        pass(123);
        assertThat(clock.nowNanos()).isEqualTo(1_000_000_123L);
    }

    @Test
    void ignoresAWallClockThatIsSetBack() {
        wallMillis.addAndGet(-900);
        pass(5_000_000);
        assertThat(clock.nowNanos()).isEqualTo(1_005_000_000L);
    }

    @Test
    void followsAWallClockThatIsFarAhead() {
        wallMillis.addAndGet(3_600_000);
        assertThat(clock.nowNanos()).isEqualTo(3_601_000_000_000L);
        pass(10_000_000);
        assertThat(clock.nowNanos()).isEqualTo(3_601_010_000_000L);
        wallMillis.addAndGet(-3_600_000);
        assertThat(clock.nowNanos()).isEqualTo(3_601_010_000_000L);
    }

    @Test
    void theMachinesOwnNeverGoesBack() {
        SystemClock system = new SystemClock();
        long last = system.nowNanos();
        for (int i = 0; i < 10_000; i++) {
            long now = system.nowNanos();
            assertThat(now).isGreaterThanOrEqualTo(last);
            last = now;
        }
    }
}
