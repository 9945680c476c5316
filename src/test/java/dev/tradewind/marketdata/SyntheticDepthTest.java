package dev.tradewind.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.Side;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.DepthView.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SyntheticDepthTest {

    private static final SyntheticDepth DEPTH = new SyntheticDepth(7);

    @Test
    void equalQuestionsHaveEqualAnswersAndSeedsTellApart() {
        DepthView view = DEPTH.around(80_000, null, 500, 1_000_000, 10, 20);
        assertThat(new SyntheticDepth(7).around(80_000, null, 500, 1_000_000, 10, 20)).isEqualTo(view);
        assertThat(new SyntheticDepth(8).around(80_000, null, 500, 1_000_000, 10, 20)).isNotEqualTo(view);
        assertThat(view.label()).isEqualTo("synthetic depth");
    }

    @Test
    void everyBookIsWellFormed() {
        long seed = 31;
        Rng rng = new Rng(seed);
        for (int round = 0; round < 3000; round++) {
            long last = 1 + rng.nextInt(round % 2 == 0 ? 200 : 100_000_000);
            Side side = List.of(Side.BUY, Side.SELL).get(rng.nextInt(2));
            long step = 1 + rng.nextInt(200);
            DepthView view = DEPTH.around(last, side, rng.nextInt(100_000), 1 + rng.nextInt(1_000_000), step, 25);
            String when = "seed " + seed + ", round " + round + ": " + last + " " + side + " " + step;
            assertThat(view.spreadTicks()).as(when).isPositive();
            List<Level> touched = side == Side.SELL || last == 1 ? view.bids() : view.asks();
            assertThat(touched.getFirst().priceTicks()).as(when).isEqualTo(last);
            assertThat(view.asks()).as(when).hasSize(25);
            checkSide(view.bids(), -step, when);
            checkSide(view.asks(), step, when);
            assertThat(view.imbalance()).as(when).isBetween(-1.0, 1.0);
        }
    }

    private static void checkSide(List<Level> levels, long step, String when) {
        long cumulative = 0;
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            cumulative += level.lots();
            assertThat(level.lots()).as(when).isPositive();
            assertThat(level.priceTicks()).as(when).isPositive();
            assertThat(level.cumulativeLots()).as(when).isEqualTo(cumulative);
            if (i > 0) {
                long apart = level.priceTicks() - levels.get(i - 1).priceTicks();
                assertThat(level.priceTicks() % step).as(when).isZero();
                assertThat(apart * Long.signum(step)).as(when).isBetween(1L, Math.abs(step));
                assertThat(i == 1 || apart == step).as(when).isTrue();
            }
        }
    }

    @Test
    void fewLevelsChangeFromOneTradeToTheNext() {
        long changed = 0;
        long rows = 0;
        List<Level> before = DEPTH.around(80_000, Side.SELL, 0, 1_000_000, 10, 20).bids();
        for (int trade = 1; trade <= 640; trade++) {
            List<Level> after = DEPTH.around(80_000, Side.SELL, trade, 1_100_000, 10, 20).bids();
            for (int i = 0; i < 20; i++) {
                changed += before.get(i).lots() == after.get(i).lots() ? 0 : 1;
                rows++;
            }
            before = after;
        }
        assertThat(changed * 64).isEqualTo(rows);
    }

    @Test
    void aSmallMoveKeepsMostLevels() {
        Set<Long> before = sizes(DEPTH.around(80_000, Side.SELL, 100, 1_000_000, 10, 30).bids());
        Set<Long> after = sizes(DEPTH.around(79_990, Side.SELL, 100, 1_000_000, 10, 30).bids());
        after.retainAll(before);
        assertThat(after).hasSizeGreaterThanOrEqualTo(24);
    }

    private static Set<Long> sizes(List<Level> levels) {
        Set<Long> sizes = new HashSet<>();
        levels.forEach(level -> sizes.add(level.lots()));
        return sizes;
    }

    @Test
    void sizesAreOfTheOrderOfTradesAndGrowWithDistance() {
        double near = 0;
        double far = 0;
        for (int trade = 0; trade < 6400; trade += 64) {
            DepthView view = DEPTH.around(80_000, Side.BUY, trade, 1L << 20, 5, 20);
            near += view.asks().getFirst().lots() / 100.0;
            far += view.asks().getLast().lots() / 100.0;
        }
        assertThat(near).isBetween(1.4 * (1 << 20), 2.8 * (1 << 20));
        assertThat(far).isGreaterThan(1.5 * near);
    }

    @Test
    void stepsSuitThePrice() {
        assertThat(SyntheticDepth.naturalStepTicks(1)).isEqualTo(1);
        assertThat(SyntheticDepth.naturalStepTicks(80_000)).isEqualTo(5);
        assertThat(SyntheticDepth.naturalStepTicks(116_300)).isEqualTo(10);
        assertThat(SyntheticDepth.naturalStepTicks(6_000_000)).isEqualTo(500);
    }

    @Test
    void refusesWhatMakesNoBook() {
        assertThatThrownBy(() -> DEPTH.around(0, null, 0, 1, 1, 1)).hasMessage("last price 0 must be positive");
        assertThatThrownBy(() -> DEPTH.around(1, null, 0, 0, 1, 1)).hasMessage("mean trade size 0 must be positive");
        assertThatThrownBy(() -> DEPTH.around(1, null, 0, 1, 0, 1)).hasMessage("step 0 must be positive");
        assertThatThrownBy(() -> DEPTH.around(1, null, 0, 1, 1, 1001)).hasMessage("levels 1001 is outside 1 to 1000");
        assertThat(DepthView.empty("x").spreadTicks()).isZero();
        assertThat(DepthView.empty("x").imbalance()).isZero();
    }
}
