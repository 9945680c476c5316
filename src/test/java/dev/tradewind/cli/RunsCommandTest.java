package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.persistence.Database;
import dev.tradewind.report.RunJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {

    private static final Path CANDLES = Path.of("sample-data/binanceus-ethusd-5m-2023-03.csv");

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void copyData() throws Exception {
        data = Files.copy(CANDLES, folder.resolve("minutes.csv"));
    }

    private Shell backtest(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "backtest", "--bot", "sma-cross", "--data", data.toString(), "--data-dir", home()));
        all.addAll(List.of(more));
        return Shell.type(all.toArray(String[]::new));
    }

    private String home() {
        return folder.resolve("home").toString();
    }

    private Shell runs(String... more) {
        List<String> all = new ArrayList<>(List.of("runs"));
        all.addAll(List.of(more));
        all.addAll(List.of("--data-dir", home()));
        return Shell.type(all.toArray(String[]::new));
    }

    @Test
    void keepsListsShowsAndDrops() throws Exception {
        assertThat(runs("list").out()).startsWith("No run is kept in ");
        Shell kept = backtest("--keep", "Slow cross", "--json");

        assertThat(kept.exitCode()).as(kept.err()).isZero();
        assertThat(kept.err()).contains("kept as run 1 in " + home());
        assertThat(kept.json().get("run").asInt()).isEqualTo(1);
        assertThat(backtest("--keep").err()).contains("kept as run 2 in ");

        List<String> listed = runs("list").lines();
        assertThat(listed).hasSize(3);
        assertThat(listed.get(0)).startsWith("Run").contains("Kept, UTC", "Return", "Drawdown", "Sharpe", "Trades", "Title");
        assertThat(listed.get(1)).startsWith("2 ");
        assertThat(listed.get(2)).startsWith("1 ").endsWith("Slow cross (" + kept.json().get("symbol").asText() + ")");
        JsonNode first = runs("list", "--json").json().get("runs").get(1);
        assertThat(first.get("journalHash")).isEqualTo(kept.json().get("hash"));
        assertThat(first.get("title").asText()).isEqualTo("Slow cross");

        Shell shown = runs("show", "1");
        assertThat(shown.lines().getFirst()).isEqualTo("Slow cross");
        assertThat(shown.out()).contains("Maximum drawdown", "Sharpe", "T0: each candle is walked", kept.json().get("hash").asText());
        assertThat(RunJson.read(runs("show", "1", "--json").out()).journalHash()).isEqualTo(kept.json().get("hash").asText());

        assertThat(runs("drop", "1").lines()).containsExactly("dropped run 1");
        assertThat(runs("list").lines()).hasSize(2);
        assertThat(runs("show", "1").err()).contains("there is no run 1 in ", "the newest is 2 (tradewind runs list shows them)");
    }

    @Test
    void playsAKeptRunAgainAndSaysWhetherItIsTheSame() throws Exception {
        backtest("--keep", "--slippage-bps", "2", "--param", "fast=5");
        Shell same = runs("rerun", "1");

        assertThat(same.exitCode()).as(same.err()).isZero();
        assertThat(same.lines().getFirst()).startsWith("run 1 came out identical: ");

        raise(false);
        Shell unseen = runs("rerun", "1");
        assertThat(unseen.exitCode()).as(unseen.err()).isZero();
        assertThat(unseen.lines().get(0)).startsWith("run 1 came out identical: ");
        assertThat(unseen.lines().get(1)).startsWith("- though data of ").contains(" changed: ", " had checksum ");

        raise(true);
        Shell other = runs("rerun", "1", "--keep");
        assertThat(other.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(other.out()).contains("run 1 came out otherwise:", "changed: ", " had checksum ");
        assertThat(other.err()).contains("kept as run 2 in ");
        JsonNode json = runs("rerun", "1", "--json").json();
        assertThat(json.get("identical").asBoolean()).isFalse();
        assertThat(json.get("differences").get(0).asText()).startsWith("data of ");

        Files.delete(data);
        Shell gone = runs("rerun", "1");
        assertThat(gone.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(gone.err()).contains("minutes.csv", "there is no such file");
    }

    /** Raises the highs of some rows, and their closes if asked to. */
    private void raise(boolean closes) throws Exception {
        List<String> rows = new ArrayList<>(Files.readAllLines(data));
        for (int row = 300; row < 330; row++) {
            String[] cells = rows.get(row).split(",");
            for (int column = 2; column <= (closes ? 4 : 2); column += 2) {
                cells[column] = String.format(Locale.ROOT, "%.2f", Double.parseDouble(cells[column]) + 50);
            }
            rows.set(row, String.join(",", cells));
        }
        Files.write(data, rows);
    }

    @Test
    void comparesRunsAndSaysWhereTheyAreNotAlike() throws Exception {
        backtest("--keep", "Fast", "--param", "fast=5");
        backtest("--keep", "Slow", "--param", "fast=9");
        backtest("--keep", "Dear", "--fee-bps", "40", "--to", "2023-03-14");

        Shell alike = runs("compare", "1", "2");
        assertThat(alike.exitCode()).as(alike.err()).isZero();
        assertThat(alike.lines()).startsWith("Run 1: Fast", "Run 2: Slow", "");
        assertThat(alike.out()).contains("Total return", "*").doesNotContain("Not like for like");
        JsonNode json = runs("compare", "3", "1", "--json").json();
        assertThat(json.get("runs").get(0).get("title").asText()).isEqualTo("Dear");
        assertThat(json.get("figures").get(0).get("id").asText()).isEqualTo("totalReturn");
        assertThat(json.get("figures").get(0).get("best").asInt()).isIn(1, 3);
        assertThat(json.get("warnings")).hasSize(2);
        assertThat(json.get("warnings").get(0).asText()).startsWith("the range differs: ");
        assertThat(json.get("warnings").get(1).asText())
                .isEqualTo("the fees differ: 40 bp, buys pay in quote | 10 bp, buys pay in quote");
    }

    @Test
    void refusesWhatCannotBeCompared() {
        backtest("--keep");
        assertThat(runs("compare", "1").err()).contains("1 run cannot be compared; name 2 to 10");
        assertThat(runs("compare", "1", "1").err()).contains("run 1 is named twice; name each once");
        assertThat(runs("compare", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11").err())
                .contains("11 runs cannot be compared; name 2 to 10");
        assertThat(runs("compare", "1", "7").err()).contains("there is no run 7 in ", "the newest is 1");
        assertThat(runs("compare", "1", "x").exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(Shell.type("runs").err()).contains("one of list, show, compare, rerun, export and drop is missing");
        assertThat(runs("list", "--most", "0").err()).contains("--most 0 must be 1 or more");
    }

    @Test
    void writesReportsOfANewRunAndOfAKeptOne() throws Exception {
        Path html = folder.resolve("run.html");
        Path json = folder.resolve("run.json");
        Path pdf = folder.resolve("run.pdf");
        Path csv = folder.resolve("run.csv");
        Path out = folder.resolve("out.csv");
        Shell fresh = backtest(
                "--keep", "--report", html.toString(), "--report", json.toString(), "--report", csv.toString(), "--report",
                pdf.toString(), "--out", out.toString());

        assertThat(fresh.exitCode()).as(fresh.err()).isZero();
        assertThat(fresh.err()).contains("wrote " + html, "wrote " + json, "wrote " + folder.resolve("run-trades.csv"));
        assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>");
        assertThat(Files.readAllLines(folder.resolve("run-trades.csv"))).hasSize(13);
        assertThat(Files.readAllLines(folder.resolve("run-equity.csv")).getFirst()).isEqualTo("time,equity,drawdown,hold");

        assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        List<String> fills = Files.readAllLines(folder.resolve("run-fills.csv"));
        assertThat(fills).hasSize(25).startsWith("time,symbol,bot,side,price,quantity,fee,feeAsset,liquidity,order,tag");
        assertThat(fills.stream().map(line -> line.split(",")[0] + line.split(",")[9]).toList())
                .isEqualTo(Files.readAllLines(out).stream().map(line -> line.split(",")[0] + line.split(",")[7]).toList());
        List<String> orders = Files.readAllLines(folder.resolve("run-orders.csv"));
        assertThat(orders).hasSize(25);
        assertThat(orders.get(1)).matches("\\d+,2023-03-13T22:20:00Z,2023-03-13T22:20:00Z,BASEQUOTE,1,buy,market,gtc,1,,,1,1680.88,filled,,1");

        Shell again = runs("export", "1", "--out", csv.toString());
        assertThat(again.lines()).hasSize(4).allSatisfy(line -> assertThat(line).startsWith("replaced "));
        assertThat(Files.readAllLines(folder.resolve("run-orders.csv"))).isEqualTo(orders);
        assertThat(Files.readAllLines(folder.resolve("run-fills.csv"))).isEqualTo(fills);
        raise(true);
        Shell changed = runs("export", "1", "--out", csv.toString());
        assertThat(changed.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(changed.err()).contains("orders and fills of run 1 cannot be told: played again it comes out otherwise");

        String before = Files.readString(json);
        Files.delete(json);
        Shell exported = runs("export", "1", "--out", json.toString(), "--out", html.toString());
        assertThat(exported.lines()).containsExactly("wrote " + json, "replaced " + html);
        assertThat(Files.readString(json)).isEqualTo(before);
        assertThat(RunJson.write(RunJson.read(before))).isEqualTo(before.strip());
    }

    @Test
    void keepsARunOfASetup() throws Exception {
        Path setup = folder.resolve("setup.json");
        backtest("--save-setup", setup.toString());
        Path json = folder.resolve("run.json");
        Shell kept = Shell.type(
                "backtest", "--setup", setup.toString(), "--keep", "Of a setup", "--report", json.toString(), "--data-dir",
                home());

        assertThat(kept.exitCode()).as(kept.err()).isZero();
        assertThat(RunJson.read(Files.readString(json)).title()).isEqualTo("Of a setup");
        assertThat(runs("rerun", "1").exitCode()).isZero();
    }

    @Test
    void refusesPlacesBeforeAnythingIsPlayed() {
        assertThat(backtest("--report", folder.resolve("run.docx").toString()).err())
                .contains("run.docx' must end in ", "which says what is written");
        assertThat(backtest("--report", folder.resolve("none/run.html").toString()).err())
                .contains("none/run.html cannot be written: there is no folder ");
        assertThat(backtest("--report", folder.resolve("none/run.csv").toString()).err())
                .contains("run-", ".csv cannot be written: there is no folder ");
        assertThat(runs("export", "1", "--out", folder.toString()).err()).contains(" must end in ");
        assertThat(runs("export", "1", "--out", folder.resolve("a.json").toString()).err())
                .contains("there is no run 1 in ", "none is kept yet (tradewind backtest --keep keeps one)");
        assertThat(folder.resolve("a.json")).doesNotExist();
    }

    @Test
    void namesADamagedRunAndPlaysItsSetup() throws Exception {
        backtest("--keep");
        backtest("--keep", "--param", "fast=7");
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + Path.of(home(), Database.FILE))) {
            database.createStatement().execute("update run set report = substr(report, 1, 400) where number = 1");
        }

        Shell shown = runs("show", "1");
        assertThat(shown.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(shown.err()).contains("run 1 in ", " is damaged: ", "tradewind runs rerun 1 --keep");
        assertThat(runs("compare", "1", "2").err()).contains("run 1 in ", " is damaged: ");
        assertThat(runs("list").lines()).hasSize(3);
        Shell again = runs("rerun", "1", "--keep");
        assertThat(again.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(again.out()).contains("run 1 is damaged, so there is nothing to compare with; played again: ");
        assertThat(runs("rerun", "3").exitCode()).isZero();
        assertThat(runs("drop", "1").exitCode()).isZero();
    }
}
