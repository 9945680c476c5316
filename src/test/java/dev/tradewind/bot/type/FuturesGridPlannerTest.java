package dev.tradewind.bot.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.bot.PlanTerms;
import dev.tradewind.bot.RiskSheet;
import dev.tradewind.bot.RiskSheet.Check;
import dev.tradewind.bot.RiskSheet.Level;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FuturesGridPlannerTest {

    private static final FeeRate FEE = new FeeRate(40_000);

    private static Map<String, String> values(String... pairs) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return values;
    }

    private static FuturesGridPlan ideal(String price, FeeRate fee, String... pairs) {
        return new FuturesGridPlan(
                FuturesGridSettings.of(FuturesGridBot.TYPE.params(values(pairs))), PlanTerms.ideal(new BigDecimal(price), fee));
    }

    private static RiskSheet sheet(Map<String, String> values) {
        PlanTerms terms = new PlanTerms(
                Instruments.perpetual(), 100_000, FEE, FEE, FeeAsset.QUOTE, 10_000_0000000000L, 0);
        return FuturesGridBot.TYPE.planner().plan(FuturesGridBot.TYPE.params(values), terms);
    }

    private static Check check(RiskSheet sheet, String label) {
        return sheet.checks().stream().filter(c -> c.label().equals(label)).findFirst().orElseThrow();
    }

    /** design/trading.md §4: EP=20,000 Q=1 10× MMR 0.4 %: long 18,072.2892, short 21,912.3506. */
    @Test
    void liquidatesAOneLevelGridWhereTheGoldenValuesSay() {
        FuturesGridPlan buys = ideal(
                "20200", FeeRate.ZERO, "lower", "20000", "upper", "20200", "levels", "1", "leverage", "10", "sizing", "base",
                "levelSize", "1");
        assertEquals(18_072.2892, buys.liquidation(buys.worst(true)).doubleValue(), 5e-5);
        assertEquals(0, buys.worst(false).quantity().signum());
        FuturesGridPlan sells = ideal(
                "19800", FeeRate.ZERO, "lower", "19800", "upper", "20000", "levels", "1", "leverage", "10", "sizing", "base",
                "levelSize", "1");
        assertEquals(21_912.3506, sells.liquidation(sells.worst(false)).doubleValue(), 5e-5);
    }

    private static FuturesGridPlan funded(String... pairs) {
        PlanTerms ideal = PlanTerms.ideal(new BigDecimal("100"), FEE);
        Map<String, String> values = values("lower", "90", "upper", "110", "levels", "4", "leverage", "2", "investment", "100");
        values.putAll(values(pairs));
        return new FuturesGridPlan(
                FuturesGridSettings.of(FuturesGridBot.TYPE.params(values)),
                new PlanTerms(
                        ideal.instrument(), ideal.priceTicks(), FEE, FEE, FeeAsset.QUOTE, 1_000_0000000000L, 0, false));
    }

    /**
     * By hand: L=90 U=110 N=4 at 100 opens at 90, 95 (buys) and 105, 110 (sells); 2×, f = 0.04 %. With both buys open, their
     * average drawn to 90: 185·(1+f) − 2·90/2, and sells rest at 95, 100, 105, 110, each of which needs margin: 410·(1/2+f).
     * With both sells open, at 110: 2·110·3/2 − 215·(1−f), and buys rest at 90, 95, 100, 105: 390·(1/2+f). The latter is more:
     * 330 − 214.914 + 195.156 = 310.242, against 95.074 + 205.164 = 300.238.
     */
    @Test
    void aNeutralGridKeepsMarginForItsExitsAndWhatItCanLose() {
        FuturesGridPlan plan = funded();
        assertEquals(1_000 / 310.242, plan.quantities[0].doubleValue(), 1e-9);
        assertEquals(1_000, plan.capital().doubleValue(), 1e-9);
        assertEquals(0, plan.startQuantity().signum());
        assertEquals(1_000 / 310.242, funded("marginMode", "cross").quantities[0].doubleValue(), 1e-9);
    }

    /**
     * By hand, the same grid long: 200 at the market and 185 by buys, 4 units whose average may come down to 90; its exits only
     * close. Isolated 385·(1+f) − 4·90/2 = 205.154; with cross margin the loss down to 90 counts in full, and the margin is
     * that of the dearest they can have been bought at, the top one again at 105: 385·(1+f) − 360 + 390/2 = 220.154. Short: 200 and 215 against 110: 4·110·3/2 − 415·(1−f).
     */
    @Test
    void aLongAndAShortGridKeepMarginForWhatTheyCanLose() {
        assertEquals(1_000 / 205.154, funded("direction", "long").quantities[0].doubleValue(), 1e-9);
        assertEquals(
                1_000 / 220.154, funded("direction", "long", "marginMode", "cross").quantities[0].doubleValue(), 1e-9);
        assertEquals(1_000 / 245.166, funded("direction", "short").quantities[0].doubleValue(), 1e-9);
        assertEquals(
                1_000 / (385 * 1.0004), funded("direction", "long", "leverage", "1").quantities[0].doubleValue(), 1e-9);
    }

    /** A long grid that was sold out above buys all of it back at the levels' feet: dearer than its first order did. */
    @Test
    void theWorstLongStateBuysBackAboveItsStart() {
        FuturesGridPlan plan = ideal(
                "100", FeeRate.ZERO, "lower", "90", "upper", "110", "levels", "4", "direction", "long", "sizing", "base",
                "levelSize", "1");
        assertEquals(2, plan.startQuantity().doubleValue(), 1e-12);
        assertEquals(90 + 95 + 100 + 105, plan.worst(true).notional().doubleValue(), 1e-9);
        assertEquals(0, plan.worst(false).quantity().signum());
    }

    @Test
    void blocksWhereTheWorstStateIsLiquidatedInsideTheRangeAndMendsIt() {
        Map<String, String> values = values("direction", "long", "leverage", "10");
        Check check = check(sheet(values), "Liquidation");
        assertEquals(Level.BLOCK, check.level(), check::toString);
        values.putAll(check.mends().getFirst().changes());
        assertEquals(0, sheet(values).blocking(), () -> sheet(values).toString());
        assertEquals(Level.PASS, check(sheet(values), "Liquidation").level());
        assertEquals("leverage", assertThrows(ParamException.class, () -> ideal(
                        "1000", FeeRate.ZERO, "direction", "long", "leverage", "10", "sizing", "base", "levelSize", "1")
                .refuseRuin()).parameter());
    }

    @Test
    void blocksSpotPairsLeverageAndTooLittleMargin() {
        RiskSheet spot = FuturesGridBot.TYPE.planner().plan(
                FuturesGridBot.TYPE.params(Map.of()),
                new PlanTerms(Instruments.strict(), 100_000, FEE, FEE, FeeAsset.QUOTE, 10_000_0000000000L, 0));
        assertEquals(Level.BLOCK, check(spot, "Market").level());
        RiskSheet geared = sheet(values("lower", "999", "upper", "1001", "levels", "2", "leverage", "125", "sizing", "quote",
                "levelSize", "60000"));
        assertEquals(Level.BLOCK, check(geared, "Leverage").level());
        assertEquals(Level.BLOCK, check(sheet(values("sizing", "quote", "levelSize", "5000")), "Capital").level());
    }

    @Test
    void looksAtAStopTheLiquidationComesBefore() {
        RiskSheet sheet = sheet(values("direction", "long", "leverage", "3", "stopBelow", "600"));
        assertEquals(Level.LOOK, check(sheet, "Liquidation").level(), sheet::toString);
        assertTrue(sheet.worstAtoms() < 0);
    }
}
