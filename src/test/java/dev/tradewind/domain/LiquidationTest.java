package dev.tradewind.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.kernel.Rng;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Golden values: the worked examples of Binance's liquidation formula and the vectors of the project's trading reference. */
class LiquidationTest {

    private static final Path REFERENCE = Path.of("../shared/data/reference/binance-usdm-liquidation.json");
    private static final Asset USDT = Asset.of("USDT");

    private static Instrument instrument(MarginBrackets brackets) {
        return new Instrument(
                        "BTCUSDT", "test", Asset.of("BTC"), USDT, new BigDecimal("0.0001"), new BigDecimal("0.001"),
                        InstrumentFilters.NONE)
                .withPerpetual(PerpetualTerms.of(brackets));
    }

    private static long atoms(String amount) {
        return USDT.toAtoms(new BigDecimal(amount));
    }

    private static MarginBrackets one(long rateE8) {
        return new MarginBrackets(List.of(new MarginBrackets.Row(0, rateE8, 50)));
    }

    private static MarginBrackets three() {
        return new MarginBrackets(List.of(
                new MarginBrackets.Row(0, 400_000, 125),
                new MarginBrackets.Row(atoms("50000"), 500_000, 100),
                new MarginBrackets.Row(atoms("250000"), 1_000_000, 50)));
    }

    private static BigDecimal price(MarginBrackets brackets, String wallet, long lots, String entry) {
        Instrument instrument = instrument(brackets);
        long entryAtoms = instrument.notionalAtoms(instrument.toTicks(new BigDecimal(entry), RoundingMode.UNNECESSARY), lots);
        return Liquidation.price(instrument, atoms(wallet), lots, entryAtoms).setScale(4, RoundingMode.HALF_UP);
    }

    @Test
    void isolatedPositionsWithOneBracket() {
        assertEquals(new BigDecimal("18072.2892"), price(one(400_000), "2000", 1_000, "20000"));
        assertEquals(new BigDecimal("21912.3506"), price(one(400_000), "2000", -1_000, "20000"));
    }

    @Test
    void crossCountsTheOtherPositions() {
        assertEquals(new BigDecimal("15562.2490"), price(one(400_000), "4500", 1_000, "20000"));
    }

    @Test
    void theBracketIsTheOneAtTheLiquidationPrice() {
        assertEquals(atoms("50"), three().cumAtoms(1));
        assertEquals(atoms("1300"), three().cumAtoms(2));
        assertEquals(new BigDecimal("53681.5920"), price(three(), "4900", -1_000, "49000"));
        assertEquals(new BigDecimal("46987.9518"), price(three(), "5200", 1_000, "52000"));
    }

    @Test
    void ticksAreRoundedTowardsTheMarket() {
        Instrument instrument = instrument(three());
        assertEquals(
                instrument.toTicks(new BigDecimal("46987.9519"), RoundingMode.UNNECESSARY),
                Liquidation.ticks(instrument, atoms("5200"), 1_000, atoms("52000")));
        assertEquals(
                instrument.toTicks(new BigDecimal("53681.5920"), RoundingMode.UNNECESSARY),
                Liquidation.ticks(instrument, atoms("4900"), -1_000, atoms("-49000")));
        assertEquals(0, Liquidation.ticks(instrument, atoms("52000"), 1_000, atoms("52000")), "fully paid for");
        assertEquals(0, Liquidation.ticks(instrument, atoms("1"), 0, 0), "no position");
    }

    @Test
    void equityMeetsTheMaintenanceMarginThereAndNotATickBefore() {
        Instrument instrument = instrument(MarginBrackets.standard(USDT));
        MarginBrackets brackets = instrument.margins().brackets();
        for (long seed = 1; seed <= 400; seed++) {
            Rng rng = new Rng(seed);
            long lots = 1 + rng.nextInt(5_000_000);
            long signed = rng.nextInt(2) == 0 ? lots : -lots;
            long entryTicks = 1_000_000 + rng.nextInt(600_000_000);
            long entry = instrument.notionalAtoms(entryTicks, signed);
            long wallet = Math.abs(entry) / (2 + rng.nextInt(100)) + Math.abs(entry) / 8;
            long at = Liquidation.ticks(instrument, wallet, signed, entry);
            long step = signed > 0 ? 1 : -1;
            assertTrue(at > 0, "seed " + seed);
            assertTrue(excess(instrument, brackets, wallet, signed, entry, at + step) >= -1, "seed " + seed);
            assertTrue(excess(instrument, brackets, wallet, signed, entry, at - step) <= 1, "seed " + seed);
        }
    }

