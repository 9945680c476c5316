package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradewind.app.BacktestOutcome;
import dev.tradewind.app.BacktestRequest;
import dev.tradewind.app.BacktestRunner;
import dev.tradewind.app.BotChoice;
import dev.tradewind.cli.TradewindCommand;
import dev.tradewind.domain.FeeRate;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchSeriesTest {

    private static final Path GENERATOR = Path.of("../shared/bench/Data.java");
    private static final int BARS = 20_000;

    @TempDir
    Path folder;

    /** Runs the published generator and compares what it writes byte for byte. */
    @Test
    void equalsThePublishedGenerator() throws Exception {
        assumeTrue(Files.isRegularFile(GENERATOR), "skipped: " + GENERATOR + " is not there");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(), GENERATOR.toString(), Integer.toString(BARS), folder.resolve("d").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        BenchSeries series = BenchSeries.of(BARS, BenchSeries.SEED);

        assertThat(columns(series)).isEqualTo(Files.readAllBytes(folder.resolve("d.bin")));
        assertThat(Files.readAllBytes(csv(series))).isEqualTo(Files.readAllBytes(folder.resolve("d.csv")));
    }

    private static byte[] columns(BenchSeries series) {
        ByteBuffer bytes = ByteBuffer.allocate(48 * series.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (int bar = 0; bar < series.size(); bar++) {
            bytes.putLong(series.timeMillis(bar));
        }
        for (int bar = 0; bar < series.size(); bar++) {
            bytes.putDouble(series.open(bar));
        }
        for (int bar = 0; bar < series.size(); bar++) {
            bytes.putDouble(series.high(bar));
        }
        for (int bar = 0; bar < series.size(); bar++) {
            bytes.putDouble(series.low(bar));
        }
        for (int bar = 0; bar < series.size(); bar++) {
            bytes.putDouble(series.close(bar));
        }
        for (int bar = 0; bar < series.size(); bar++) {
            bytes.putDouble(series.volume(bar));
        }
        return bytes.array();
    }

    private Path csv(BenchSeries series) throws Exception {
        Path csv = folder.resolve("bench.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(csv)) {
            writer.write("time,open,high,low,close,volume\n");
            for (int bar = 0; bar < series.size(); bar++) {
                writer.write(series.timeMillis(bar) + "," + series.open(bar) + "," + series.high(bar) + ","
                        + series.low(bar) + "," + series.close(bar) + "," + series.volume(bar) + "\n");
            }
        }
        return csv;
    }

    @Test
    void givesTheHashOfTheCommandForTheCrossover() throws Exception {
        assertSameHash("sma-cross", Map.of("fast", "10", "slow", "50", "size", "1"), "1000000");
    }

    @Test
    void givesTheHashOfTheCommandForTheDealBot() throws Exception {
        assertSameHash("dca", DealLoop.PARAMS, "10000");
    }

    private void assertSameHash(String bot, Map<String, String> params, String capital) throws Exception {
        BenchSeries series = BenchSeries.of(BARS, BenchSeries.SEED);
        BacktestOutcome bench = new BacktestRunner(
                        BotChoice.of(bot, params),
                        series.imported(),
                        BacktestRequest.plain(new BigDecimal(capital), new FeeRate(50_000)))
                .run();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] command = {
            "backtest", "--bot", bot, "--data", csv(series).toString(), "--capital", capital, "--fee-bps", "5",
            "--json", "--param",
            String.join("\u0000--param\u0000", params.entrySet().stream().map(Object::toString).toList())
        };

        int exitCode = TradewindCommand.execute(
                String.join("\u0000", command).split("\u0000"), new PrintWriter(out), new PrintWriter(err));

        assertThat(exitCode).as(err.toString()).isZero();
        assertThat(bench.report().fills().size()).isPositive();
        assertThat(out.toString()).contains("\"hash\":\"" + bench.report().hash() + "\"");
    }
}
