package dev.tradewind.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.kernel.Rng;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The deepest fall, told cheaply on most marks, against the plain rule on every mark. */
class DrawdownTest {

    private static final int MARKS = 20_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void equalsThePlainRuleOnEveryMark(long seed) {
        Rng random = new Rng(seed);
        EquityCurve curve = new EquityCurve();
        long equity = 10_000_000_000_000L;
        long peak = Long.MIN_VALUE;
        double deepest = 0;
        for (int mark = 0; mark < MARKS; mark++) {
            equity += (random.nextLong() >> 24) % 40_000_000_000L;
            equity = Math.max(1, equity);
            curve.add(mark, equity);
            peak = Math.max(peak, equity);
            deepest = Math.max(deepest, (double) (peak - equity) / peak);

            assertThat(curve.maxDrawdown()).as("seed %d, mark %d", seed, mark).isEqualTo(deepest);
        }
        assertThat(deepest).isPositive();
    }
}
