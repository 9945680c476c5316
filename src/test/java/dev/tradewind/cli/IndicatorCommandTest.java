package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndicatorCommandTest {

    @TempDir
    private Path folder;

    private String data = "";

    @BeforeEach
    void writeCandles() throws Exception {
        StringBuilder rows = new StringBuilder("openTime,open,high,low,close,volume\n");
        for (int i = 0; i < 5; i++) {
            rows.append(1_599_999_960_000L + i * 60_000L).append(",10,30,5,").append(10 + 2 * i).append(",1\n");
        }
        data = Files.writeString(folder.resolve("candles.csv"), rows.toString()).toString();
    }

    @Test
    void writesTheLinesAsCsv() throws Exception {
        Path out = folder.resolve("sma.csv");
        Shell shell = Shell.type("indicator", "sma", "--param", "period=3", "--data", data, "--out", out.toString());

        assertThat(shell.err()).isEmpty();
        assertThat(shell.exitCode()).isZero();
        assertThat(shell.lines()).containsExactly(
                "Simple moving average (period=3 source=close): 5 candles, warm after 3, written to " + out);
        assertThat(Files.readAllLines(out)).containsExactly(
                "openTime,value", "1599999960000,", "1600000020000,", "1600000080000,12.0", "1600000140000,14.0",
                "1600000200000,16.0");
    }

    @Test
    void printsJsonRows() {
        Shell shell = Shell.type("indicator", "sma", "--param", "period=5", "--data", data, "--json");

        assertThat(shell.lines()).hasSize(5)
                .startsWith("{\"openTime\":1599999960000,\"value\":null}")
                .endsWith("{\"openTime\":1600000200000,\"value\":14.0}");
    }

    @Test
    void listsEveryIndicator() throws Exception {
        assertThat(Shell.type("indicator", "--list").lines())
                .contains("ema period=20 source=close -> value: Mean that forgets older values by and by.")
                .hasSizeGreaterThan(60);
        var all = Shell.type("indicator", "--list", "--json").json().path("indicators");
        assertThat(all.size()).isGreaterThan(60);
        assertThat(all.path(0).path("id").asText()).isEqualTo("sma");
        assertThat(all.path(0).path("warmUp").asInt()).isEqualTo(20);
    }

    @Test
    void saysWhatIsWrong() {
        Shell unknown = Shell.type("indicator", "emma", "--data", data);
        assertThat(unknown.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(unknown.err()).startsWith("tradewind indicator: indicator 'emma' is not one of sma, ema, ");

        Shell wrong = Shell.type("indicator", "ema", "--param", "period=0", "--data", data);
        assertThat(wrong.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(wrong.lines()).isEmpty();
        assertThat(wrong.err())
                .contains("parameter period: '0' is not allowed; it takes a whole number from 1 to 5000");

        assertThat(Shell.type("indicator").err()).contains("an indicator's ID and --data FILE are needed, or --list");
        assertThat(Shell.type("indicator", "ema", "--data", "nowhere.csv").exitCode())
                .isEqualTo(TradewindCommand.FAILED);
    }
}
