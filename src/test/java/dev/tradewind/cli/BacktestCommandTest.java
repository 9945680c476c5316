package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {

    private static final String CANDLES = "sample-data/binanceus-ethusd-5m-2023-03.csv";
    private static final String TRADES = "sample-data/bitstamp-btcusd-2013-11-trades.csv.gz";

    @TempDir
    Path folder;

    private static Shell backtest(String data, String... more) {
        List<String> all = new ArrayList<>(List.of("backtest", "--bot", "sma-cross", "--data", data));
        all.addAll(List.of(more));
        return Shell.type(all.toArray(String[]::new));
    }

    private Path file(String name, String... lines) throws Exception {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    @Test
    void reportsOverSampleCandles() throws Exception {
        Shell shell = backtest(CANDLES, "--json");
        JsonNode report = shell.json();

        assertThat(shell.exitCode()).isZero();
        assertThat(report.get("symbol").asText()).isEqualTo("ETHUSD");
        assertThat(report.get("events").asInt()).isEqualTo(580);
        assertThat(report.get("fills").asInt()).isEqualTo(24);
        assertThat(report.get("trades").asInt()).isEqualTo(12);
        assertThat(report.get("feeBps").asInt()).isEqualTo(10);
        assertThat(report.get("hash").asText()).matches("[0-9a-f]{16}");
    }

    @Test
    void saysTheSameToPeople() {
        Shell shell = backtest(CANDLES);

        assertThat(shell.lines()).contains(
                "SMA crossover on ETHUSD (Binance.US), 5m candles, fills T0",
                "Played        580 candles, 2023-03-13 18:00:00 to 2023-03-15 18:20:00 UTC",
                "Trades        12 round trips, 24 fills");
    }

    @Test
    void tradesOnSingleTrades() throws Exception {
        Shell shell = Shell.type(
                "backtest", "--bot", "dca", "--param", "deviation=0.4", "takeProfit=0.6", "--data", TRADES, "--json");

        JsonNode report = shell.json();
        assertThat(report.get("kind").asText()).isEqualTo("trades");
        assertThat(report.get("events").asInt()).isEqualTo(99_982);
        assertThat(report.get("withoutQuantity").asInt()).isEqualTo(18);
        assertThat(report.get("trades").asInt()).isPositive();
    }

    @Test
    void playsOnlyTheRangeAskedFor() throws Exception {
        JsonNode report =
                backtest(CANDLES, "--from", "2023-03-14", "--to", "2023-03-14T06:00", "--json").json();

        assertThat(report.get("events").asInt()).isEqualTo(72);
        assertThat(report.get("from").asText()).isEqualTo("2023-03-14T00:00:00Z");
        assertThat(report.get("to").asText()).isEqualTo("2023-03-14T06:00:00Z");
    }

    @Test
    void chargesWhatItIsTold() throws Exception {
        JsonNode free = backtest(CANDLES, "--fee-bps", "0", "--json").json();
        JsonNode slipped = backtest(CANDLES, "--fee-bps", "0", "--slippage-bps", "5", "--json").json();
        JsonNode inBase = backtest(CANDLES, "--fee-asset", "base", "--json").json();

        assertThat(free.get("fees").asText()).isEqualTo("0");
        assertThat(slipped.get("endEquity").decimalValue()).isLessThan(free.get("endEquity").decimalValue());
        assertThat(inBase.get("feeAsset").asText()).isEqualTo("base");
        assertThat(inBase.get("fees").decimalValue()).isPositive();
    }

    @Test
    void writesFillsAsCsvAndJson() throws Exception {
        Path csv = folder.resolve("fills.csv");
        Path json = folder.resolve("fills.json");

        Shell shell = backtest(CANDLES, "--out", csv.toString());
        backtest(CANDLES, "--out", json.toString());

        assertThat(shell.err()).contains("wrote " + csv + " with 24 fills");
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(25);
        assertThat(lines.getFirst()).isEqualTo("time,side,price,quantity,fee,feeAsset,liquidity,order,tag");
        JsonNode fills = new ObjectMapper().readTree(Files.readString(json));
        assertThat(fills).hasSize(24);
        assertThat(fills.at("/0/time").asText()).isEqualTo(lines.get(1).split(",")[0]);
        assertThat(fills.at("/0/side").asText()).isEqualTo("buy");
    }

    @Test
    void saysWhenItReplacesAFile() throws Exception {
        Path csv = file("fills.csv", "old");

        Shell shell = backtest(CANDLES, "--out", csv.toString());

        assertThat(shell.err()).contains("replaced " + csv);
        assertThat(Files.readAllLines(csv)).hasSize(25);
    }

    @Test
    void refusesAPlaceItCannotWriteTo() {
        Shell aFolder = backtest(CANDLES, "--out", folder.toString());
        Shell nowhere = backtest(CANDLES, "--out", folder.resolve("no/where.csv").toString());
        Shell unknown = backtest(CANDLES, "--out", folder.resolve("fills.xls").toString());

        assertThat(aFolder.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(aFolder.err()).contains(folder + " is a folder");
        assertThat(nowhere.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(nowhere.err()).contains("there is no folder");
        assertThat(unknown.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(unknown.err()).contains("must end in .csv or .json");
    }

    @Test
    void namesTheLineOfAMalformedFile() throws Exception {
        Path data = file(
                "btcusd.csv",
                "openTime,open,high,low,close,volume",
                "1678730400000,100,101,99,100,1",
                "1678730700000,100,99,99,100,1");

        Shell shell = backtest(data.toString());

        assertThat(shell.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).isEqualTo(
                "tradewind backtest: " + data + ", line 3: high 99 is below open 100" + System.lineSeparator());
    }

    @Test
    void saysErrorsAsJsonWhereJsonIsAskedFor() throws Exception {
        Shell missing = backtest("no-such.csv", "--json");
        Shell usage = Shell.type("backtest", "--json");

        JsonNode error = new ObjectMapper().readTree(missing.err());
        assertThat(missing.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(error.get("error").asText()).isEqualTo("no-such.csv: there is no such file");
        assertThat(error.get("exitCode").asInt()).isEqualTo(TradewindCommand.FAILED);
        assertThat(usage.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(new ObjectMapper().readTree(usage.err()).get("error").asText()).contains("--bot");
    }

    @Test
    void refusesAnUnknownBot() {
        Shell shell = Shell.type("backtest", "--bot", "grd", "--data", CANDLES);

        assertThat(shell.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(shell.err()).contains("bot 'grd' is not one of dca, sma-cross, grid, futures-grid").hasLineCount(1);
    }

    @Test
    void namesParameterValueAndRange() {
        Shell range = backtest(CANDLES, "--param", "fast=0");
        Shell unknown = backtest(CANDLES, "--param", "quick=1");
        Shell contradiction = backtest(CANDLES, "--param", "fast=50", "--param", "slow=10");

        assertThat(range.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(range.err()).contains("parameter fast: '0' is not allowed; it takes a whole number from 1 to 10000");
        assertThat(unknown.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(unknown.err()).contains("parameter quick", "fast", "slow");
        assertThat(contradiction.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(contradiction.err()).contains("parameter fast", "'50'");
    }

    @Test
    void refusesARangeThatIsNone() {
        Shell backwards = backtest(CANDLES, "--from", "2023-03-15", "--to", "2023-03-14");
        Shell empty = backtest(CANDLES, "--from", "2024-01-01");
        Shell nonsense = backtest(CANDLES, "--from", "tomorrow");

        assertThat(backwards.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(backwards.err()).contains("--to 2023-03-14 00:00:00 must be after --from 2023-03-15 00:00:00");
        assertThat(empty.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(empty.err()).contains("nothing happened in the range asked for");
        assertThat(nonsense.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(nonsense.err()).contains("'tomorrow' is not a time").hasLineCount(1);
    }

    @Test
    void refusesImpossibleTerms() {
        assertThat(backtest(CANDLES, "--capital", "0").err()).contains("capital 0 must be above 0");
        assertThat(backtest(CANDLES, "--capital", "99999999999999").err())
                .contains("capital 99999999999999 must be from");
        assertThat(backtest(CANDLES, "--fee-bps", "-1").err()).contains("--fee-bps -1 must be from 0");
        assertThat(backtest(CANDLES, "--slippage-bps", "5000").err()).contains("slippage 5000 bp");
        assertThat(backtest(CANDLES, "--latency-ms", "-1").err()).contains("--latency-ms -1");
        assertThat(backtest(CANDLES, "--tick", "0").err()).contains("tick 0 must be above 0");
    }

    @Test
    void takesAnInstrumentByHand() throws Exception {
        Path data = file("prices.csv", "1678730400000,100,101,99,100,1", "1678730700000,100,101,99,100,1");

        JsonNode report = backtest(data.toString(), "--symbol", "ABC/EUR", "--tick", "0.5", "--lot", "0.001", "--json")
                .json();

        assertThat(report.get("base").asText()).isEqualTo("ABC");
        assertThat(report.get("quote").asText()).isEqualTo("EUR");
        assertThat(report.get("tick").asText()).isEqualTo("0.5");
        assertThat(report.get("lot").asText()).isEqualTo("0.001");
    }

    @Test
    void knowsItsCommands() {
        Shell none = Shell.type("nonsense");
        Shell help = Shell.type("--help");

        assertThat(none.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(none.err()).contains("'nonsense'").hasLineCount(1);
        assertThat(help.exitCode()).isZero();
        for (String command : List.of("backtest", "risk-sheet", "bench")) {
            assertThat(help.out()).contains(command);
            assertThat(Shell.type(command, "--help").exitCode()).as(command).isZero();
        }
    }

    @Test
    void playsASetupItSaved() throws Exception {
        Path setup = folder.resolve("setup.json");
        Shell typed = backtest(CANDLES, "--fee-bps", "7.5", "--timeframe", "15m", "--json", "--save-setup", setup.toString());
        Shell read = Shell.type("backtest", "--setup", setup.toString(), "--json");

        assertThat(typed.err()).contains("wrote " + setup);
        // the report inside names the file by its whole path either way
        String machine = "\"nsPerEvent\":[0-9.]+|,\"report\":.*(?=,\"trialsOnData\")";
        assertThat(read.json().at("/report/trades")).isNotEmpty().isEqualTo(typed.json().at("/report/trades"));
        assertThat(read.json().at("/report/setup")).isEqualTo(typed.json().at("/report/setup"));
        assertThat(read.out().replaceAll(machine, ""))
                .isEqualTo(typed.out().replaceAll(machine, "").replace(CANDLES, Path.of(CANDLES).toAbsolutePath().toString()));
    }

    @Test
    void takesASetupAloneOrOptionsAlone() throws Exception {
        Path setup = file("setup.json", "{}");

        Shell both = backtest(CANDLES, "--setup", setup.toString());
        Shell none = Shell.type("backtest");
        Shell empty = Shell.type("backtest", "--setup", setup.toString());
        Shell absent = Shell.type("backtest", "--setup", folder.resolve("no.json").toString());

        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("--setup says what to play; leave out --bot, --data");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("Missing required option: '--bot=ID'");
        assertThat(empty.exitCode()).isEqualTo(2);
        assertThat(empty.err()).contains("a run has 0 lanes; 1 to 64 would pass");
        assertThat(absent.err()).contains("no.json: there is no such file");
    }

    @Test
    void saysWhatWouldLetABotTradeThatHasTooLittle() throws Exception {
        Shell dca = Shell.type("backtest", "--bot", "dca", "--data", CANDLES, "--capital", "60");
        Shell sma = backtest(CANDLES, "--capital", "60");

        assertThat(dca.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(dca.err()).contains("bot dca on ETHUSD never traded: its capital of 60 USD is below its first order (BALANCE:"
                + " needs 100.09 USD, free 60.00 USD); would pass: a capital of 106 or more, or parameter baseOrder of 56 or less");
        assertThat(sma.err()).contains("would pass: a capital of 1770 or more, or parameter size of 0.034 or less");
        assertThat(Shell.type("backtest", "--bot", "dca", "--data", CANDLES, "--capital", "106").exitCode()).isZero();
        assertThat(Shell.type("backtest", "--bot", "dca", "--param", "baseOrder=56", "--data", CANDLES, "--capital", "60")
                        .exitCode())
                .isZero();
        assertThat(backtest(CANDLES, "--capital", "60", "--param", "size=0.034").exitCode()).isZero();
    }

    @Test
    void refusesATimeframeFinerThanTheDataAndASymbolThatIsNotThere() throws Exception {
        Path rules = file("info.json", "{\"symbols\": [{\"symbol\": \"BTCUSDT\", \"filters\": []}]}");

        Shell finer = backtest(CANDLES, "--timeframe", "1m");
        Shell unknown = backtest(CANDLES, "--rules", rules.toString(), "--symbol", "ETH/USD");

        assertThat(finer.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(finer.err()).contains("candles of 1m cannot be built from candles of 5m; a timeframe that is a whole number of"
                + " them can");
        assertThat(unknown.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(unknown.err()).contains("has no symbol ETHUSD; it has BTCUSDT");
    }

    @Test
    void playsSeveralHistoriesOfOneSetup() throws Exception {
        Path setup = file("two.json", """
                {"title": "Two", "capital": 20000, "risk": {"rules": ["account drawdown 20%% flatten"]}, "lanes": [
                  {"data": "%s", "bots": [{"bot": "sma-cross"}, {"bot": "dca", "capital": 3000}]},
                  {"data": "%s", "symbol": "BTC/USD", "bots": [{"bot": "dca"}]}]}
                """.formatted(CANDLES, TRADES));

        Shell text = Shell.type("backtest", "--setup", setup.toString());
        JsonNode json = Shell.type("backtest", "--setup", setup.toString(), "--json").json();

        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.lines()).contains("Two", "Equity        20,000.00 -> " + text.lines().stream()
                .filter(line -> line.startsWith("Equity"))
                .findFirst()
                .orElseThrow()
                .substring(27));
        assertThat(json.get("tier").asText()).isEqualTo("T0");
        assertThat(json.get("histories")).hasSize(2);
        assertThat(json.get("parts")).hasSize(5);
        assertThat(json.get("startEquity").asDouble()).isEqualTo(20_000);
        assertThat(json.get("hash").asText()).matches("[0-9a-f]{16}");
        assertThat(Shell.type("backtest", "--setup", setup.toString(), "--out", folder.resolve("x.csv").toString()).err())
                .contains("takes the fills of one history; the setup has 2");
    }

    @Test
    void refusesHistoriesPricedInDifferentAssets() throws Exception {
        Path setup = file("two.json", """
                {"lanes": [{"data": "%s", "bots": [{"bot": "dca"}]},
                           {"data": "%s", "symbol": "BTC/EUR", "bots": [{"bot": "dca"}]}]}
                """.formatted(CANDLES, TRADES));

        assertThat(Shell.type("backtest", "--setup", setup.toString()).err())
                .contains("BTC/EUR is priced in EUR and ETHUSD in USD; the histories of one run must be priced in one asset");
    }

    @Test
    void looksForBotsThatSeeTheFutureWhereAsked() throws Exception {
        JsonNode checks = backtest(CANDLES, "--check", "--json").json().get("checks");

        assertThat(checks).extracting(check -> check.get("id").asText() + " " + check.get("verdict").asText())
                .containsExactly("gaps passed", "conservation passed", "lookAhead passed", "warmUp passed");
    }
}
