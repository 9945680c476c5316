package dev.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.app.RunSetup.Entry;
import dev.tradewind.app.RunSetup.Lane;
import dev.tradewind.bot.BotType;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunSetupTest {

    private static RunSetup full() {
        BacktestRequest terms = new BacktestRequest(
                new BigDecimal("25000.50"),
                FeeRate.ofBps(new BigDecimal("7.5")),
                FeeAsset.BASE,
                new BigDecimal("1.25"),
                50_000_000,
                1_700_000_000_000_000_000L,
                1_710_000_000_123_456_789L,
                new RiskRules(
                        new BigDecimal("500"),
                        BigDecimal.ZERO,
                        new BigDecimal("100"),
                        "account drawdown 10% flatten\nsymbol volatility 5% over 5m block-new for 30m",
                        new RiskRules.FatFinger(new BigDecimal("2"), new BigDecimal("20"), BigDecimal.ZERO)),
                new FillChoice("pessimistic", "jitter:millis=5", "root:bps=50", "through", "linear", 7),
                Optional.of(FeeTable.parse("a test", List.of(
                        "tier 0 10 10 # first", "tier 1000000 9 10 25", "asset BNB 300.50 25 40"))),
                Optional.of(Timeframe.M5));
        Lane spot = new Lane(
                new MarketChoice(
                        Path.of("btc.csv"), Optional.of("BTC/USDT"), Optional.of(new BigDecimal("0.01")),
                        Optional.of(new BigDecimal("0.00001")), Optional.of("default")),
                Optional.empty(),
                Optional.of(Timeframe.H1),
                List.of(
                        new Entry(
                                BotChoice.of("sma-cross", Map.of()), Optional.of(new BigDecimal("1000")),
                                Optional.of(Timeframe.M15)),
                        Entry.of(BotChoice.of("dca", Map.of("takeProfit", "2.5")))));
        Lane perpetual = new Lane(
                MarketChoice.of(Path.of("perp.csv")),
                Optional.of(new PerpetualChoice(
                        new MarginConfig(5, MarginMode.ISOLATED, PositionMode.HEDGE),
                        Optional.of(Path.of("funding.csv")), Optional.of(Path.of("mark.csv")),
                        Optional.of(Path.of("brackets.json")))),
                Optional.empty(),
                List.of(Entry.of(BotChoice.of("futures-grid", Map.of("lower", "100", "upper", "200")))));
        return new RunSetup("Two lanes", terms, List.of(spot, perpetual));
    }

    @Test
    void readsWhatItWrote() {
        RunSetup setup = full();

        assertThat(RunSetup.ofJson(setup.toJson())).isEqualTo(setup);
        assertThat(RunSetup.ofJson(setup.toJson()).toJson()).isEqualTo(setup.toJson());
        for (BotType type : BotChoice.types()) {
            for (BotType.Preset preset : type.presets()) {
                RunSetup one = RunSetup.of(
                        BotChoice.of(type.id(), preset.values()), MarketChoice.of(Path.of("x.csv")), Optional.empty(),
                        BacktestRequest.plain(new BigDecimal("10000"), new FeeRate(100_000)));
                assertThat(RunSetup.ofJson(one.toJson())).as(preset.label()).isEqualTo(one);
            }
        }
    }

    @Test
    void writesTheSameTextWhateverTheFormOfItsNumbers() {
        BotChoice bot = BotChoice.of("sma-cross", Map.of());
        MarketChoice market = MarketChoice.of(Path.of("x.csv"));
        String json = RunSetup.of(
                        bot, market, Optional.empty(), BacktestRequest.plain(new BigDecimal("1E+4"), new FeeRate(100_000)))
                .toJson();

        assertThat(json).isEqualTo(RunSetup.of(
                        bot, market, Optional.empty(),
                        BacktestRequest.plain(new BigDecimal("10000.00"), new FeeRate(100_000)))
                .toJson());
        assertThat(json).startsWith("{\"format\":1,\"capital\":10000,\"feeBps\":10,\"buyFeeAsset\":\"quote\",\"slippageBps\":0,"
                + "\"latencyNanos\":0,\"models\":{\"path\":\"nearest\",");
    }

    @Test
    void takesAPersonsShortFormForTheUsual() {
        RunSetup setup = RunSetup.ofJson(
                """
                {"lanes": [{"data": "x.csv", "bots": [{"bot": "sma-cross", "params": {"fast": 5, "slow": "20"}}]}]}
                """);

        assertThat(setup).isEqualTo(RunSetup.of(
                BotChoice.of("sma-cross", Map.of("fast", "5", "slow", "20")), MarketChoice.of(Path.of("x.csv")),
                Optional.empty(), BacktestRequest.plain(StartChoice.DEFAULT_CAPITAL, new FeeRate(100_000))));
        assertThat(setup.name()).isEqualTo("SMA crossover on x.csv");
    }

    @Test
    void namesWhatIsWrong() {
        refuses("[]", "the setup must be a JSON object in braces");
        refuses("{\"lanes\": [}", "the setup is not JSON, line 1: ");
        refuses("{\"lanes\": []}", "a run has 0 lanes; 1 to 64 would pass");
        refuses("{\"lane\": [], \"lanes\": []}", "the setup: lane is unknown; there are format, title, ");
        refuses("{\"lanes\": [{\"data\": \"x\", \"bots\": []}]}", "the setup, lanes 1: a lane has 0 bots; 1 to 64 would pass");
        refuses("{\"lanes\": [{\"bots\": []}]}", "the setup, lanes 1: data is missing");
        refuses("{\"format\": 2}", "the setup has format 2; this program reads format 1");
        refuses("{\"from\": \"yesterday\"}", "from 'yesterday' is not a time; 2024-01-01T00:00:00Z would pass");
        refuses("{\"capital\": \"much\"}", "the setup: capital \"much\" must be a number");
        refuses("{\"capital\": 0}", "the setup: capital 0 must be above 0");
        refuses("{\"buyFeeAsset\": \"gold\"}", "buyFeeAsset 'gold' is not one of quote, base, third");
        refuses("{\"lanes\": [{\"data\": \"x\", \"bots\": [{\"bot\": \"moon\"}]}]}", "the setup, lanes 1, bots 1: ");
        refuses(
                "{\"lanes\": [{\"data\": \"x\", \"bots\": [{\"bot\": \"dca\", \"params\": {\"takeProfit\": -1}}]}]}",
                "the setup, lanes 1, bots 1: parameter takeProfit: '-1'");
        refuses(
                "{\"lanes\": [{\"data\": \"x\", \"bots\": [{\"bot\": \"dca\", \"capital\": 0}]}]}",
                "the setup, lanes 1, bots 1: capital 0 of bot dca must be above 0");
    }

    private static void refuses(String json, String message) {
        assertThatThrownBy(() -> RunSetup.ofJson(json))
                .as(json)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
