package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {

    @TempDir
    Path folder;

    private Shell type(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--data-dir");
        all.add(folder.resolve("data").toString());
        return Shell.type(all.toArray(String[]::new));
    }

    /** So many minutes from 2024 on. */
    private Path minutes(String name, int rows) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            text.append(1_704_067_200_000L + row * 60_000L).append(",100.5,101,99.25,100.").append(row % 10).append(",2\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void storesListsChecksAndDrops() throws Exception {
        Path file = minutes("binance-BTCUSDT-1m.csv", 120);
        Shell stored = type("data", "import", file.toString());
        assertThat(stored.exitCode()).isZero();
        assertThat(stored.lines()).containsExactly(
                file + " (candles as CSV) -> binance:BTCUSDT:1m",
                "  120 candles from 2024-01-01 00:00:00 to 2024-01-01 01:59:00: 120 new, 0 stored already, 0 revised");
        assertThat(type("data", "import", file.toString()).lines().getLast())
                .endsWith("0 new, 120 stored already, 0 revised");
        assertThat(type("data", "list").out()).contains("binance:BTCUSDT:1m", "120", "binance-BTCUSDT-1m.csv");
        JsonNode series = type("data", "list", "--json").json().get("series").get(0);
        assertThat(series.get("rows").asInt()).isEqualTo(120);
        assertThat(series.get("tick").decimalValue()).isEqualByComparingTo("0.01");
        assertThat(type("data", "verify").lines()).containsExactly("binance:BTCUSDT:1m: 120 rows, nothing found");
        assertThat(type("data", "verify", "binance:BTCUSDT:1m", "--json").json().get("checks").get(0).get("sound").asBoolean())
                .isTrue();
        assertThat(type("data", "drop", "binance:BTCUSDT:5m").err()).contains("binance:BTCUSDT:1m");
        assertThat(type("data", "drop", "binance:BTCUSDT:1m").lines()).containsExactly(
                "dropped binance:BTCUSDT:1m: 120 rows");
        assertThat(type("data", "list").out()).startsWith("nothing is stored yet");
    }

    @Test
    void aRepairIsAskedForAndReported() throws Exception {
        Path file = minutes("binance-BTCUSDT-1m.csv", 3);
        Files.writeString(file, Files.readString(file) + "1704067380000,1,2,3,4,5\n");
        Shell refused = type("data", "import", file.toString());
        assertThat(refused.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(refused.err().strip())
                .isEqualTo("tradewind data import: " + file + ", line 4: high 2 is below low 3");
        assertThat(type("data", "list").out()).startsWith("nothing is stored yet");
        Shell repaired = type("data", "import", "--repair", file.toString());
        assertThat(repaired.lines()).endsWith("  1 bad row dropped:", "    line 4: high 2 is below low 3");
        JsonNode json = type("data", "import", "--repair", file.toString(), "--json").json().get("imports").get(0);
        assertThat(json.get("dropped").asInt()).isEqualTo(1);
        assertThat(json.get("bad").get(0).get("line").asInt()).isEqualTo(4);
        assertThat(json.get("same").asInt()).isEqualTo(3);
    }

    @Test
    void everyCommandThatTakesDataTakesAStoredSeries() throws Exception {
        type("data", "import", minutes("x.csv", 600).toString(), "--as", "binance:BTCUSDT:1m");
        JsonNode played = type("backtest", "--bot", "sma-cross", "--data", "binance:BTCUSDT:5m", "--json").json();
        assertThat(played.get("rows").asInt()).isEqualTo(120);
        assertThat(type("indicator", "ema", "--data", "binance:BTCUSDT:15m").lines()).hasSize(41);
        Shell finer = type("backtest", "--bot", "sma-cross", "--data", "binance:BTCUSDT:1s");
        assertThat(finer.exitCode()).isNotZero();
        assertThat(finer.err()).contains("binance:BTCUSDT:1m");
        Shell none = Shell.type("backtest", "--bot", "sma-cross", "--data", "binance:BTCUSDT:1m", "--data-dir",
                folder.resolve("none").toString());
        assertThat(none.err()).contains("there is no stored series binance:BTCUSDT:1m: " + folder.resolve("none"));
        Shell paper = type("paper", "--bot", "sma-cross", "--data", "binance:BTCUSDT:1m", "--speed", "10000", "--seconds",
                "1", "--json");
        assertThat(paper.exitCode()).as(paper.err()).isZero();
        assertThat(paper.json().get("symbol").asText()).isEqualTo("BTCUSDT");
    }

    @Test
    void writesWhatIsStored() throws Exception {
        type("data", "import", minutes("x.csv", 60).toString(), "--as", "binance:BTCUSDT:1m");
        Path out = folder.resolve("out.csv");
        Shell written = type("data", "export", "binance:BTCUSDT:1m", "--out", out.toString(), "--timeframe", "15m", "--from",
                "2024-01-01T00:15");
        assertThat(written.lines().getFirst()).startsWith("wrote " + out
                + " with 3 candles of binance:BTCUSDT:15m, 2024-01-01 00:15:00 to 2024-01-01 00:45:00, checksum ");
        assertThat(Files.readAllLines(out)).hasSize(4).first().isEqualTo(
                "openTime(ms UTC; binance:BTCUSDT:15m; tick 0.01; lot 0.001),open,high,low,close,volume");
        assertThat(type("data", "export", "binance:BTCUSDT", "--out", out.toString()).err())
                .contains("'binance:BTCUSDT' names no stored series; venue:symbol:timeframe does");
        assertThat(type("data", "export", "binance:ETHUSDT:1m", "--out", out.toString()).exitCode()).isNotZero();
    }

    @Test
    void keepsRulesAndAppliesThem() throws Exception {
        assertThat(type("data", "retain").lines()).containsExactly("no rule is set: everything is kept");
        type("data", "import", minutes("x.csv", 4_320).toString(), "--as", "binance:BTCUSDT:1m");
        assertThat(type("data", "retain", "--timeframe", "1m", "--days", "2").lines()).containsExactly(
                "1m candles are kept 2 days");
        JsonNode applied = type("data", "retain", "--apply", "--json").json();
        assertThat(applied.get("dropped").asInt()).isPositive();
        assertThat(type("data", "retain", "--list", "--json").json().get("rules").get(0).get("days").asInt()).isEqualTo(2);
        assertThat(type("data", "retain", "--timeframe", "1m", "--days", "all").lines()).containsExactly(
                "no rule is set: everything is kept");
        assertThat(type("data", "retain", "--days", "3").err()).contains("--timeframe TF and --days N go together");
        assertThat(type("data", "retain", "--timeframe", "1m", "--days", "x").err())
                .contains("--days x must be a whole number from 1 on, or 'all'");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(Shell.type("data").err()).contains("one of import, export, list, verify, retain and drop is missing");
        assertThat(type("data", "import").exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(type("data", "import", "--format", "xls", "a.csv").err())
                .contains("format 'xls' is not one of candles, trades, binance-klines");
        assertThat(type("data", "verify").err()).contains("nothing is stored in ");
        assertThat(type("data", "import", "nothing.csv").err()).contains("nothing.csv: there is no such file");
    }
}
