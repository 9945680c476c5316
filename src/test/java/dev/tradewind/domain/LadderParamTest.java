package dev.tradewind.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LadderParamTest {

    private static final ParamSpec LADDER = ParamSpec.ladder("steps", "Steps", "Exit", "%", "0.1", "50", "Steps.");

    @Test
    void bringsStepsIntoCanonicalForm() {
        assertEquals("1:100,2.5:200", LADDER.canonical(" 1.0 : 100, 2.50:200.00 "));
        assertEquals("", LADDER.canonical("  "));
        assertEquals(
                List.of(
                        new Params.Step(new BigDecimal("1"), new BigDecimal("100")),
                        new Params.Step(new BigDecimal("2.5"), new BigDecimal("200"))),
                Params.of(List.of(LADDER), Map.of("steps", "1:100,2.5:200")).ladder("steps"));
        assertEquals(List.of(), Params.of(List.of(LADDER), Map.of()).ladder("steps"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1:", "1:2:3", "2:1,1:1", "1:1,1:2", "0.05:1", "51:1", "1:0", "1:-2", "a:b", "1:1,"})
    void refusesWhatIsNotALadder(String text) {
        ParamException refusal = assertThrows(ParamException.class, () -> LADDER.canonical(text));
        assertEquals("steps", refusal.parameter());
    }
}
