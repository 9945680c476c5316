package dev.tradewind.ui.screen.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.kernel.Rng;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What many short deals held at once: those that follow each other are not added up. */
class ExposureTest {

    private static final long FROM = 1_000;
    private static final long LENGTH = 48_000;

    private static ClosedTrade deal(long open, long close, double invested) {
        return new ClosedTrade(1, "A", open, close, true, 2, 1, invested, 1, 1, 0, 0, 0, 0, 0, 0, "grid level");
    }

    @Test
    void dealsOneAfterAnotherWithinAStretchAreNotHeldTogether() {
        double[] most = Exposure.most(
                List.of(deal(FROM, FROM + 10, 5), deal(FROM + 20, FROM + 30, 7), deal(FROM + 25, FROM + 250, 2)), FROM, LENGTH);

        assertThat(most[0]).isEqualTo(9);
        assertThat(most[1]).isEqualTo(2);
        assertThat(most[2]).isEqualTo(2);
        assertThat(most[3]).isZero();
    }

    @Test
    void agreesWithAskingEveryDealAtEveryInstant() {
        for (int seed = 1; seed <= 40; seed++) {
            Rng rng = new Rng(seed);
            List<ClosedTrade> deals = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                long open = FROM + rng.nextInt((int) LENGTH);
                long close = Math.min(FROM + LENGTH, open + rng.nextInt(rng.nextInt(10) == 0 ? 9_000 : 90));
                deals.add(deal(open, close, 1 + rng.nextInt(100)));
            }
            double[] most = Exposure.most(deals, FROM, LENGTH);
            for (int stretch = 0; stretch < most.length; stretch++) {
                assertThat(most[stretch]).as("seed %d stretch %d", seed, stretch)
                        .isCloseTo(naive(deals, stretch, most.length), within(1e-9));
            }
        }
    }

    private static double naive(List<ClosedTrade> deals, int stretch, int stretches) {
        double most = deals.stream()
                .filter(deal -> at(deal.openNanos(), stretches) < stretch && at(deal.closeNanos(), stretches) >= stretch)
                .mapToDouble(ClosedTrade::invested)
                .sum();
        for (ClosedTrade now : deals) {
            if (at(now.openNanos(), stretches) == stretch) {
                most = Math.max(most, deals.stream()
                        .filter(deal -> deal.openNanos() <= now.openNanos() && deal.closeNanos() >= now.openNanos())
                        .mapToDouble(ClosedTrade::invested)
                        .sum());
            }
        }
        return most;
    }

    private static int at(long nanos, int stretches) {
        return (int) Math.min(stretches - 1, (nanos - FROM) * stretches / LENGTH);
    }
}
