package dev.tradewind.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.tradewind.kernel.Rng;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {

    private static long at(String time) {
        return Instant.parse(time).getEpochSecond() * 1_000_000_000L;
    }

    private static List<String> labels(String from, String to, int most) {
        return Ticks.times(at(from), at(to), most).stream()
                .map(tick -> tick.strong() ? tick.label().toUpperCase() : tick.label())
                .toList();
    }

    @Test
    void countsInOnesTwosAndFives() {
        assertThat(Ticks.numbers(9_870, 11_480, 5)).containsExactly(10_000.0, 10_500.0, 11_000.0);
        assertThat(Ticks.numbers(-0.5, 1, 3)).containsExactly(-0.5, 0.0, 0.5, 1.0);
        assertThat(Ticks.decimals(0.25)).isEqualTo(2);
        assertThat(Ticks.decimals(500)).isZero();
        assertThat(Ticks.decimals(0.001)).isEqualTo(3);
    }

    @Test
    void staysWithinTheRangeAndNeverCrowds() {
        for (long seed = 1; seed <= 500; seed++) {
            Rng rng = new Rng(seed);
            double low = (rng.nextDouble() - 0.5) * Math.pow(10, rng.nextInt(8) - 2);
            double high = low + (rng.nextDouble() + 1e-6) * Math.pow(10, rng.nextInt(8) - 3);
            int most = 2 + rng.nextInt(9);

            List<Double> ticks = Ticks.numbers(low, high, most);

            double slack = (high - low) * 1e-6;
            assertThat(ticks).as("seed %d", seed).hasSizeLessThanOrEqualTo(most + 1)
                    .allSatisfy(tick -> assertThat(tick).isBetween(low - slack, high + slack));
            for (int i = 1; i < ticks.size(); i++) {
                assertThat(ticks.get(i) - ticks.get(i - 1)).isCloseTo(Ticks.step(low, high, most), offset(slack));
            }
        }
    }

    @Test
    void namesTimesByWhatChanges() {
        assertThat(labels("2023-01-01T00:00:00Z", "2024-07-01T00:00:00Z", 10))
                .containsExactly("2023", "Mar", "May", "Jul", "Sep", "Nov", "2024", "Mar", "May", "Jul");
        assertThat(labels("2024-08-05T05:30:00Z", "2024-08-06T11:00:00Z", 6))
                .containsExactly("06:00", "12:00", "18:00", "6 AUG", "06:00");
        assertThat(labels("2023-12-30T00:00:00Z", "2024-01-03T12:00:00Z", 5))
                .containsExactly("30 Dec", "31 Dec", "1 JAN", "2 Jan", "3 Jan");
        assertThat(labels("2009-01-03T00:00:00Z", "2024-01-01T00:00:00Z", 5))
                .containsExactly("2010", "2015", "2020");
    }
}
