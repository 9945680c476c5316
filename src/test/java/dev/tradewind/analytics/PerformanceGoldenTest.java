package dev.tradewind.analytics;

import static dev.tradewind.analytics.Metric.ALPHA;
import static dev.tradewind.analytics.Metric.ANNUAL_RETURN;
import static dev.tradewind.analytics.Metric.BENCHMARK_RETURN;
import static dev.tradewind.analytics.Metric.BETA;
import static dev.tradewind.analytics.Metric.CALMAR;
import static dev.tradewind.analytics.Metric.EXPECTED_SHORTFALL;
import static dev.tradewind.analytics.Metric.KURTOSIS;
import static dev.tradewind.analytics.Metric.MAX_DRAWDOWN;
import static dev.tradewind.analytics.Metric.OMEGA;
import static dev.tradewind.analytics.Metric.SHARPE;
import static dev.tradewind.analytics.Metric.SKEWNESS;
import static dev.tradewind.analytics.Metric.SORTINO;
import static dev.tradewind.analytics.Metric.TAIL_RATIO;
import static dev.tradewind.analytics.Metric.TOTAL_RETURN;
import static dev.tradewind.analytics.Metric.ULCER_INDEX;
import static dev.tradewind.analytics.Metric.VALUE_AT_RISK;
import static dev.tradewind.analytics.Metric.VOLATILITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Figures of daily returns against numbers from outside: the expected values of empyrical's own tests
 * (quantopian/empyrical, {@code empyrical/tests/test_stats.py}, Apache-2.0), some of them by way of the shared data
 * set, and what numpy 2.4 and scipy 1.17 make of recorded closes.
 */
class PerformanceGoldenTest {

    private static final Path SHARED = Path.of("../shared/data/reference/empyrical-metrics-subset.json");
    private static final double EXACT = 1e-9;

    /** Its series in percent; a first day without a return (NaN there) is left out, or 0 where days are counted. */
    private static final Map<String, double[]> SERIES = Map.of(
            "mixed", percent(1, 10, -4, 2, 3, 2, 1, -10),
            "mixedFromZero", percent(0, 1, 10, -4, 2, 3, 2, 1, -10),
            "mixedOverOne", percent(0, 9, -5, 1, 2, 1, 0, -11),
            "positive", percent(1, 2, 1, 1, 1, 1, 1, 1, 1),
            "positiveOver1.1", percent(-0.1, 0.9, -0.1, -0.1, -0.1, -0.1, -0.1, -0.1, -0.1),
            "negative", percent(0, -6, -7, -1, -9, -2, -6, -8, -5),
            "one", new double[] {
                -0.00171614, 0.01322056, 0.03063862, -0.01422057, -0.00489779, 0.01268925, -0.03357711, 0.01797036
            },
            "two", new double[] {
                0.01846232, 0.00793951, -0.01448395, 0.00422537, -0.00339611, 0.03756813, 0.0151531, 0.03549769
            });

    private static double[] percent(double... values) {
        return Arrays.stream(values).map(value -> value / 100).toArray();
    }

    private static void assertClose(double expected, double actual, String what) {
        if (Double.isNaN(expected)) {
            assertEquals(expected, actual, what);
        } else {
            assertEquals(expected, actual, EXACT * Math.max(1, Math.abs(expected)), what);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SHARPE, mixed, 252, 1.7238613961706866",
        "SHARPE, positive, 252, 52.915026221291804",
        "SHARPE, negative, 252, -24.406808633910085",
        "SORTINO, mixed, 252, 2.605531251673693",
        "SORTINO, mixedOverOne, 252, -1.3934779588919977",
        "SORTINO, negative, 252, -13.532743075043401",
        "SORTINO, one, 252, 3.0639640966566306",
        "SORTINO, two, 252, 38.090963117002495",
        "VOLATILITY, mixed, 252, 0.9136465399704637",
        "VOLATILITY, mixedFromZero, 52, 0.38851569394870583",
        "VOLATILITY, mixedFromZero, 12, 0.18663690238892558",
        "ANNUAL_RETURN, mixedFromZero, 252, 1.9135925373194231",
        "ANNUAL_RETURN, mixedFromZero, 52, 0.24690830513998208",
        "ANNUAL_RETURN, mixedFromZero, 12, 0.052242061386048144",
        "CALMAR, mixedFromZero, 252, 19.135925373194233",
        "CALMAR, mixedFromZero, 52, 2.4690830513998208",
        "CALMAR, mixedFromZero, 12, 0.52242061386048144",
        "OMEGA, mixedOverOne, 252, 0.8125",
        "OMEGA, positiveOver1.1, 252, 1.125",
        "OMEGA, negative, 252, 0",
        "MAX_DRAWDOWN, mixed, 252, 0.1",
        "MAX_DRAWDOWN, positive, 252, 0",
        "MAX_DRAWDOWN, negative, 252, 0.36590730349873601",
        "TOTAL_RETURN, mixed, 252, 0.038931091700480147"
    })
    void agreesWithEmpyrical(Metric metric, String series, double periodsPerYear, double expected) {
        assertClose(expected, Days.value(Days.returning(SERIES.get(series)), metric, periodsPerYear), series);
    }

