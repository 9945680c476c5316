package dev.tradewind.bot.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.bot.Deal;
import dev.tradewind.bot.type.NaiveGrid.Plan;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.kernel.Rng;
import dev.tradewind.risk.RiskLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/** Grid profit is the sum of the completed pairs to the last atom, whatever the fees and however the grid moves. */
class GridProfitTest {

    private static final int CAPITAL = 10_000;

    @Test
    void isTheSumOfCompletedPairsAndNoLevelIsEverMissing() {
        Instrument instrument = Instruments.of("0.01", "0.0001");
        int pairs = 0;
        for (long seed = 1; seed <= 40; seed++) {
            Rng rng = new Rng(seed);
            boolean trails = rng.nextInt(2) == 0;
            Plan plan = new Plan(
                    95, 105, 8 + rng.nextInt(6), rng.nextInt(2) == 0, rng.nextInt(2) * 5, false, 80, rng.nextInt(3) * 50,
                    trails, trails, trails ? 0 : 110, 0);
            FeeAsset asset = rng.nextInt(2) == 0 ? FeeAsset.QUOTE : FeeAsset.BASE;
            NaiveGrid naive = new NaiveGrid(
                    plan, instrument.tickSize(), instrument.lotSize(), 0.1, asset == FeeAsset.BASE,
                    BigDecimal.valueOf(CAPITAL));
            BotSession session = started(instrument, plan, asset);
            double price = 100;
            for (int i = 0; i < 120; i++) {
                price *= 1 + 0.006 * rng.nextGaussian();
                double rounded = Math.round(price * 100) / 100.0;
                double quantity = (1 + rng.nextInt(300_000)) / 10_000.0;
                session.trade(rounded, quantity).pass(0);
                naive.trade(BigDecimal.valueOf(rounded), BigDecimal.valueOf(quantity));
                assertAccounted(session.bot(), "seed " + seed + " trade " + i);
            }
            BotRow bot = session.bot();
            long sum = bot.deals().stream().mapToLong(Deal::resultAtoms).sum();
            assertTrue(bot.dealsClosed() < GridTally.REMEMBERED, "seed " + seed);
            assertEquals(naive.pairs, bot.dealsClosed(), "seed " + seed + " " + plan);
            assertEquals(
                    naive.earned.setScale(10, RoundingMode.UNNECESSARY), BigDecimal.valueOf(sum, 10), "seed " + seed + " " + plan);
            String shown = naive.earned.setScale(2, RoundingMode.FLOOR).toPlainString();
            assertTrue(bot.phase().contains("grid profit " + shown), bot.phase());
            pairs += bot.dealsClosed();
        }
        assertTrue(pairs > 300, pairs + " pairs");
    }

    private static BotSession started(Instrument instrument, Plan plan, FeeAsset asset) {
        return new BotSession(instrument, 0.1, asset, RiskLimits.NONE, 0)
                .with("lower", "95", "upper", "105", "levels", Integer.toString(plan.levels()),
                        "spacing", plan.geometric() ? "geometric" : "arithmetic",
                        "liveLevels", Integer.toString(plan.live()), "investment", Double.toString(plan.share()),
                        "reinvest", Double.toString(plan.reinvest()),
                        "trailingUp", Boolean.toString(plan.trailUp()), "trailingDown", Boolean.toString(plan.trailDown()),
                        "expandUp", Double.toString(plan.expandUp()))
                .start("grid", CAPITAL);
    }

    private static void assertAccounted(BotRow bot, String what) {
        int at = bot.phase().indexOf("; ");
        if (at > 0) {
            String[] counts = bot.phase().substring(at + 2).split("[/ ]");
            assertEquals(counts[1], counts[0], () -> what + ": " + bot.phase());
        }
    }
}
