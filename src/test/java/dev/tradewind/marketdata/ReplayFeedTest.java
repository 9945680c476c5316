package dev.tradewind.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.TradeEvent;
import dev.tradewind.kernel.ReplayClock;
import dev.tradewind.kernel.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayFeedTest {

    private final VirtualClock driving = new VirtualClock(0);
    private final ReplayClock clock = new ReplayClock(driving, 100, 10);
    private final ReplayFeed feed = new ReplayFeed(
            new TradeFeed(
                    0,
                    TradeColumns.of(
                            5,
                            new long[] {100, 200, 200, 200, 300},
                            new long[] {1, 2, 3, 4, 5},
                            new long[] {1, 1, 1, 1, 1})),
            clock);

    /** Prices of the events that are due now, as the driver takes them. */
    private List<Long> take() {
        List<Long> prices = new ArrayList<>();
        long now = clock.nowNanos();
        while (feed.advance(now)) {
            prices.add(((TradeEvent) feed.current()).priceTicks());
        }
        return prices;
    }

    @Test
    void playsWhatIsDue() {
        assertThat(take()).containsExactly(1L);
        driving.advanceTo(10);
        assertThat(take()).containsExactly(2L, 3L, 4L);
        assertThat(feed.position()).isEqualTo(4);
        assertThat(feed.ended()).isFalse();
        driving.advanceTo(20);
        assertThat(take()).containsExactly(5L);
        assertThat(feed.ended()).isTrue();
        assertThat(feed.exhausted()).isTrue();
    }

    @Test
    void aStepPlaysOneEventEvenAmongEqualTimes() {
        take();
        feed.step();
        assertThat(take()).containsExactly(2L);
        assertThat(clock.nowNanos()).isEqualTo(200);
        assertThat(take()).isEmpty();
        feed.step();
        feed.step();
        assertThat(take()).containsExactly(3L, 4L);
        assertThat(feed.paused()).isTrue();
        feed.step();
        assertThat(take()).containsExactly(5L);
        feed.step();
        assertThat(take()).isEmpty();
    }

    @Test
    void afterAStepTheReplayGoesOnWithWhatIsLeft() {
        take();
        feed.step();
        take();
        feed.resume();
        assertThat(take()).containsExactly(3L, 4L);
    }

    @Test
    void pauseAndJump() {
        take();
        feed.pause();
        driving.advanceTo(1000);
        assertThat(take()).isEmpty();
        feed.jumpTo(250);
        assertThat(take()).containsExactly(2L, 3L, 4L);
        assertThat(feed.paused()).isTrue();
        assertThatThrownBy(() -> feed.jumpTo(10)).isInstanceOf(IllegalArgumentException.class);
        feed.setSpeed(50);
        assertThat(feed.speed()).isEqualTo(50);
        feed.resume();
        driving.advanceTo(1001);
        assertThat(take()).containsExactly(5L);
    }
}
