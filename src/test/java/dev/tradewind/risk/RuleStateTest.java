package dev.tradewind.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.tradewind.risk.RuleState.Level;
import dev.tradewind.risk.metric.RuleText;
import org.junit.jupiter.api.Test;

/** When a rule turns, when it turns back, and what a person's word changes. */
class RuleStateTest {

    private static final long SECOND = 1_000_000_000L;

    private RuleState state = RuleState.start(0);

    private String walk(String text, long limit, long... values) {
        RiskRule rule = RuleText.parse(text).getFirst();
        StringBuilder levels = new StringBuilder();
        for (long value : values) {
            now += SECOND;
            state = state.next(rule, limit, value, now);
            levels.append(state.level().name().charAt(0)).append(state.coolNanos() > 0 ? "c" : "");
        }
        return levels.toString();
    }

    private long now;

    @Test
    void itTurnsAmberAtFourFifthsRedAtTheLimitAndBackATenthBelow() {
        assertEquals("GGAARRRAAG", walk("account daily-loss 1 halt", 100, 0, 79, 80, 99, 100, 95, 91, 90 - 1, 80, 79));
    }

    @Test
    void whereLessIsWorseItIsTheOtherWayRound() {
        assertEquals(
                "GGARRRAG", walk("account liquidation-distance 40% warn", 400, 900, 501, 500, 400, 300, 440, 441, 600));
    }

    @Test
    void aCoolOffStartsWhenTheValueIsBackAndStartsAgainWhenItBreaksAgain() {
        assertEquals(
                "RRcRcRcRRcRcRcG",
                walk("symbol volatility 5% over 5m block-new for 3s", 100, 100, 0, 0, 0, 100, 0, 0, 0, 0));
    }

    @Test
    void lengthsOfTimeHaveNoMarginAndNothingToMeasureIsGreen() {
        long nothing = RiskMetric.NOTHING;
        assertEquals("GRAG", walk("account cooldown-after-stop 30m block-new", 1_000, nothing, 999, 1_000, 1_251));
    }

    @Test
    void nothingChangesIsTheSameState() {
        RiskRule rule = RuleText.parse("account daily-loss 1 halt").getFirst();
        RuleState red = RuleState.start(0).next(rule, 100, 150, SECOND);
        assertSame(red, red.next(rule, 100, 160, 2 * SECOND));
    }

    @Test
    void afterAPersonEndedItActsAgainAQuarterFurtherOrAfterItWasBack() {
        RiskRule rule = RuleText.parse("account daily-loss 1 halt").getFirst();
        state = RuleState.start(0).next(rule, 100, 105, SECOND).ended(rule, 100, 105, 2 * SECOND);
        assertEquals(new RuleState(Level.AMBER, 2 * SECOND, 0, 130), state);
        RuleState left = state;
        assertEquals("AAAR", walk(rule.text(), 100, 105, 129, 100, 130));
        state = left;
        assertEquals("AAR", walk(rule.text(), 100, 110, 89, 100));
    }
}
