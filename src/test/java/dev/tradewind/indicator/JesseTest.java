package dev.tradewind.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Our indicators against values the tests of Jesse assert at the end of real candles, rounded as they print them. Only
 * where its definition is ours; where it is another, docs/indicators.md says how.
 */
class JesseTest {

    /** @param expression what their test rounds, to tell its lines apart */
    private record Case(String test, String expression, String id, String params, int line) {}

    private static final List<Case> CASES = List.of(
            of("ad", "round(single, 0)", "accumulation-distribution", "", 0),
            of("adx", "round(single)", "adx", "", 0),
            of("alma", "round(single, 2)", "alma", "", 0),
            of("ao", "round(single.osc, 0)", "awesome", "", 0),
            of("aroon", "round(aroon.down, 2)", "aroon", "", 1),
            of("aroon", "round(aroon.up, 2)", "aroon", "", 0),
            of("atr", "round(single, 1)", "atr", "", 0),
            of("bollinger_bands", "round(u, 1)", "bollinger", "", 1),
            of("bollinger_bands", "round(m, 1)", "bollinger", "", 0),
            of("bollinger_bands", "round(l, 1)", "bollinger", "", 2),
            of("bollinger_bands_width", "round(single, 4)", "bollinger", "", 4),
            of("cci", "round(single, 2)", "cci", "period=14", 0),
            of("chop", "round(single, 2)", "choppiness", "", 0),
            of("di", "round(single.plus, 2)", "adx", "", 1),
            of("di", "round(single.minus, 1)", "adx", "", 2),
            of("donchian", "round(single.upperband, 2)", "donchian", "", 0),
            of("donchian", "round(single.middleband, 2)", "donchian", "", 1),
            of("donchian", "round(single.lowerband, 2)", "donchian", "", 2),
            of("efi", "round(single, 0)", "force", "", 0),
            of("eri", "round(single.bull, 2)", "elder-ray", "", 0),
            of("eri", "round(single.bear, 2)", "elder-ray", "", 1),
            of("hma", "round(single, 0)", "hma", "period=5", 0),
            of("kama", "round(single, 0)", "kama", "period=10", 0),
            of("mfi", "round(single, 1)", "mfi", "period=9", 0),
            of("mom", "round(single, 2)", "momentum", "period=9", 0),
            of("natr", "round(single, 2)", "natr", "", 0),
            of("roc", "round(single, 2)", "roc", "period=14", 0),
            of("rsi", "round(single, 2)", "rsi", "", 0),
            of("sar", "round(single, 2)", "parabolic-sar", "", 0),
            of("supertrend", "round(single.trend, 2)", "supertrend", "", 0),
            of("tema", "round(single, 2)", "tema", "period=9", 0),
            of("ultosc", "round(single, 2)", "ultimate", "", 0),
            of("vi", "round(single.plus, 2)", "vortex", "", 0),
            of("vi", "round(single.minus, 2)", "vortex", "", 1),
            of("vwap", "round(single, 2)", "vwap", "", 0),
            of("vwma", "round(single, 2)", "vwma", "", 0),
            of("willr", "round(single, 2)", "williams-r", "period=9", 0),
            of("wma", "round(single, 2)", "wma", "period=9", 0),
            of("zscore", "round(single, 1)", "z-score", "period=14", 0));

    private static Case of(String test, String expression, String id, String params, int line) {
        return new Case("test_" + test, expression, id, params, line);
    }

    @TestFactory
    Stream<DynamicTest> agreesWithTheirValues() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Path folder = Market.data("indicators/jesse");
        JsonNode sets = mapper.readTree(folder.resolve("candles.json").toFile()).path("sets");
        JsonNode values = mapper.readTree(folder.resolve("cases.json").toFile());
        Set<Case> met = new HashSet<>();
        List<DynamicTest> tests = values.valueStream()
                .flatMap(value -> CASES.stream()
                        .filter(each -> each.test.equals(value.path("test").asText())
                                && each.expression.equals(value.path("assertedExpression").asText()))
                        .peek(met::add)
                        .map(each -> DynamicTest.dynamicTest(
                                each.test + " " + each.expression,
                                () -> check(each, value, sets.path(value.path("candles").asText())))))
                .toList();
        assertThat(met).containsAll(CASES);
        return tests.stream();
    }

    private static void check(Case each, JsonNode value, JsonNode candles) {
        assertThat(candles.size()).as("candles").isPositive();
        Market market = Market.empty(candles.size());
        for (int i = 0; i < candles.size(); i++) {
            JsonNode row = candles.path(i);
            market.time()[i] = row.path(0).asLong() * 1_000_000;
            market.open()[i] = row.path(1).asDouble();
            market.close()[i] = row.path(2).asDouble();
            market.high()[i] = row.path(3).asDouble();
            market.low()[i] = row.path(4).asDouble();
            market.volume()[i] = row.path(5).asDouble();
        }
        double[] ours = market.run(each.id, Oracle.params(each.params))[each.line];
        String expression = each.expression;
        int comma = expression.lastIndexOf(',');
        int decimals = comma < 0 ? 0 : Integer.parseInt(expression.substring(comma + 1,
                expression.length() - 1).strip());
        double half = 0.5 * Math.pow(10, -decimals) * (1 + 1e-9);
        assertEquals(value.path("expected").asDouble(), ours[ours.length - 1], half, each.id);
    }
}