    @Test
    void alphaAndBetaAgreeWithEmpyrical() {
        EquitySeries mixed = Days.returning(SERIES.get("mixed"));
        EquitySeries negative = Days.returning(percent(-6, -7, -1, -9, -2, -6, -8, -5));
        Performance against = measure(mixed, negative, 252);
        assertClose(-8.306666666666668, against.value(ALPHA), "alpha");
        assertClose(-0.71296296296296313, against.value(BETA), "beta");
        Performance itself = measure(mixed, mixed, 252);
        assertClose(0, itself.value(ALPHA), "alpha to itself");
        assertClose(1, itself.value(BETA), "beta to itself");
    }

    private static Performance measure(EquitySeries equity, EquitySeries hold, double periodsPerYear) {
        return Performance.measure(
                new PerformanceInput(equity, hold, Double.NaN, List.of(), 0, 0, 0, 0, 0), periodsPerYear);
    }

    /** Real closes, 365 days a year: numpy's percentile, std and mean, scipy's skew, kurtosis and linregress. */
    @Test
    void agreesWithNumpyAndScipyOnRecordedCloses() {
        Performance bitcoin = measure(Days.equity(Days.BITCOIN), Days.equity(Days.ETHER), 365);
        Map<Metric, Double> expected = Map.ofEntries(
                Map.entry(TOTAL_RETURN, -0.05523621005422197),
                Map.entry(ANNUAL_RETURN, -0.510882514144822),
                Map.entry(VOLATILITY, 0.6975163148897378),
                Map.entry(SHARPE, -0.6945855891691453),
                Map.entry(SORTINO, -1.1068393145181943),
                Map.entry(OMEGA, 0.9022366217622891),
                Map.entry(MAX_DRAWDOWN, 0.20851421277224236),
                Map.entry(CALMAR, -2.4501088312040054),
                Map.entry(ULCER_INDEX, 0.11903535256413146),
                Map.entry(VALUE_AT_RISK, 0.05211696411432038),
                Map.entry(EXPECTED_SHORTFALL, 0.06510817835064009),
                Map.entry(TAIL_RATIO, 0.9827784493590744),
                Map.entry(SKEWNESS, 1.0552848999306477),
                Map.entry(KURTOSIS, 5.5965241330436175),
                Map.entry(BETA, 0.7286305384578562),
                Map.entry(ALPHA, 0.8012481918022647),
                Map.entry(BENCHMARK_RETURN, -0.15470849963812483));
        expected.forEach((metric, value) -> assertClose(value, bitcoin.value(metric), metric.id()));
    }

    /** The cases of the shared data set; a flat line's Sharpe ratio is infinite there and cannot be told here. */
    @ParameterizedTest
    @ValueSource(strings = {"test_max_drawdown", "test_sharpe_ratio", "test_cum_returns_final"})
    void agreesWithTheSharedReference(String test) throws IOException {
        assumeTrue(Files.exists(SHARED), SHARED + " is not here, so this test is skipped");
        JsonNode root = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build()
                .readTree(Files.readString(SHARED));
        int cases = 0;
        for (JsonNode one : root.get("tests").get(test).get("cases")) {
            check(root, test, one);
            cases++;
        }
        assertTrue(cases >= 4, test + " had " + cases + " cases");
    }

    private static void check(JsonNode root, String test, JsonNode one) {
        JsonNode expected = one.get(one.size() - 1);
        EquitySeries equity = Days.returning(series(root, one.get(0), one.size() == 3 ? one.get(1) : null));
        double wanted = expected.isNull() || Double.isInfinite(expected.asDouble()) ? Double.NaN : expected.asDouble();
        switch (test) {
            case "test_max_drawdown" ->
                assertClose(wanted, -Days.value(equity, MAX_DRAWDOWN, 252), one.toString());
            case "test_sharpe_ratio" ->
                assertClose(wanted, Days.value(equity, SHARPE, 252), one.toString());
            default -> {
                double start = one.get(1).asDouble();
                double total = equity.size() < 2 ? Double.NaN : Days.value(equity, TOTAL_RETURN, 252);
                // four decimals is what the case itself asks for
                assertEquals(wanted, start == 0 ? total : start * (1 + total), 0.5e-4, one.toString());
            }
        }
    }

    /** {@return a series less the risk-free rate where there is one; days without a return left out} */
    private static double[] series(JsonNode root, JsonNode name, JsonNode riskFree) {
        JsonNode values = root.get("series").get(name.get("series").asText()).get("values");
        boolean varies = riskFree != null && riskFree.isObject();
        JsonNode rates = varies ? root.get("series").get(riskFree.get("series").asText()).get("values") : null;
        double[] returns = new double[values.size()];
        int count = 0;
        for (int i = 0; i < returns.length; i++) {
            if (!values.get(i).isNull()) {
                returns[count++] = values.get(i).asDouble() - (rates == null ? 0 : rates.get(i).asDouble());
            }
        }
        return Arrays.copyOf(returns, count);
    }
}
