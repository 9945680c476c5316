package dev.tradewind.risk.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tradewind.risk.RiskMetric;
import dev.tradewind.risk.RiskRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account daily-loss 100 halt",
                "bot:3 drawdown 10% over 1d stop-bots",
                "symbol volatility 5% over 5m block-new for 30m",
                "bot:* cooldown-after-stop 30m block-new",
                "tag:calm leverage 2.5x reduce-only",
                "account order-rate 20 over 1m block-new",
                "account low-profit -1.5% over 7d cancel-entries for 2h",
                "account correlation 90% over 1d warn",
                "account liquidation-distance 15% flatten",
                "account unprotected 5s protect",
                "account exposure 250 shrink",
                "account liquidation-distance 45% add-margin 500"
            })
    void aRulePrintsAsItIsWritten(String text) {
        assertEquals(text, RuleText.print(RuleText.parse(text)));
    }

    @Test
    void commentsEmptyLinesAndSpacesAreLeftOutAndNumbersAreMadePlain() {
        List<RiskRule> rules = RuleText.parse(
                """
                # the day
                  account   daily-loss  1e2   halt   # said at breakfast

                account drawdown 10.50% over 120m warn
                """);
        assertEquals("account daily-loss 100 halt\naccount drawdown 10.5% over 2h warn", RuleText.print(rules));
        assertEquals(rules, RuleText.parse(RuleText.print(rules)));
        assertEquals(List.of(), RuleText.parse("\n \n# nothing\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    bots daily-loss 1 halt               | risk rule in line 1, 'bots': a scope is account, symbol, bot:3 (a bot's number), bot:* (each bot) or tag:calm
                    bot:0 daily-loss 1 halt              | risk rule in line 1, 'bot:0': a scope is account, symbol, bot:3 (a bot's number), bot:* (each bot) or tag:calm
                    account daily-loss 5% over 1d halt   | risk rule in line 1, 'over': metric daily-loss has no window; leave 'over ...' out
                    account daily-loss -1 halt           | risk rule in line 1, '-1': a limit of daily-loss is a number from 0.01 to 1000000000000 in quote units, such as 100; or a number from 0.01 to 100 with %, such as 10%
                    account leverage 3 halt              | risk rule in line 1, '3': a limit of leverage is a number from 0.01 to 125 with x, such as 3x
                    account leverage 200x halt           | risk rule in line 1, '200x': a limit of leverage is a number from 0.01 to 125 with x, such as 3x
                    account losing-streak 2.5 halt       | risk rule in line 1, '2.5': a limit of losing-streak is a whole number from 1 to 1000
                    account volatility 5% halt           | risk rule in line 1, 'halt': metric volatility needs a window, for instance 'over 1h'
                    account volatility 5% over 5 halt    | risk rule in line 1, '5': a length of time is written 30s, 5m, 2h or 1d
                    account daily-loss 5 stop            | risk rule in line 1, 'stop': an action is one of warn, block-new, cancel-entries, reduce-only, shrink, flatten, stop-bots, halt
                    account order-size 5 halt            | risk rule in line 1, 'halt': metric order-size takes warn, block-new
                    account daily-loss 5 halt for 5m     | risk rule in line 1, 'for': only block-new and cancel-entries end by themselves after a cool-off
                    account daily-loss 5 warn now        | risk rule in line 1, 'now': nothing more belongs there; a rule is SCOPE METRIC LIMIT [over WINDOW] ACTION [for COOL-OFF]
                    account daily-loss 5                 | risk rule in line 1, at its end: expected an action: warn, block-new, cancel-entries, reduce-only, shrink, flatten, stop-bots, halt; a rule is SCOPE METRIC LIMIT [over WINDOW] ACTION [for COOL-OFF]
                    account daily-loss 5 add-margin 500  | risk rule in line 1, 'add-margin': metric daily-loss takes warn, block-new, cancel-entries, reduce-only, shrink, flatten, stop-bots, halt
                    account liquidation-distance 45% add-margin      | risk rule in line 1, at its end: expected the most margin to add in all; a rule is SCOPE METRIC LIMIT [over WINDOW] ACTION [for COOL-OFF]
                    account liquidation-distance 45% add-margin 0    | risk rule in line 1, '0': the most margin to add in all is a number from 0.01 to 1000000000 in quote units, such as 500
                    account liquidation-distance 45% add-margin much | risk rule in line 1, 'much': the most margin to add in all is a number from 0.01 to 1000000000 in quote units, such as 500
                    account liquidation-distance 45% add-margin 5 for 1h | risk rule in line 1, 'for': only block-new and cancel-entries end by themselves after a cool-off
                    account liquidation-distance 45% margin 5        | risk rule in line 1, 'margin': an action is one of warn, block-new, cancel-entries, reduce-only, shrink, flatten, stop-bots, halt, add-margin
                    bot:1 correlation 90% over 1d warn   | risk rule in line 1, 'bot:1': metric correlation takes account, symbol, tag:calm
                    """)
    void aWrongRuleNamesTheLineTheWordAndWhatWouldPass(String text, String message) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> RuleText.parse(text)).getMessage());
    }

    @Test
    void theLineCountsFromTheTop() {
        assertEquals(
                "risk rule in line 3, 'profit': a metric is one of position-size, leverage, open-positions, order-rate, "
                        + "order-size, daily-loss, drawdown, losing-streak, cooldown-after-stop, low-profit, correlation, "
                        + "exposure, liquidation-distance, volatility, unprotected",
                assertThrows(IllegalArgumentException.class, () -> RuleText.parse("#\n\naccount profit 5 warn"))
                        .getMessage());
    }

    @Test
    void everyMetricHasItsOwnIdAndAReasonForEachUnit() {
        assertEquals(
                RiskCatalog.METRICS.size(),
                RiskCatalog.METRICS.stream().map(RiskMetric::id).distinct().count());
        for (RiskMetric metric : RiskCatalog.METRICS) {
            metric.limits().forEach(limit -> assertEquals(metric.reason(limit.unit()), metric.reason(limit.unit())));
        }
    }
}
