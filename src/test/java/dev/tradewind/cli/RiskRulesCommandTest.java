package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The risk rules as a person sets them, through the command and the whole engine. */
class RiskRulesCommandTest {

    private static Shell dca(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "backtest", "--bot", "dca", "--data", "sample-data/bitstamp-btcusd-2013-11-trades.csv.gz", "--json"));
        all.addAll(List.of(more));
        return Shell.type(all.toArray(String[]::new));
    }

    @Test
    void anOrderOverTheLargestIsRefusedByName() throws Exception {
        var report = dca("--param", "baseOrder=200", "--max-order", "150").json();

        assertThat(report.get("fills").asInt()).isZero();
        assertThat(report.get("state").asText()).isEqualTo("ERROR");
        assertThat(report.get("stateReason").asText())
                .isEqualTo("ORDER_SIZE: 200.00 USD in one order; the rule allows 150.00 USD");
    }

    @Test
    void buysStopWhereThePositionWouldBeTooLarge() throws Exception {
        var report = dca("--param", "baseOrder=200", "--max-position", "450").json();

        assertThat(report.get("fills").asInt()).isPositive();
        assertThat(report.get("stateReason").asText()).startsWith("POSITION_SIZE: held and ordered would come to ");
    }

    @Test
    void theDayThatLosesTooMuchEndsTrading() throws Exception {
        var report = dca("--param", "baseOrder=2000", "--max-daily-loss", "20").json();

        assertThat(report.get("stateReason").asText())
                .isEqualTo("TRADING_STATE: trading is HALTED; only sales of what is held pass");
    }

    @Test
    void aNegativeRuleIsAWrongCall() {
        Shell shell = dca("--max-order", "-1");

        assertThat(shell.exitCode()).isEqualTo(2);
    }
}
