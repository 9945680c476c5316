package dev.tradewind.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.kernel.Rng;
import org.junit.jupiter.api.Test;

class TimeWindowTest {

    @Test
    void zoomingKeepsWhatIsUnderThePointer() {
        long seed = 11;
        Rng rng = new Rng(seed);
        for (int i = 0; i < 2_000; i++) {
            TimeWindow window = new TimeWindow((rng.nextDouble() - 0.5) * 1e6, 0.001 + rng.nextDouble() * 40);
            double x = rng.nextDouble() * 1_400;
            TimeWindow zoomed = window.zoomAt(x, 0.2 + rng.nextDouble() * 4, 0.0005);
            assertThat(zoomed.row(x)).as("seed %d, turn %d", seed, i).isCloseTo(window.row(x), within(1e-4));
        }
    }

    @Test
    void rowsAndPixelsAreEachOthersInverse() {
        TimeWindow window = new TimeWindow(17.25, 6.5);
        assertThat(window.row(window.x(400))).isCloseTo(400, within(1e-9));
        assertThat(window.centre(20) - window.x(20)).isCloseTo(3.25, within(1e-9));
    }

    @Test
    void fittingShowsEveryRowAndLeavesTheFreeRoomAtTheRight() {
        TimeWindow window = TimeWindow.fit(1_000_000, 1_330, 170);
        assertThat(window.x(0)).isCloseTo(0, within(1e-6));
        assertThat(window.x(1_000_000)).isCloseTo(1_160, within(1e-6));
    }

    @Test
    void aBarNeverGrowsBeyondItsLargestWidth() {
        assertThat(new TimeWindow(0, 50).zoomAt(0, 10, 1).barWidth()).isEqualTo(TimeWindow.MAX_BAR);
        assertThat(TimeWindow.fit(3, 1_330, 170).barWidth()).isEqualTo(TimeWindow.MAX_BAR);
    }

    @Test
    void panningCannotLoseTheCandles() {
        TimeWindow lost = new TimeWindow(0, 5).pan(1e9).within(500, 1_000);
        assertThat(lost.x(0)).isLessThan(1_000);
        TimeWindow gone = new TimeWindow(0, 5).pan(-1e9).within(500, 1_000);
        assertThat(gone.x(500)).isGreaterThan(0);
    }

    @Test
    void aWindowWithoutWidthIsRefused() {
        assertThatThrownBy(() -> new TimeWindow(0, 0)).hasMessageContaining("positive bar width");
    }
}
