package dev.tradewind.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.kernel.Rng;
import org.junit.jupiter.api.Test;

class PriceScaleTest {

    @Test
    void pricesAndPixelsAreEachOthersInverseOnBothScales() {
        long seed = 5;
        Rng rng = new Rng(seed);
        for (int i = 0; i < 1_000; i++) {
            double low = 1 + rng.nextDouble() * 1e6;
            PriceScale scale = new PriceScale(low, low * (1.01 + rng.nextDouble()), 30, 600, i % 2 == 0);
            double ticks = low * (1 + rng.nextDouble());
            assertThat(scale.ticks(scale.y(ticks))).as("seed %d, turn %d", seed, i).isCloseTo(ticks, within(1e-3));
        }
    }

    @Test
    void theRangeFillsThePixels() {
        PriceScale scale = new PriceScale(100, 200, 10, 110, false);
        assertThat(scale.y(200)).isEqualTo(10);
        assertThat(scale.y(100)).isEqualTo(110);
        assertThat(scale.y(150)).isEqualTo(60);
    }

    @Test
    void onALogarithmicScaleEqualRatiosTakeEqualPixels() {
        PriceScale scale = new PriceScale(100, 400, 0, 100, true);
        assertThat(scale.y(200)).isCloseTo(50, within(1e-9));
    }

    @Test
    void panningMovesAPriceByThePixelsDragged() {
        PriceScale scale = new PriceScale(100, 200, 0, 100, false);
        assertThat(scale.pan(25).y(150)).isCloseTo(scale.y(150) + 25, within(1e-9));
    }

    @Test
    void stepsAreRound() {
        assertThat(new double[] {
                    PriceScale.roundStep(0.011), PriceScale.roundStep(1), PriceScale.roundStep(1.3),
                    PriceScale.roundStep(21), PriceScale.roundStep(430), PriceScale.roundStep(6_000)
                })
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(0.02, 1, 2, 25, 500, 10_000);
    }

    @Test
    void anEmptyRangeIsRefused() {
        assertThatThrownBy(() -> new PriceScale(5, 5, 0, 10, false)).hasMessageContaining("no scale from 5.0 to 5.0");
    }
}
