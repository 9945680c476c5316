package dev.tradewind.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayClockTest {

    private static final long SECOND = 1_000_000_000L;

    private final VirtualClock driving = new VirtualClock(5 * SECOND);
    private final ReplayClock clock = new ReplayClock(driving, 1000 * SECOND, 60);

    private void pass(long nanos) {
        driving.advanceTo(driving.nowNanos() + nanos);
    }

    @Test
    void runsAtItsSpeed() {
        assertThat(clock.nowNanos()).isEqualTo(1000 * SECOND);
        pass(2 * SECOND);
        assertThat(clock.nowNanos()).isEqualTo(1120 * SECOND);
    }

    @Test
    void keepsItsPlaceWhenTheSpeedChanges() {
        pass(SECOND);
        clock.setSpeed(10_000);
        assertThat(clock.nowNanos()).isEqualTo(1060 * SECOND);
        pass(SECOND);
        assertThat(clock.nowNanos()).isEqualTo(11_060 * SECOND);
        clock.setSpeed(1);
        pass(SECOND);
        assertThat(clock.nowNanos()).isEqualTo(11_061 * SECOND);
        assertThat(clock.speed()).isEqualTo(1);
    }

    @Test
    void standsWhilePaused() {
        pass(SECOND);
        clock.pause();
        pass(SECOND);
        assertThat(clock.paused()).isTrue();
        assertThat(clock.nowNanos()).isEqualTo(1060 * SECOND);
        clock.setSpeed(2);
        pass(SECOND);
        clock.resume();
        assertThat(clock.nowNanos()).isEqualTo(1060 * SECOND);
        pass(SECOND);
        assertThat(clock.nowNanos()).isEqualTo(1062 * SECOND);
    }

    @Test
    void jumpsForwardOnly() {
        clock.jumpTo(2000 * SECOND);
        pass(SECOND);
        assertThat(clock.nowNanos()).isEqualTo(2060 * SECOND);
        assertThatThrownBy(() -> clock.jumpTo(1999 * SECOND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot go back to 1970-01-01T00:33:19Z: the replay is at 1970-01-01T00:34:20Z and only goes"
                        + " forward");
        clock.pause();
        clock.jumpTo(3000 * SECOND);
        pass(SECOND);
        assertThat(clock.nowNanos()).isEqualTo(3000 * SECOND);
    }

    @Test
    void aStepPausesAtTheNextEvent() {
        clock.stepTo(1500 * SECOND);
        pass(SECOND);
        assertThat(clock.paused()).isTrue();
        assertThat(clock.nowNanos()).isEqualTo(1500 * SECOND);
        clock.stepTo(1400 * SECOND);
        assertThat(clock.nowNanos()).as("an event that is due already moves nothing").isEqualTo(1500 * SECOND);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.99, 10_000.1, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesSpeedsOutsideItsRange(double speed) {
        assertThatThrownBy(() -> clock.setSpeed(speed)).hasMessage("speed " + speed + " is outside 1 to 10000");
        assertThatThrownBy(() -> new ReplayClock(driving, 0, speed))
                .hasMessage("speed " + speed + " is outside 1 to 10000");
    }

    @Test
    void neverGoesBackWhateverIsDone() {
        long seed = 99;
        Rng rng = new Rng(seed);
        long last = clock.nowNanos();
        for (int round = 0; round < 5000; round++) {
            pass(rng.nextInt(1_000_000));
            switch (rng.nextInt(5)) {
                case 0 -> clock.pause();
                case 1 -> clock.resume();
                case 2 -> clock.setSpeed(1 + rng.nextInt(9_999) + rng.nextDouble());
                case 3 -> clock.stepTo(last + rng.nextInt(1000) - 500);
                default -> clock.jumpTo(clock.nowNanos() + rng.nextInt(1000));
            }
            long now = clock.nowNanos();
            assertThat(now).as("seed " + seed + ", round " + round).isGreaterThanOrEqualTo(last);
            last = now;
        }
    }
}
