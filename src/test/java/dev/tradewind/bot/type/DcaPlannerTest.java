package dev.tradewind.bot.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.bot.PlanTerms;
import dev.tradewind.bot.RiskSheet;
import dev.tradewind.bot.RiskSheet.Check;
import dev.tradewind.bot.RiskSheet.Level;
import dev.tradewind.bot.RiskSheet.Line;
import dev.tradewind.bot.RiskSheet.Mend;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DcaPlannerTest {

    private static final long CAPITAL_FREE = Long.MAX_VALUE;

    /** design/trading.md §2: P0=100 BO=SO=100 dev=1 % ss=1.5 vs=2 tp=1.5 %, zero fee, no rounding. */
    private static final double[][] GOLDEN = {
        {1.0, 99.0, 100, 200, 99.497487, 100.98995, 100.243719, 2.01},
        {2.5, 97.5, 200, 400, 98.488617, 99.965946, 98.857949, 2.529},
        {4.75, 95.25, 400, 800, 96.842239, 98.294873, 97.023819, 3.197},
        {8.125, 91.875, 800, 1600, 94.293248, 95.707647, 94.381648, 4.172},
        {13.1875, 86.8125, 1600, 3200, 90.398374, 91.75435, 90.440749, 5.693},
    };

    static Params params(String... pairs) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            given.put(pairs[i], pairs[i + 1]);
        }
        return Params.of(DcaParams.SPECS, given);
    }

    @Test
    void givesTheGoldenTableWithoutRoundingAndFee() {
        RiskSheet sheet = DcaPlanner.plan(params(), PlanTerms.ideal(new BigDecimal("100"), FeeRate.ZERO));
        assertEquals(6, sheet.lines().size());
        for (int k = 1; k <= 5; k++) {
            Line line = sheet.lines().get(k);
            double[] row = GOLDEN[k - 1];
            assertEquals("SO " + k, line.label());
            assertEquals(row[0], line.deviationPercent(), 1e-9);
            assertEquals(row[1], line.price(), 1e-9);
            assertEquals(row[2], line.volume(), 1e-9);
            assertEquals(row[3], line.invested(), 1e-9);
            assertEquals(row[4], line.average(), 5e-7);
            assertEquals(row[5], line.takeProfitTotal(), 5e-7);
            assertEquals(row[6], line.takeProfitBase(), 5e-7);
            assertEquals(row[7], line.bouncePercent(), 5e-4);
            assertEquals(line.takeProfitTotal(), line.takeProfit());
        }
        assertEquals(0, sheet.blocking());
        assertEquals(3200_0000000000L, sheet.capitalAtoms());
        assertEquals(90.398374, sheet.breakEven(), 5e-7);
        assertEquals(48_0000000000L, sheet.profitAtoms(), 1, "1.5 % of 3,200");
    }

    /** design/trading.md §2: "with tick 0.01 the averages differ from the fourth decimal on: k=4 gives 94.2959". */
    @Test
    void roundsPricesToTheNearestTick() {
        RiskSheet sheet = DcaPlanner.plan(params(), terms(Instruments.of("0.01", "0.00000001"), "0", FeeAsset.QUOTE));
        assertEquals("94.2959", String.format(Locale.ROOT, "%.4f", sheet.lines().get(4).average()));
        assertEquals(91.88, sheet.lines().get(4).price());
        assertEquals(86.81, sheet.lines().get(5).price());
    }

    @Test
    void roundsSizesDownToTheLot() {
        RiskSheet sheet = DcaPlanner.plan(params(), terms(Instruments.of("0.01", "0.01"), "0", FeeAsset.QUOTE));
        // 100 / 99 = 1.0101 → 1.01 lots of 0.01, 99.99 spent; average (100 + 99.99) / 2.01
        assertEquals(1.01, sheet.lines().get(1).quantity());
        assertEquals(99.99, sheet.lines().get(1).volume(), 1e-12);
        assertEquals(199.99 / 2.01, sheet.lines().get(1).average(), 1e-12);
    }

    private static PlanTerms terms(Instrument instrument, String feeBps, FeeAsset asset) {
        return terms(instrument, "100", feeBps, asset, CAPITAL_FREE);
    }

    private static PlanTerms terms(Instrument instrument, String price, String feeBps, FeeAsset asset, long capital) {
        FeeRate fee = FeeRate.ofBps(new BigDecimal(feeBps));
        return new PlanTerms(
                instrument, instrument.toTicks(new BigDecimal(price), RoundingMode.UNNECESSARY), fee, fee, asset,
                capital, 0);
    }

    /**
     * By hand, fee 0.1 % in quote, BO 100 at 100: cost 100 + 0.1 = 100.1, held 1; take profit 1.5 % net of the closing fee
     * 100.1 × 1.015 / 0.999 = 101.7032…, up to 101.71. After SO 1 (99 × 1.01010101 = 99.99999999, fee 0.09999999999 up to
     * the atom 0.1): cost 200.19999999 + … / 2.01010101.
     */
    @Test
    void addsAFeeInQuoteToTheCost() {
        RiskSheet sheet =
                DcaPlanner.plan(params(), terms(Instruments.of("0.01", "0.00000001"), "10", FeeAsset.QUOTE));
        Line base = sheet.lines().get(0);
        assertEquals(100.1, base.invested(), 1e-12);
        assertEquals(100.1, base.average(), 1e-12);
        assertEquals(101.71, base.takeProfitTotal());
        assertEquals(101.71, base.takeProfitBase(), "(100.1 + 1.5) / 0.999 = 101.7017…, up to the tick");
        Line first = sheet.lines().get(1);
        assertEquals(200.19999999, first.invested(), 1e-8);
        assertEquals(200.19999999 / 2.01010101, first.average(), 1e-8);
    }

    /**
     * By hand, fee 0.1 % in base, BO 100 at 100: cost 100, held 0.999, average 100.1001…; take profit
     * 100 × 1.015 / (0.999 × 0.999) = 101.7033…, up to 101.71.
     */
    @Test
    void takesAFeeInBaseFromWhatIsHeld() {
        RiskSheet sheet = DcaPlanner.plan(params(), terms(Instruments.of("0.01", "0.00000001"), "10", FeeAsset.BASE));
        Line base = sheet.lines().get(0);
        assertEquals(100.0, base.invested(), 1e-12);
        assertEquals(100 / 0.999, base.average(), 1e-12);
        assertEquals(101.71, base.takeProfitTotal());
        assertEquals(100 / 0.999 / 0.999 * 1.015, 101.7033, 5e-5);
    }

    @Test
    void blocksWhatTheExchangeWouldRefuseAndSaysWhatMendsIt() {
        Params small = params("baseOrder", "4", "safetyOrder", "3", "safetyOrders", "2");
        PlanTerms terms = terms(Instruments.strict(), "10", FeeAsset.QUOTE);
        RiskSheet sheet = DcaPlanner.plan(small, terms);
        assertEquals("MIN_NOTIONAL", sheet.lines().get(0).verdict().rule());
        assertEquals("4.00 is below the smallest order of 5.00", sheet.lines().get(0).verdict().message());
        assertEquals(Level.PASS, DcaPlanner.plan(params(), terms).lines().get(0).verdict().level());
        Check filters = check(sheet, "Exchange filters");
        assertEquals(Level.BLOCK, filters.level());
        Params mended = small;
        for (Mend mend : filters.mends()) {
            mended = mended.with(mend.changes());
        }
        assertEquals(0, DcaPlanner.plan(mended, terms).blocking(), () -> filters.mends().toString());
    }

    /** The picture design/mock/bot-new.png: 2,399.30, BO=SO=800, five orders, 0.1 %, 21,034.33 free. */
    @Test
    void shrinksThePlanOfThePictureToTheLargestThatFits() {
        Params params = params("baseOrder", "800", "safetyOrder", "800", "stopLoss", "18");
        long capital = 21_034_3300000000L;
        PlanTerms terms = terms(Instruments.strict(), "2399.30", "10", FeeAsset.QUOTE, capital);
        RiskSheet sheet = DcaPlanner.plan(params, terms);
        double[] prices = {2399.30, 2375.31, 2339.32, 2285.33, 2204.36, 2082.89};
        for (int i = 0; i < prices.length; i++) {
            assertEquals(prices[i], sheet.lines().get(i).price());
        }
        assertEquals("CAPITAL", sheet.lines().get(5).verdict().rule());
        Check check = check(sheet, "Capital");
        assertEquals("Base and safety size 800 → 656", check.mends().get(0).label());
        assertEquals("Safety orders 5 → 4", check.mends().get(1).label());
        for (Mend mend : check.mends()) {
            assertEquals(0, DcaPlanner.plan(params.with(mend.changes()), terms).blocking());
        }
        assertTrue(DcaPlanner.plan(params("baseOrder", "657", "safetyOrder", "657"), terms).blocking() > 0);
        assertEquals("1967.43", check(sheet, "Stop covers").figure(), "2,399.30 × 0.82 = 1,967.426, up");
    }

    @Test
    void saysWhichOrdersAStopCutsOff() {
        RiskSheet sheet = DcaPlanner.plan(
                params("stopLoss", "5"), terms(Instruments.of("0.01", "0.00000001"), "0", FeeAsset.QUOTE));
        assertTrue(check(sheet, "Stop covers").detail().contains("SO 4"));
        assertEquals("base and 3 safety orders filled, then stop at 95.00", sheet.worstText());
        // 800 / 96.842239 = 8.26085 held, sold at 95: 784.78 back of 800
        assertEquals(-15.2, sheet.worstAtoms() / 1e10, 0.1);
    }

    /** Each doubt's first mend makes it go away. */
    @Test
    void doubtsParametersThatAreHardlyMeantTogether() {
        assertDoubt("Trailing", "2 %", "takeProfit", "1.5", "trailing", "2");
        assertDoubt("Live at once", "9 of 5", "activeSafetyOrders", "9");
        assertDoubt("Stop covers", "95.00", "stopLoss", "5");
        assertTrue(checks(params("takeProfit", "1.5", "trailing", "1.47")).stream().noneMatch(c -> c.label().equals("Trailing")));
    }

    private static void assertDoubt(String label, String figure, String... pairs) {
        Check check = checks(params(pairs)).stream().filter(c -> c.label().equals(label)).findFirst().orElseThrow();
        assertEquals(Level.LOOK, check.level(), check::toString);
        assertEquals(figure, check.figure());
        List<Check> mended = checks(params(pairs).with(check.mends().getFirst().changes()));
        assertTrue(
                mended.stream().noneMatch(c -> c.label().equals(label) && c.level() != Level.PASS), () -> label + ": " + mended);
    }

    private static List<Check> checks(Params params) {
        return DcaPlanner.plan(params, terms(Instruments.of("0.01", "0.0001"), "10", FeeAsset.QUOTE)).checks();
    }

    @Test
    void countsOrderSlots() {
        Instrument strict = Instruments.strict();
        FeeRate none = FeeRate.ZERO;
        PlanTerms full = new PlanTerms(strict, 10_000, none, none, FeeAsset.QUOTE, CAPITAL_FREE, 195);
        Check check = check(DcaPlanner.plan(params(), full), "Order slots");
        assertEquals("201 of 200", check.figure());
        assertEquals("Live at once 5 → 4", check.mends().get(0).label());
    }

    private static Check check(RiskSheet sheet, String label) {
        return sheet.checks().stream().filter(c -> c.label().equals(label)).findFirst().orElseThrow();
    }
}
