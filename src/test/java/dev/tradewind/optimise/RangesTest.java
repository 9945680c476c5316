package dev.tradewind.optimise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.ParamSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesTest {

    private static final ParamSpec WHOLE =
            ParamSpec.integer("fast", "Fast", "Entry", "candles", 10, 1, 10_000, "Closes.");
    private static final ParamSpec NUMBER =
            ParamSpec.decimal("profit", "Profit", "Exit", "%", "1.5", "0.1", "100", "Share.");
    private static final ParamSpec CHOICE =
            ParamSpec.choice("side", "Side", "Entry", "Which.", "long", "short", "both");
    private static final ParamSpec SWITCH = ParamSpec.toggle("trail", "Trail", "Exit", false, "Whether.");
    private static final ParamSpec LADDER = ParamSpec.ladder("steps", "Steps", "Entry", "%", "0", "50", "Steps.");

    private static ParamSpec spec(String id) {
        return List.of(WHOLE, NUMBER, CHOICE, SWITCH, LADDER).stream()
                .filter(spec -> spec.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "fast   | 5:20:5            | 5 10 15 20",
        "fast   | 5:19:5            | 5 10 15",
        "fast   | 3:5               | 3 4 5",
        "fast   | 7:7:1             | 7",
        "fast   | 5, 20 ,10         | 5 20 10",
        "fast   | 12                | 12",
        "fast   | 1:1000:log:4      | 1 10 100 1000",
        "fast   | 1:4:log:8         | 1 2 3 4",
        "profit | 0.5:1.1:0.2       | 0.5 0.7 0.9 1.1",
        "profit | 0.1:0.3:0.1       | 0.1 0.2 0.3",
        "profit | 0.1:10:log:3      | 0.1 1 10",
        "profit | 1.50,2            | 1.5 2",
        "side   | all               | long short both",
        "side   | both,long         | both long",
        "trail  | all               | true false",
        "steps  | 1:100,2:50;3:10   | 1:100,2:50 3:10",
    })
    void readsRanges(String param, String range, String values) {
        assertEquals(List.of(values.split(" ")), AxisText.read(spec(param), range).values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "fast   | 5:50:0        | has the step 0, which must be above 0",
        "fast   | 5:50:-5       | has the step -5, which must be above 0",
        "fast   | 5:50:0.5      | has the step 0.5, which must be whole",
        "fast   | 50:5:5        | runs backwards and makes no trial",
        "fast   | ''            | is empty and makes no trial",
        "fast   | 5,,6          | has an empty place in its list",
        "fast   | 5,5           | has 5 twice",
        "fast   | 5:x:1         | has 'x', which is no number",
        "fast   | 5:50:5:5      | has too many parts",
        "fast   | 0:50:5        | parameter fast: '0' is not allowed; it takes a whole number from 1 to 10000",
        "fast   | 5:20000:5000  | parameter fast: '10005' is not allowed; it takes a whole number from 1 to 10000",
        "fast   | 2.5           | parameter fast: '2.5' is not allowed; it takes a whole number from 1 to 10000",
        "profit | 0.5:8         | needs a step",
        "profit | 0.1:100:1e-9  | has more than 100000 values; a larger step makes fewer",
        "profit | -1:8:log:5    | cannot be logarithmic from -1, which must be above 0",
        "profit | 1:8:log       | needs how many values there are after log, from 2 to 100000",
        "profit | 1:8:log:1     | needs how many values there are after log, from 2 to 100000",
        "profit | 1:1e999999999:1 | parameter profit: '1e999999999' is not allowed",
        "side   | long,up       | parameter side: 'up' is not allowed; it takes one of long, short, both",
        "side   | 1:2           | parameter side: '1:2' is not allowed; it takes one of long, short, both",
    })
    void saysWhatIsWrongWithARange(String param, String range, String message) {
        String said = assertThrows(IllegalArgumentException.class, () -> AxisText.read(spec(param), range))
                .getMessage();

        assertTrue(said.contains(message), said);
    }

    @Test
    void namesRangeAndExample() {
        String said =
                assertThrows(IllegalArgumentException.class, () -> AxisText.read(WHOLE, "50:5:5")).getMessage();

        assertEquals(
                "the range fast=50:5:5 runs backwards and makes no trial; write from:to:step, for instance fast=5:50:5,"
                        + " from:to:log:count, or a list 5,10,20",
                said);
    }
}