    private static long excess(
            Instrument instrument, MarginBrackets brackets, long wallet, long lots, long entry, long ticks) {
        long notional = instrument.notionalAtoms(ticks, lots);
        return wallet + notional - entry - brackets.maintenanceAtoms(Math.abs(notional));
    }

    @Test
    void theWorstStateOfAPlanCountsItsEntriesAndFees() {
        Instrument instrument = instrument(three());
        long now = Liquidation.ticks(instrument, atoms("5200"), 1_000, atoms("52000"));
        long planned = Liquidation.plannedTicks(
                instrument, atoms("5200"), 1_000, atoms("52000"), 1_000, atoms("50000"), atoms("20"));
        assertEquals(Liquidation.ticks(instrument, atoms("5180"), 2_000, atoms("102000")), planned);
        assertTrue(planned > now, "more on the same margin is liquidated earlier");
    }

    @Test
    void theExchangesOwnExamples() throws IOException {
        Assumptions.assumeTrue(Files.isRegularFile(REFERENCE), "no reference data at " + REFERENCE);
        JsonNode cases = new ObjectMapper().readTree(Files.readString(REFERENCE)).get("cases");
        assertEquals(2, cases.size());
        for (JsonNode one : cases) {
            JsonNode position = one.get("position");
            BigDecimal others = BigDecimal.ZERO;
            for (JsonNode other : one.get("others")) {
                BigDecimal quantity = signed(other);
                BigDecimal mark = other.get("mark").decimalValue();
                BigDecimal maintenance =
                        quantity.abs().multiply(mark).multiply(number(other, "mmr")).subtract(number(other, "cum"));
                others = others.add(quantity.multiply(mark.subtract(number(other, "entry")))).subtract(maintenance);
            }
            BigDecimal price = Liquidation.price(
                    number(one, "walletBalance"), others, signed(position), number(position, "entry"),
                    number(position, "mmr"), number(position, "cum"));
            BigDecimal gives = number(one, "formulaGives");
            assertEquals(
                    gives, price.setScale(gives.scale(), RoundingMode.HALF_UP), one.get("mode").asText());
        }
    }

    private static BigDecimal number(JsonNode node, String field) {
        return new BigDecimal(node.get(field).asText());
    }

    private static BigDecimal signed(JsonNode position) {
        BigDecimal quantity = number(position, "qty");
        return position.get("side").asText().equals("LONG") ? quantity : quantity.negate();
    }

    @Test
    void breakEvenCountsFeesAndFunding() {
        FeeRate fee = new FeeRate(40_000);
        BigDecimal price = BreakEven.price(
                new BigDecimal("20000"), BigDecimal.ONE, fee, fee, new BigDecimal("-10"));
        assertEquals(new BigDecimal("20026.0104"), price.setScale(4, RoundingMode.HALF_UP));
        Instrument instrument = instrument(three());
        assertEquals(
                instrument.toTicks(new BigDecimal("20026.0105"), RoundingMode.UNNECESSARY),
                BreakEven.ticks(instrument, 1_000, atoms("20000"), fee, fee, atoms("-10")));
    }

    @Test
    void standardBracketsAreThoseOfTheExamples() {
        MarginBrackets brackets = MarginBrackets.standard(USDT);
        assertEquals(atoms("16300"), brackets.cumAtoms(brackets.at(atoms("3500000"))));
        assertEquals(20, brackets.maxLeverage(atoms("3500000")));
        assertEquals(atoms("50000") - 1, brackets.maxNotionalAtoms(125));
        assertEquals(atoms("200"), brackets.maintenanceAtoms(atoms("50000")));
    }

    @Test
    void bracketsThatMakeNoSenseAreRefused() {
        assertEquals(
                "leverage 126 is outside 1 to 125",
                assertThrows(IllegalArgumentException.class, () -> new MarginConfig(126, MarginMode.CROSS, PositionMode.ONE_WAY))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new MarginBrackets(List.of()));
        assertEquals(
                "margin bracket 1: the initial margin at leverage 50 is not above the maintenance margin",
                assertThrows(IllegalArgumentException.class, () -> one(2_000_000)).getMessage());
    }
}
