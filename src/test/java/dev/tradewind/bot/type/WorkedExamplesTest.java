package dev.tradewind.bot.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.bot.PlanTerms;
import dev.tradewind.bot.RiskSheet;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Vendors' own worked examples, where the rule they state is ours. Two are not: "percent from the previous order" (ours is from
 * the base order) and "sell distance = grid step + 2 × fee" (our levels are the prices asked for, fees come off the profit).
 */
class WorkedExamplesTest {

    private static final Path FILE = Path.of("../shared/data/reference/dca-grid-worked-examples.json");
    private JsonNode examples;

    @BeforeEach
    void read() throws IOException {
        Assumptions.assumeTrue(Files.exists(FILE), "the worked examples are not here");
        examples = new ObjectMapper().readTree(Files.readString(FILE));
    }

    private JsonNode example(String kind, String rule) {
        for (JsonNode example : examples.get(kind)) {
            if (example.get("rule").asText().startsWith(rule)) {
                return example;
            }
        }
        throw new AssertionError("no example of " + kind + " with the rule " + rule);
    }

    private static RiskSheet dca(Map<String, String> params, String price) {
        return DcaBot.TYPE.planner().plan(
                DcaBot.TYPE.params(params), PlanTerms.ideal(new BigDecimal(price), FeeRate.ZERO));
    }

    @Test
    void safetyOrdersLieAPercentageBelowTheBaseOrder() {
        JsonNode example = example("dca", "% from base order, step scale 1");
        RiskSheet sheet = dca(
                Map.of("deviation", example.get("deviationPct").asText(), "stepScale", "1", "safetyOrders", "2"),
                example.get("base").asText());
        for (int k = 0; k < 2; k++) {
            assertEquals(example.get("expectedPrices").get(k).asDouble(), sheet.lines().get(k + 1).price(), 1e-9);
        }
    }

    @Test
    void stepsGrowByTheStepScale() {
        JsonNode example = example("dca", "step_n = step_1");
        RiskSheet sheet = dca(
                Map.of("deviation", example.get("step1Pct").asText(), "stepScale", example.get("mult").asText(),
                        "safetyOrders", "4"),
                "100");
        double before = 0;
        for (int k = 0; k < 4; k++) {
            double deviation = sheet.lines().get(k + 1).deviationPercent();
            assertEquals(example.get("expectedStepsPct").get(k).asDouble(), deviation - before, 1e-9);
            before = deviation;
        }
    }

    @Test
    void aFallPassesAsManySafetyOrdersAsItsPercentage() {
        JsonNode example = example("dca", "scales 1/1");
        RiskSheet sheet = dca(
                Map.of("deviation", example.get("deviationPct").asText(), "stepScale", "1", "volumeScale", "1",
                        "safetyOrder", example.get("orderUsdt").asText(), "safetyOrders", "5"),
                "100");
        double reached = 100 - example.get("dropPct").asDouble();
        double filled = sheet.lines().stream()
                .skip(1)
                .filter(line -> line.price() >= reached - 1e-9)
                .mapToDouble(RiskSheet.Line::volume)
                .sum();
        assertEquals(example.get("expectedFilledUsdt").asDouble(), filled, 1e-9);
    }

    /** Ours is r(1−f) − (1+f) = 0.2995 %, which the page gives as 0.3 %. */
    @Test
    void aLevelNetsItsSpacingLessBothFees() {
        JsonNode example = example("grid", "adjacent spacing");
        FeeRate fee = FeeRate.ofBps(new BigDecimal(example.get("feePct").asText()).movePointRight(2));
        BigDecimal upper = BigDecimal.ONE.add(new BigDecimal(example.get("spacingPct").asText()).movePointLeft(2))
                .multiply(BigDecimal.valueOf(100));
        PlanTerms ideal = PlanTerms.ideal(new BigDecimal("100.1"), fee);
        GridPlan plan = new GridPlan(
                new GridSettings(GridBot.TYPE.params(Map.of(
                        "lower", "100", "upper", upper.toPlainString(), "levels", "1", "spacing", "geometric"))),
                new PlanTerms(
                        ideal.instrument(), ideal.priceTicks(), fee, fee, FeeAsset.QUOTE, 1_000_0000000000L, 0, false));
        assertEquals(
                new BigDecimal(example.get("expectedNetProfitPct").asText()),
                plan.profit(0).movePointRight(2).setScale(1, RoundingMode.HALF_UP));
    }
}
