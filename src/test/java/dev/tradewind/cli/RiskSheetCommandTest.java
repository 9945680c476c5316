package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskSheetCommandTest {

    private static final String[] GOLDEN = {
        "risk-sheet", "--bot", "dca", "--price", "100", "--param", "baseOrder=100", "--param", "safetyOrder=100",
        "--param", "deviation=1", "--param", "stepScale=1.5", "--param", "volumeScale=2", "--param", "takeProfit=1.5",
        "--param", "safetyOrders=5"
    };

    private static String[] golden(String... more) {
        List<String> all = new ArrayList<>(List.of(GOLDEN));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** The worked table of a DCA ladder in the trading reference, §2: zero fee, no rounding. */
    @Test
    void printsTheGoldenTable() {
        Shell shell = Shell.type(GOLDEN);

        assertThat(shell.exitCode()).isZero();
        assertThat(shell.err()).isEmpty();
        assertThat(shell.lines().subList(2, 9)).containsExactly(
                "order  deviation %    price   quantity  volume  invested     average   TP total     TP base  bounce %"
                        + "  verdict",
                "Base             0      100          1     100       100  100.000000      101.5       101.5       1.5"
                        + "  passes",
                "SO 1             1       99   1.010101     100       200   99.497487  100.98995  100.243719      2.01"
                        + "  passes",
                "SO 2           2.5     97.5   2.051282     200       400   98.488617  99.965946   98.857949     2.529"
                        + "  passes",
                "SO 3          4.75    95.25   4.199475     400       800   96.842239  98.294873   97.023819     3.197"
                        + "  passes",
                "SO 4         8.125   91.875   8.707483     800      1600   94.293248  95.707647   94.381648     4.172"
                        + "  passes",
                "SO 5       13.1875  86.8125  18.430526    1600      3200   90.398374   91.75435   90.440749     5.693"
                        + "  passes");
    }

    /** The same reference: with a tick of 0.01 the fourth average is 94.2959. */
    @Test
    void roundsUnderRules() throws Exception {
        JsonNode sheet = Shell.type(golden("--rules", "default", "--json")).json();

        assertThat(sheet.at("/lines/4/price").asText()).isEqualTo("91.88");
        assertThat(sheet.at("/lines/4/average").decimalValue().setScale(4, RoundingMode.HALF_UP)).isEqualTo("94.2959");
        assertThat(sheet.get("blocking").asInt()).isZero();
    }

    @Test
    void saysWhichOrderAnExchangeWouldRefuse(@TempDir Path folder) throws Exception {
        Path rules = folder.resolve("rules.json");
        Files.writeString(rules, """
                {"symbol": "XYZEUR", "baseAsset": "XYZ", "quoteAsset": "EUR", "filters": [
                  {"filterType": "PRICE_FILTER", "minPrice": "0.01", "maxPrice": "0", "tickSize": "0.0100"},
                  {"filterType": "LOT_SIZE", "minQty": "0.10", "maxQty": "1000", "stepSize": "0.10"},
                  {"filterType": "NOTIONAL", "minNotional": "150"}]}
                """);

        JsonNode sheet = Shell.type(golden("--rules", rules.toString(), "--json")).json();

        assertThat(sheet.at("/lines/0/rule").asText()).isEqualTo("MIN_NOTIONAL");
        assertThat(sheet.at("/lines/2/verdict").asText()).isEqualTo("PASS");
        assertThat(sheet.at("/lines/2/quantity").asText()).isEqualTo("2");
        assertThat(sheet.get("blocking").asInt()).isPositive();
    }

    @Test
    void refusesRulesThatAreNone(@TempDir Path folder) throws Exception {
        Path rules = folder.resolve("rules.json");
        Files.writeString(rules, "{\n nonsense");

        Shell shell = Shell.type(golden("--rules", rules.toString()));

        assertThat(shell.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(shell.err()).startsWith("tradewind risk-sheet: " + rules + ", line 2: is not JSON").hasLineCount(1);
    }

    @Test
    void chargesAFeeOnlyWhenAsked() throws Exception {
        JsonNode free = Shell.type(golden("--json")).json();
        JsonNode charged = Shell.type(golden("--fee-bps", "10", "--json")).json();

        assertThat(free.at("/lines/5/invested").asText()).isEqualTo("3200");
        assertThat(charged.at("/lines/5/invested").asText()).isEqualTo("3203.2");
        assertThat(charged.get("fees").asDouble()).isGreaterThan(6.4);
    }

    @Test
    void refusesAPriceThatIsNone() {
        Shell shell = Shell.type("risk-sheet", "--bot", "dca", "--price", "0");

        assertThat(shell.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(shell.err()).isEqualTo(
                "tradewind risk-sheet: --price 0 must be above 0 and at most 10000000000" + System.lineSeparator());
    }
}
