package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.app.SampleFile;
import dev.tradewind.marketdata.MadeRecording;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report says how closely its fills follow the market, and what it had to assume. */
class FillTierCommandTest {

    private static final String CANDLES = SampleFile.FOLDER + "/" + SampleFile.BINANCEUS_ETHUSD.fileName();

    @TempDir
    Path folder;

    private static Shell backtest(String bot, String data, String... more) {
        List<String> arguments = new ArrayList<>(List.of("backtest", "--bot", bot, "--data", data));
        arguments.addAll(List.of(more));
        return Shell.type(arguments.toArray(String[]::new));
    }

    @Test
    void candlesInWhichAStopAndAProfitLieArePlayedBothWays() throws Exception {
        String[] tight = {"--param", "stopLoss=0.3", "takeProfit=0.3", "safetyOrders=0"};
        List<String> lines = backtest("dca", CANDLES, tight).lines();
        String[] json = {"--param", "stopLoss=0.3", "takeProfit=0.3", "safetyOrders=0", "--json"};
        JsonNode report = backtest("dca", CANDLES, json).json();

        assertThat(lines).anyMatch(line -> line.matches(
                "Unclear +6 candles held a stop and a profit order; stops first [\\d.,]+, profits first [\\d.,]+, spread 2.72 USD"));
        assertThat(report.get("tier").asText()).isEqualTo("T0");
        assertThat(report.get("unclearCandles").asInt()).isEqualTo(6);
        BigDecimal worst = report.at("/spread/pessimistic").decimalValue();
        BigDecimal best = report.at("/spread/optimistic").decimalValue();
        assertThat(report.get("endEquity").decimalValue()).isBetween(worst, best);
        assertThat(report.at("/spread/spread").decimalValue()).isEqualByComparingTo(best.subtract(worst));
    }

    @Test
    void aBotOnCoarserCandlesIsT1AndATimeframeThatDoesNotFitIsRefused() throws Exception {
        JsonNode report = backtest("sma-cross", CANDLES, "--timeframe", "15m", "--json").json();
        assertThat(report.get("tier").asText()).isEqualTo("T1");
        assertThat(report.get("timeframe").asText()).isEqualTo("5m");
        assertThat(report.get("botTimeframe").asText()).isEqualTo("15m");

        Shell finer = backtest("sma-cross", CANDLES, "--timeframe", "1m");
        assertThat(finer.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(finer.err()).contains("candles of 1m cannot be built from candles of 5m");
        assertThat(backtest("sma-cross", CANDLES, "--timeframe", "7m").err())
                .contains("timeframe '7m' is not one of 1s, 5s");
    }

    @Test
    void aRecordedBookIsT3AndAPartOfItPlaysToo() throws Exception {
        Path book = MadeRecording.write(folder.resolve("made-BTCUSDT.jsonl"), 4, 2_000);
        String[] range = {"--param", "lower=95", "upper=105", "levels=25"};
        JsonNode report = Shell.type(
                        "backtest", "--bot", "grid", "--book", book.toString(), range[0], range[1], range[2], range[3],
                        "--fee-bps", "0", "--json")
                .json();
        assertThat(report.get("tier").asText()).isEqualTo("T3");
        assertThat(report.get("kind").asText()).isEqualTo("book changes and trades");
        assertThat(report.get("fills").asInt()).isPositive();
        assertThat(report.get("state").asText()).isEqualTo("RUNNING");

        JsonNode part = Shell.type(
                        "backtest", "--bot", "grid", "--book", book.toString(), range[0], range[1], range[2], range[3],
                        "--fee-bps", "0", "--from", "2023-11-14T22:14:20", "--json")
                .json();
        assertThat(part.get("events").asInt()).isBetween(1, report.get("events").asInt() - 1);
        assertThat(part.get("from").asText()).startsWith("2023-11-14T22:14:20");
    }

    @Test
    void theSeedMovesWhatIsDrawnAndModelsAreNamed() throws Exception {
        String[] jitter = {"--latency", "jitter:millis=20000", "--latency-ms", "500", "--json"};
        JsonNode one = backtest("dca", CANDLES, concat(jitter, "--seed", "1")).json();
        JsonNode again = backtest("dca", CANDLES, concat(jitter, "--seed", "1")).json();
        JsonNode other = backtest("dca", CANDLES, concat(jitter, "--seed", "2")).json();
        assertThat(again.get("hash")).isEqualTo(one.get("hash"));
        assertThat(other.get("hash")).isNotEqualTo(one.get("hash"));
        assertThat(one.get("latencyModel").asText()).isEqualTo("jitter:millis=20000");

        Shell unknown = backtest("dca", CANDLES, "--queue", "deep");
        assertThat(unknown.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(unknown.err()).contains("there is no queue model 'deep'; there are through, average");
    }

    private static String[] concat(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
