package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.app.SampleFile;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fees, fill models and perpetuals are said alike to {@code backtest} and {@code paper}. */
class VenueTermsCommandTest {

    private static final String SAMPLE = SampleFile.FOLDER + "/" + SampleFile.BINANCEUS_ETHUSD.fileName();
    private static final long START_MILLIS = 1_678_730_400_000L;

    @TempDir
    Path folder;

    private String file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** One-second candles that rise and fall. */
    private String candles() throws Exception {
        StringBuilder csv = new StringBuilder("openTime,open,high,low,close,volume\n");
        for (int row = 0; row < 40; row++) {
            int price = 1000 + 10 * (row % 8 < 4 ? row % 8 : 8 - row % 8);
            csv.append(START_MILLIS + row * 1000L)
                    .append(",%d,%d,%d,%d,5%n".formatted(price, price + 5, price - 5, price + 1));
        }
        return file("xyzeur.csv", csv.toString());
    }

    private Shell paper(String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "paper", "--bot", "sma-cross", "--param", "fast=2", "slow=4", "size=1", "--data", candles(), "--speed",
                "10000", "--capital", "5000", "--data-dir", folder.resolve("home").toString()));
        arguments.addAll(List.of(more));
        return Shell.type(arguments.toArray(String[]::new));
    }

    private static Shell resume(Path home, String... more) {
        List<String> arguments = new ArrayList<>(List.of("paper", "--resume", "--data-dir", home.toString()));
        arguments.addAll(List.of(more));
        return Shell.type(arguments.toArray(String[]::new));
    }

    private static Shell backtest(String... more) {
        List<String> arguments = new ArrayList<>(List.of("backtest", "--bot", "sma-cross", "--data", SAMPLE));
        arguments.addAll(List.of(more));
        return Shell.type(arguments.toArray(String[]::new));
    }

    @Test
    void aTableOfOneTierChargesWhatTheFeeDoes() throws Exception {
        JsonNode flat = backtest("--fee-bps", "7.5", "--json").json();
        JsonNode table = backtest("--fees", file("one.txt", "tier 0 7.5 7.5\n"), "--json").json();
        JsonNode lower = backtest("--fees", file("two.txt", "tier 0 7.5 7.5\ntier 2000 1 1 # much less\n"), "--json").json();

        assertThat(table.get("hash")).isEqualTo(flat.get("hash"));
        assertThat(table.get("fees")).isEqualTo(flat.get("fees"));
        assertThat(lower.get("fees").decimalValue()).isPositive().isLessThan(flat.get("fees").decimalValue());
        assertThat(lower.at("/feeTiers/1/takerBps").decimalValue()).isEqualByComparingTo("1");
    }

    @Test
    void aThirdAssetPaysUntilItIsUsedUpAndTheFileOfFillsNamesIt() throws Exception {
        String fees = file("bnb.txt", "tier 0 10 10\nasset BNB 300 25 0.01\n");
        Path out = folder.resolve("fills.csv");
        Shell shell = backtest("--fees", fees, "--out", out.toString());
        JsonNode json = backtest("--fees", fees, "--json").json();
        List<String> rows = Files.readAllLines(out);

        assertThat(shell.exitCode()).as(shell.err()).isZero();
        assertThat(shell.lines())
                .contains("Fee tiers     from 0 maker 10 taker 10 bp (30-day volume in USD)")
                .contains("Fee asset     0.01 BNB at 300 USD, saves 25 %");
        assertThat(shell.out()).containsPattern("Fees .* USD, of which .* BNB paid a part, .* BNB left");
        // golden: 10 bp of the first fill's notional less 25 %, over 300 USD for a BNB
        String[] first = rows.get(1).split(",");
        BigDecimal notional = new BigDecimal(first[2]).multiply(new BigDecimal(first[3]));
        BigDecimal expected = notional.multiply(new BigDecimal("0.001")).multiply(new BigDecimal("0.75"));
        assertThat(first[5]).isEqualTo("BNB");
        assertThat(new BigDecimal(first[4]).multiply(BigDecimal.valueOf(300)))
                .isBetween(expected, expected.add(new BigDecimal("0.00000004")));
        assertThat(rows.getLast()).as("0.01 BNB does not last for all").contains(",USD,");
        BigDecimal paid = json.at("/thirdAsset/paid").decimalValue();
        assertThat(paid.add(json.at("/thirdAsset/left").decimalValue())).isEqualByComparingTo("0.01");
        assertThat(paid).isEqualByComparingTo(rows.stream()
                .filter(row -> row.contains(",BNB,"))
                .map(row -> new BigDecimal(row.split(",")[4]))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void aTableThatCannotBeReadNamesLineAndValue() throws Exception {
        assertThat(backtest("--fees", file("a", "tier 0 10 ten\n")).err())
                .contains("line 1", "taker fee 'ten' must be a number of 0 or more");
        assertThat(backtest("--fees", file("b", "tier 0 10 10\ntier 0 9 9\n")).err())
                .contains("line 2", "volume 0 must be above 0 of the tier before");
        assertThat(backtest("--fees", file("c", "tier 5 10 10\n")).err()).contains("the first tier must begin at volume 0");
        assertThat(backtest("--fees", file("d", "\nmaker 10\n")).err())
                .contains("line 2", "'maker 10' is neither 'tier VOLUME MAKER_BPS TAKER_BPS [BALANCE]'");
        assertThat(backtest("--fees", file("e", "tier 0 1 1\nasset BNB 300 100 1\n")).err())
                .contains("discount 100 must be from 0 to below 100 percent");
        assertThat(backtest("--fees", file("f", "# nothing\n")).err()).contains("has no fee tier");
        assertThat(backtest("--fees", folder.resolve("none").toString()).err()).contains("there is no such file");
        Shell both = backtest("--fees", file("g", "tier 0 1 1\n"), "--fee-bps", "5");
        assertThat(both.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(both.err()).contains("leave one out");
    }

    @Test
    void paperTakesFeesAndModelsAndKeepsThem() throws Exception {
        String fees = file("fees.txt", "tier 0 2 4\nasset BNB 300 25 5\n");
        JsonNode end = paper(
                        "--fees", fees, "--slippage-bps", "0", "--latency", "jitter:millis=300", "--seed", "7", "--path",
                        "pessimistic", "--json")
                .json();
        assertThat(end.get("fills").asInt()).isPositive();
        assertThat(end.at("/thirdAsset/asset").asText()).isEqualTo("BNB");
        assertThat(end.at("/thirdAsset/left").decimalValue()).isLessThan(new BigDecimal("5")).isPositive();

        Files.delete(Path.of(fees));
        JsonNode again = resume(folder.resolve("home"), "--json").json();
        assertThat(again.get("hash")).isEqualTo(end.get("hash"));
        assertThat(again.get("thirdAsset")).isEqualTo(end.get("thirdAsset"));

        Shell models = resume(folder.resolve("home"), "--queue", "average");
        assertThat(models.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(models.err()).contains("--resume keeps the session's fees, fill models and perpetual terms");
    }

    @Test
    void paperTradesAPerpetualAndGoesOnWithIt() throws Exception {
        String funding = file("funding.csv", "fundingTime,fundingRate\n" + (START_MILLIS + 20_000) + ",0.001\n");
        Shell shell = paper(
                "--perpetual", "--leverage", "3", "--margin", "isolated", "--funding", funding, "--json");
        assertThat(shell.exitCode()).as(shell.err()).isZero();
        JsonNode end = shell.json();
        assertThat(end.get("played").asInt()).as("40 candles and a funding boundary").isEqualTo(41);
        assertThat(end.at("/perpetual/leverage").asInt()).isEqualTo(3);
        assertThat(end.at("/perpetual/margin").asText()).isEqualTo("isolated");

        JsonNode again = resume(folder.resolve("home"), "--json").json();
        assertThat(again.get("hash")).isEqualTo(end.get("hash"));
        assertThat(again.get("perpetual")).isEqualTo(end.get("perpetual"));

        Files.writeString(Path.of(funding), "fundingTime,fundingRate\n" + (START_MILLIS + 20_000) + ",0.002\n");
        assertThat(resume(folder.resolve("home")).err()).contains("has changed since the session began");
    }

    @Test
    void aPerpetualNeedsToBeSaidAndItsFilesToBeThere() throws Exception {
        Shell alone = paper("--leverage", "3");
        assertThat(alone.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(alone.err()).contains("add --perpetual");
        assertThat(paper("--perpetual", "--leverage", "500").err()).contains("leverage 500 is outside 1 to 125");
        assertThat(paper("--perpetual", "--margin", "both").err()).contains("--margin 'both' must be isolated or cross");
        assertThat(paper("--perpetual", "--funding", folder.resolve("none.csv").toString()).err())
                .contains("none.csv", "there is no such file");
        assertThat(paper("--perpetual", "--brackets", file("b.json", "{}")).err()).contains("has no brackets");
        assertThat(paper("--perpetual", "--fee-asset", "base").err()).contains("takes fees in quote, not in base");
        assertThat(resume(folder.resolve("home")).err()).as("nothing was begun").contains("no session");
        assertThat(paper("--slippage-bps", "9000").err()).contains("slippage 9000 bp must be from 0 to below 5000");
        assertThat(paper("--queue", "deep").err()).contains("there is no queue model 'deep'; there are through, average");
        assertThat(resume(folder.resolve("home"), "--leverage", "2").err()).contains("add --perpetual");
    }
}
