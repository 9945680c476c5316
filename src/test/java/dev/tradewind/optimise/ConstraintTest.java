package dev.tradewind.optimise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.analytics.Metric;
import dev.tradewind.domain.ParamSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintTest {

    private static final List<ParamSpec> SPECS = List.of(
            ParamSpec.integer("a", "A", "S", "", 1, -100, 100, "A."),
            ParamSpec.decimal("b", "B", "S", "", "0.3", "-100", "100", "B."),
            ParamSpec.integer("c", "C", "S", "", 7, -100, 100, "Not searched."),
            ParamSpec.choice("mode", "Mode", "S", "Mode.", "long", "short"));

    private static SearchSpace space(String a, String b, String mode, String... constraints) {
        Map<String, String> ranges = new LinkedHashMap<>();
        ranges.put("a", a);
        ranges.put("b", b);
        ranges.put("mode", mode);
        return SearchSpace.of(
                SPECS,
                Map.of("c", "7"),
                new SearchSpec(ranges, List.of(constraints), Metric.SHARPE, Optional.empty(), 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a < b                | 1  | 2    | true",
        "a < b                | 2  | 2    | false",
        "a <= b               | 2  | 2    | true",
        "a > b                | 3  | 2    | true",
        "a >= b               | 2  | 2.0  | true",
        "a == b               | 2  | 2.0  | true",
        "a != b               | 2  | 2.0  | false",
        "a*2 <= b             | 1  | 2    | true",
        "2*a+1<b              | 1  | 3    | false",
        "0.1*3 == b           | 1  | 0.3  | true",
        "a + b * 2 == 7       | 1  | 3    | true",
        "(a + b) * 2 == 8     | 1  | 3    | true",
        "a - b - 1 == -3      | 1  | 3    | true",
        "8 / a / 2 == b       | 2  | 2    | true",
        "-a < b               | 1  | 0    | true",
        "--a == 1             | 1  | 0    | true",
        "a / b > 0            | 1  | 0    | false",
        "a / b <= 0           | 1  | 0    | false",
        "1 / 3 < b            | 1  | 0.34 | true",
        "0 < a < b            | 1  | 2    | true",
        "0 < a < b            | -1 | 2    | false",
        "a < b < 2            | 1  | 2    | false",
        "c == 7               | 1  | 2    | true",
        "a + b < c            | 3  | 4    | false",
        "mode == 'long'       | 1  | 2    | true",
        "'''short'' != mode' | 1  | 2    | true",
        "mode == \"short\"    | 1  | 2    | false",
    })
    void holdsOrNot(String constraint, String a, String b, boolean holds) {
        assertEquals(holds, space(a, b, "long", constraint).admits(new int[3]));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a                    | needs a comparison",
        "a <                  | ends where a parameter or a number is missing",
        "< b                  | at '< b' needs a parameter or a number",
        "a = b                | at '= b' compares with a single =",
        "a < b c              | at 'c' needs a comparison",
        "a < slo              | at 'slo' does not fit: 'slo' is no parameter; the parameters are a, b, c, mode",
        "(a < b               | lacks a )",
        "a < 1.2.3            | at '1.2.3' has a number that is none",
        "a < b #              | at '#' needs a comparison",
        "mode < 'long'        | compares texts with <; only == and != can",
        "mode == 3            | compares a number with a text",
        "a == 'x'             | compares a number with a text",
        "a + mode == 3        | calculates with mode, which is no number",
        "mode == 'up'         | parameter mode: 'up' is not allowed; it takes one of long, short",
        "mode == 'long        | lacks the closing '",
        "''                   | ends where a parameter or a number is missing",
    })
    void saysWhatIsWrong(String constraint, String message) {
        String said = assertThrows(IllegalArgumentException.class, () -> space("1", "2", "long", constraint))
                .getMessage();

        assertTrue(said.contains(message), said);
    }

    @Test
    void refusesEndlessNesting() {
        String deep = "(".repeat(1_000) + "a" + ")".repeat(1_000) + " < b";

        String said = assertThrows(IllegalArgumentException.class, () -> space("1", "2", "long", deep)).getMessage();

        assertTrue(said.contains("is nested too deeply"), said);
    }

    @Test
    void looksAtTheValuesOfTheCombination() {
        SearchSpace space = space("1,2,3", "2,3", "all", "a < b", "mode == 'long'");
        int[] at = new int[3];
        StringBuilder admitted = new StringBuilder();
        for (long combination = 0; combination < space.size(); combination++) {
            space.locate(combination, at);
            assertEquals(combination, space.combination(at));
            admitted.append(space.admits(at) ? space.params(at).values() : "");
        }

        assertEquals("[1, 2, long][1, 3, long][2, 3, long]", admitted.toString());
    }

    @Test
    void refusesUnknownParametersAndNoneAtAll() {
        SearchSpec unknown =
                new SearchSpec(Map.of("x", "1:2:1"), List.of(), Metric.SHARPE, Optional.empty(), 1);
        SearchSpec none = new SearchSpec(Map.of(), List.of(), Metric.SHARPE, Optional.empty(), 1);

        assertEquals(
                "'x' is no parameter; the parameters are a, b, c, mode",
                assertThrows(IllegalArgumentException.class, () -> SearchSpace.of(SPECS, Map.of(), unknown))
                        .getMessage());
        assertEquals(
                "no parameter is searched; name at least one with its range, for instance a=from:to:step. The"
                        + " parameters are a, b, c, mode",
                assertThrows(IllegalArgumentException.class, () -> SearchSpace.of(SPECS, Map.of(), none)).getMessage());
    }

    @Test
    void saysHowManyAConstraintExcludes() {
        SearchSpace space = space("1:10:1", "-5:0:1", "all", "a < b");

        assertEquals(
                "the constraints a < b exclude all 120 combinations of the ranges; loosen them or widen the ranges",
                assertThrows(IllegalArgumentException.class, () -> TrialPlan.of(space, Optional.empty())).getMessage());
    }
}
