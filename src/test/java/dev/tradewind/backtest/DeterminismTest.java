package dev.tradewind.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.BacktestRequest;
import dev.tradewind.app.BacktestRunner;
import dev.tradewind.app.BotChoice;
import dev.tradewind.app.DataFiles.Loaded;
import dev.tradewind.app.MarketChoice;
import dev.tradewind.app.RunSetup;
import dev.tradewind.app.SampleFile;
import dev.tradewind.app.StartException;
import dev.tradewind.bench.BenchSeries;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.BotType.Preset;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Progress;
import dev.tradewind.marketdata.MadeRecording;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The same inputs give the same run: every catalogued bot, with each of its presets, over real and made-up candles,
 * twice in this process and once in another, whose hash seeds, memory and compiler differ.
 */
class DeterminismTest {

    private static final int BARS = 20_000;
    private static final long SEED = 7;

    @Test
    void everyBotRunsTheSameAgain() throws Exception {
        List<String> first = runAll();
        List<String> second = runAll();
        List<String> elsewhere = runInAnotherProcess();

        assertThat(first).hasSizeGreaterThanOrEqualTo(BotChoice.types().size() * 2);
        assertThat(second).isEqualTo(first);
        assertThat(elsewhere).isEqualTo(first);
    }

    private static List<String> runAll() throws StartException, IOException {
        Map<String, Loaded> markets = new LinkedHashMap<>();
        markets.put("sample", MarketChoice.of(
                        Path.of(SampleFile.FOLDER, SampleFile.BINANCEUS_ETHUSD.fileName()))
                .load());
        markets.put("series", BenchSeries.of(BARS, SEED).imported());
        Path book = Files.createTempDirectory("determinism").resolve("made-BTCUSDT.jsonl");
        markets.put("book", MarketChoice.of(MadeRecording.write(book, SEED, 1_500)).load());
        List<String> hashes = new ArrayList<>();
        for (Map.Entry<String, Loaded> market : markets.entrySet()) {
            for (BotType type : BotChoice.types()) {
                for (Preset preset : type.presets()) {
                    BotChoice bot = BotChoice.of(type.id(), preset.values());
                    BacktestReport report = new BacktestRunner(
                                    bot,
                                    market.getValue(),
                                    BacktestRequest.plain(new BigDecimal(100_000), new FeeRate(50_000)))
                            .run()
                            .report();
                    hashes.add(type.id() + " " + preset.label() + " on " + market.getKey() + ": "
                            + report.fills().size() + " fills, " + report.hash());
                }
            }
        }
        hashes.add(portfolio());
        Files.delete(book);
        Files.delete(book.getParent());
        return hashes;
    }

    /** Three histories with three kinds of bots, one of them a perpetual, under a rule about the whole account. */
    private static String portfolio() throws StartException {
        List<Loaded> histories = List.of(
                BenchSeries.of(BARS, SEED).imported(), BenchSeries.of(BARS, SEED + 1).imported(),
                BenchSeries.of(BARS, SEED + 2).imported());
        RunSetup setup = RunSetup.ofJson(
                """
                {"capital": 100000, "feeBps": 5, "risk": {"rules": ["account drawdown 8% flatten"]}, "lanes": [
                  {"data": "a", "bots": [{"bot": "sma-cross"}, {"bot": "dca", "timeframe": "5m"}]},
                  {"data": "b", "bots": [{"bot": "dca", "capital": 20000}]},
                  {"data": "c", "perpetual": {"leverage": 3}, "bots": [{"bot": "sma-cross"}]}]}
                """);
        RunReport report = BacktestRunner.of(setup, histories).report(Progress.NONE);
        return "portfolio: " + report.fills() + " fills, " + report.journalHash() + ", " + report.performance()
                + ", " + report.equity().hashCode();
    }

    private static List<String> runInAnotherProcess() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Elsewhere.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().toList();
    }

    /** The other process. */
    static final class Elsewhere {

        private Elsewhere() {}

        public static void main(String[] arguments) throws StartException, IOException {
            runAll().forEach(System.out::println);
        }
    }
}
