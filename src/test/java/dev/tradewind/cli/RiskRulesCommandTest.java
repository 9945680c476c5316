package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void rulesInTheirTextFormActAndAreReported() throws Exception {
        var report = dca(
                        "--param", "baseOrder=2000", "--risk-rule", "symbol volatility 3% over 1h block-new for 30m",
                        "--risk-rule", "account daily-loss 20 halt")
                .json();

        assertThat(report.get("violations").asInt()).isGreaterThan(1);
        assertThat(report.get("riskLog").get(0).get("text").asText()).isNotEmpty();
        assertThat(report.get("stateReason").asText())
                .isEqualTo("TRADING_STATE: trading is HALTED; only sales of what is held pass");
    }

    @Test
    void aTextRuleAndTheShortOptionDoTheSame() throws Exception {
        var text = dca("--param", "baseOrder=2000", "--risk-rule", "account daily-loss 20 halt").json();
        var option = dca("--param", "baseOrder=2000", "--max-daily-loss", "20").json();

        assertThat(text.get("hash")).isEqualTo(option.get("hash"));
        assertThat(text.get("violations").asInt()).isEqualTo(1);
    }

    @Test
    void aWrongRuleNamesTheOptionTheWordAndWhatWouldPass() {
        Shell shell = dca("--risk-rule", "account daily-los 20 halt");

        assertThat(shell.exitCode()).isEqualTo(2);
        assertThat(shell.err()).contains("--risk-rule: risk rule in line 1, 'daily-los': a metric is one of position-size");
    }

    @Test
    void rulesComeFromAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("rules.txt"), "# calm\naccount order-size 150 block-new\n");
        var report = dca("--param", "baseOrder=200", "--risk", file.toString()).json();

        assertThat(report.get("stateReason").asText())
                .startsWith("ORDER_SIZE: risk rule 'account order-size 150 block-new': order 200 USD against 150 USD; up to 0.");
        assertThat(dca("--risk", folder.resolve("none.txt").toString()).exitCode()).isEqualTo(2);
    }
}
