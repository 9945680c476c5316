package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptimiseCommandTest {

    private static final String CANDLES = "sample-data/binanceus-ethusd-5m-2023-03.csv";

    @TempDir
    Path folder;

    private Shell optimise(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "optimise", "--bot", "sma-cross", "--data", CANDLES, "--data-dir", folder.resolve("data").toString()));
        all.addAll(List.of(more));
        return Shell.type(all.toArray(String[]::new));
    }

    private Shell grid(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "--search", "fast=2:20:2", "slow=4:60:4", "--constraint", "fast < slow"));
        all.addAll(List.of(more));
        return optimise(all.toArray(String[]::new));
    }

    @Test
    void findsTheBestOfAGrid() throws Exception {
        JsonNode report = grid("--json", "--top", "3").json();

        assertThat(report.get("combinations").asInt()).isEqualTo(150);
        assertThat(report.get("excluded").asInt()).isEqualTo(25);
        assertThat(report.get("trials").asInt()).isEqualTo(125);
        assertThat(report.get("trialsOnData").asInt()).isEqualTo(125);
        assertThat(report.get("best")).hasSize(3);
        assertThat(report.at("/best/0/params/fast").asText()).isEqualTo("20");
        assertThat(report.at("/best/0/params/slow").asText()).isEqualTo("56");
        assertThat(report.at("/heatMaps/0/cells")).hasSize(150);
        assertThat(report.at("/plateau/neighbours").asInt()).isEqualTo(3);
        assertThat(report.at("/plateau/lonePeak").asBoolean()).isTrue();
        assertThat(report.get("deflatedSharpe").asDouble()).isBetween(0.0, 0.5);
    }

    @Test
    void theBestRunsAgainByHandToItsHash() throws Exception {
        JsonNode best = grid("--json").json().at("/best/0");

        JsonNode alone = Shell.type(
                        "backtest", "--bot", "sma-cross", "--data", CANDLES, "--param", "fast=20", "slow=56",
                        "--data-dir", folder.resolve("data").toString(), "--json")
                .json();

        assertThat(best.get("hash")).isEqualTo(alone.get("hash"));
        assertThat(alone.get("trialsOnData").asInt()).isEqualTo(125);
    }

    @Test
    void saysTheSameToPeople() {
        Shell shell = grid("--objective", "totalReturn");

        assertThat(shell.exitCode()).isZero();
        assertThat(shell.lines()).contains(
                "Combinations  150 in the ranges, 25 left out by constraints, 125 tried, 0 refused by the bot, 0 without"
                        + " a figure",
                "Paths         125 worked out of whole columns, 0 played event by event",
                "WARNING       the best stands alone: one step away most of it is gone, which is what luck looks like",
                "Trials on this data: 125");
        assertThat(shell.lines().get(2)).startsWith("#   fast  slow  Total return");
        assertThat(shell.lines().get(3)).startsWith("1     20    56");
    }

    @Test
    void goesOnWithTheSameSearch() {
        grid();
        Shell again = grid("--workers", "1");

        assertThat(again.err()).contains("125 of 125 trials were finished earlier");
        assertThat(again.out()).isEqualTo(grid().out());
    }

    @Test
    void triesSomeByChance() throws Exception {
        JsonNode first = grid("--random", "20", "--seed", "5", "--json").json();
        JsonNode other = grid("--random", "20", "--seed", "6", "--json").json();

        assertThat(first.get("trials").asInt()).isEqualTo(20);
        assertThat(first.get("best")).isNotEqualTo(other.get("best"));
    }

    @Test
    void writesEveryTrial() throws Exception {
        Path csv = folder.resolve("trials.csv");
        Shell shell = grid("--out", csv.toString());

        assertThat(shell.err()).contains("wrote " + csv + " with 125 trials");
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(126);
        assertThat(lines.getFirst()).isEqualTo("trial,fast,slow,sharpe,hash,refusal");
        assertThat(lines.get(1)).matches("0,2,4,-?[0-9.]+,[0-9a-f]{16},");
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
    }

    @Test
    void searchesChoices() throws Exception {
        JsonNode report = optimise("--search", "timeframe=feed,15m,1h", "--search", "fast=5,10", "--json").json();

        assertThat(report.get("trials").asInt()).isEqualTo(6);
        assertThat(report.at("/best/0/params/timeframe").asText()).isNotEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        assertRefused(optimise(), "no parameter is searched");
        assertRefused(optimise("--search", "fast"), "--search 'fast' must be id=range, for instance fast=5:50:5");
        assertRefused(optimise("--search", "quick=1:2:1"),
                "'quick' is no parameter; the parameters are size, timeframe,");
        assertRefused(optimise("--search", "fast=5:50:0"),
                "the range fast=5:50:0 has the step 0, which must be above 0");
        assertRefused(optimise("--search", "fast=50:5:5"), "runs backwards and makes no trial");
        assertRefused(optimise("--search", "fast=1:3:1", "fast=5"),
                "parameter fast is searched twice, '1:3:1' and '5'");
        assertRefused(optimise("--search", "fast=1:3:1", "--constraint", "fast > slow"),
                "the constraints fast > slow exclude all 3 combinations of the ranges");
        assertRefused(optimise("--search", "fast=1:3:1", "--constraint", "fast >"),
                "ends where a parameter or a number");
        assertRefused(optimise("--search", "fast=1:3:1", "--objective", "luck"),
                "'luck' is no figure; the figures are");
        assertRefused(optimise("--search", "fast=1:3:1", "--workers", "0"), "0 workers: from 1 to 256");
        assertRefused(optimise("--search", "fast=1:3:1", "--random", "0"), "0 random trials: at least 1");
        assertRefused(optimise("--search", "fast=1:3:1", "--top", "0"), "--top 0 must be from 1 to 100");
        assertRefused(
                optimise("--search", "fast=1:10000:1", "slow=2:10000:1", "size=1:2:1"),
                "the ranges make 199,980,000 combinations; no more than 100,000,000 can be tried one by one");
        assertRefused(optimise("--search", "fast=1:3:1", "--out", folder.resolve("x.xls").toString()),
                "must end in .csv");
    }

    private static void assertRefused(Shell shell, String message) {
        assertThat(shell.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(shell.err()).contains(message).hasLineCount(1);
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void warnsOfAMillionTrials() throws Exception {
        Path blocked = Files.createDirectory(folder.resolve("blocked.csv"));

        Shell shell = optimise("--search", "fast=1:1000", "slow=2:1001", "--out", blocked.toString());

        assertThat(shell.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(shell.err()).contains(
                "1,000,000 trials will take long; larger steps make fewer, --random N tries some of them by chance",
                blocked + " is a folder; name a file to write trials to");
    }

    @Test
    void failsWhereTheBotRefusesEverything() {
        Shell shell = optimise("--search", "fast=60:80:10");

        assertThat(shell.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(shell.err()).contains(
                "the bot refused all 3 trials; the first: parameter fast: '60' is not allowed; it takes fewer candles"
                        + " than slow, 50");
    }

    @Test
    void goesOnWithoutALedgerAndSaysSo() throws Exception {
        Path blocked = Files.writeString(folder.resolve("data"), "not a folder");
        Shell search = grid("--json");
        Shell backtest = Shell.type(
                "backtest", "--bot", "sma-cross", "--data", CANDLES, "--data-dir", blocked.toString(), "--json");

        assertThat(search.exitCode()).isZero();
        assertThat(search.err()).contains("trials are not kept, so this search cannot be gone on with").hasLineCount(1);
        assertThat(search.json().get("trials").asInt()).isEqualTo(125);
        assertThat(search.json().get("trialsOnData").asInt()).isZero();
        assertThat(backtest.exitCode()).isZero();
        assertThat(backtest.err()).contains("this run is not counted: the trials in " + blocked).hasLineCount(1);
    }

    @Test
    void countsBacktestsByHandOnce() throws Exception {
        for (int run = 0; run < 3; run++) {
            String fast = run < 2 ? "5" : "6";
            JsonNode report = Shell.type(
                            "backtest", "--bot", "sma-cross", "--data", CANDLES, "--param", "fast=" + fast,
                            "--data-dir", folder.toString(), "--json")
                    .json();
            assertThat(report.get("trialsOnData").asInt()).isEqualTo(run < 2 ? 1 : 2);
        }
        assertThat(folder.resolve("trials")).isDirectory();
    }
}
