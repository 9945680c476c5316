package dev.tradewind.bot.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.bot.PlanTerms;
import dev.tradewind.bot.RiskSheet;
import dev.tradewind.bot.RiskSheet.Level;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Golden values from design/trading.md §2: L=90 U=110 N=20 f=0.1 % I=1000 P=100.3. */
class GridPlannerTest {

    private static final FeeRate FEE = new FeeRate(100_000);
    private static final long THOUSAND = 1_000_0000000000L;

    private static Map<String, String> params(String... pairs) {
        Map<String, String> values = new HashMap<>(Map.of("lower", "90", "upper", "110", "levels", "20"));
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return values;
    }

    private static GridPlan ideal(FeeAsset asset, String... pairs) {
        PlanTerms terms = PlanTerms.ideal(new BigDecimal("100.3"), FEE);
        return new GridPlan(
                new GridSettings(GridBot.TYPE.params(params(pairs))),
                new PlanTerms(terms.instrument(), terms.priceTicks(), FEE, FEE, asset, THOUSAND, 0, false));
    }

    private static RiskSheet sheet(long capitalAtoms, String... pairs) {
        PlanTerms terms = new PlanTerms(Instruments.strict(), 10_030, FEE, FEE, FeeAsset.QUOTE, capitalAtoms, 0);
        return GridBot.TYPE.planner().plan(GridBot.TYPE.params(params(pairs)), terms);
    }

    @Test
    void earnsPerLevelWhatTheFormulasSay() {
        GridPlan plan = ideal(FeeAsset.QUOTE);
        assertEquals(1, plan.levels.step().doubleValue(), 1e-12);
        assertEquals(0.0091, plan.profit(0).doubleValue(), 5e-7);
        assertEquals(0.007165, plan.profit(19).doubleValue(), 5e-7);
        assertEquals(19, plan.leanest());
        GridPlan geometric = ideal(FeeAsset.QUOTE, "spacing", "geometric");
        assertEquals(1.010084, geometric.levels.step().doubleValue(), 5e-7);
        assertEquals(0.008074, geometric.profit(7).doubleValue(), 5e-7);
        assertEquals(0.008065, ideal(FeeAsset.BASE, "spacing", "geometric").profit(7).doubleValue(), 5e-7);
    }

    @Test
    void spreadsTheInvestmentFeesIncluded() {
        GridPlan plan = ideal(FeeAsset.QUOTE);
        assertEquals(10, plan.nearest);
        assertEquals(0.51283419, plan.quantities[0].doubleValue(), 5e-9);
        assertEquals(5.1283419, plan.startQuantity().doubleValue(), 5e-8);
        assertEquals(484.6283, plan.buyVolume().doubleValue(), 5e-5);
        assertEquals(1000, plan.capital().doubleValue(), 1e-9);
        GridPlan base = ideal(FeeAsset.BASE);
        assertEquals(0.51308258, base.quantities[0].doubleValue(), 5e-9);
        assertEquals(5.13596175, base.startQuantity().doubleValue(), 5e-9);
        assertEquals(484.8630, base.buyVolume().doubleValue(), 5e-5);
        assertEquals(1000, base.capital().doubleValue(), 1e-9);
    }

    @Test
    void keepsTheInvestmentWhateverTheShape() {
        for (String shape : new String[] {"mountain", "valley", "slope"}) {
            GridPlan plan = ideal(FeeAsset.QUOTE, "shape", shape);
            assertEquals(1000, plan.capital().doubleValue(), 1e-9, shape);
        }
        GridPlan slope = ideal(FeeAsset.QUOTE, "shape", "slope");
        assertEquals(2, slope.quantities[0].doubleValue() / slope.quantities[19].doubleValue(), 1e-9);
    }

    @Test
    void judgesEveryOrder() {
        RiskSheet sheet = sheet(THOUSAND);
        assertEquals(0, sheet.blocking(), sheet::toString);
        assertEquals(21, sheet.lines().size());
        assertEquals("Start", sheet.lines().getFirst().label());
        assertEquals(5.128, sheet.lines().getFirst().quantity(), 1e-9);
        assertTrue(sheet.capitalAtoms() <= THOUSAND);
    }

    @Test
    void blocksAGridThatEarnsNothing() {
        RiskSheet sheet = sheet(10 * THOUSAND, "levels", "150");
        assertEquals(Level.BLOCK, sheet.checks().getFirst().level());
        RiskSheet.Mend mend = sheet.checks().getFirst().mends().getFirst();
        Map<String, String> mended = params();
        mended.putAll(mend.changes());
        RiskSheet better = sheet(10 * THOUSAND, "levels", mended.get("levels"));
        assertEquals(0, better.blocking(), better::toString);
        GridPlan plan = ideal(FeeAsset.QUOTE, "levels", "150");
        assertEquals("levels", assertThrows(ParamException.class, plan::refuseLosses).parameter());
    }

    @Test
    void blocksOrdersBelowTheMinimumAndTooManySlots() {
        RiskSheet small = sheet(THOUSAND / 20);
        assertTrue(small.blocking() > 0);
        assertEquals("MIN_NOTIONAL", small.lines().getLast().verdict().rule());
        PlanTerms terms = new PlanTerms(Instruments.strict(), 10_030, FEE, FEE, FeeAsset.QUOTE, THOUSAND, 190);
        RiskSheet crowded = GridBot.TYPE.planner().plan(GridBot.TYPE.params(params()), terms);
        assertEquals(1, crowded.blocking());
        assertEquals(
                Map.of("liveLevels", "10"), crowded.checks().get(3).mends().getFirst().changes());
    }
}
