package dev.tradewind.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.app.DataFiles;
import dev.tradewind.bench.BenchSeries;
import dev.tradewind.bot.SignalColumns;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FeeSchedule;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.OrderWorth;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleFeed;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.CandleSeries;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.FillModels;
import dev.tradewind.sim.PathRule;
import dev.tradewind.sim.SimTerms;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The signal path makes the event path's trades: every fill, every atom, every word, and the journal hash. */
class SignalBacktestTest {

    private static final long MINUTE = 60_000_000_000L;

    /** Everything both paths are given. */
    private record Scene(
            CandleColumns candles, SessionConfig config, SimTerms terms, Command.StartBot start, long from, long to) {

        BacktestReport events() {
            return new Backtest(config, terms, start, 0).run(new CandleFeed(0, candles, from, to));
        }

        SignalBacktest signal() {
            return new SignalBacktest(config, terms, start, 0, SignalColumns.of(candles), from, to);
        }
    }

    /** Few whole prices, so that averages often tie; now and then a hole in time and a jump. */
    private static CandleColumns candles(Rng rng, int size) {
        CandleSeries series = new CandleSeries(Timeframe.M1);
        long time = 1_700_000_000_000_000_000L / MINUTE * MINUTE;
        long level = 20 + rng.nextInt(1_000);
        int spread = 2 + rng.nextInt(8);
        for (int i = 0; i < size; i++) {
            time += MINUTE * (rng.nextInt(50) == 0 ? 1 + rng.nextInt(500) : 1);
            if (rng.nextInt(40) == 0) {
                level = Math.max(10, level + rng.nextInt(11) - 5);
            }
            long open = level + rng.nextInt(spread);
            long close = level + rng.nextInt(spread);
            long high = Math.max(open, close) + rng.nextInt(3);
            long low = Math.max(1, Math.min(open, close) - rng.nextInt(3));
            series.append(time, open, high, low, close, 1 + rng.nextInt(1_000));
        }
        return series.columns();
    }

    private static InstrumentFilters filters(Rng rng, long level) {
        if (rng.nextInt(2) == 0) {
            return InstrumentFilters.NONE;
        }
        long most = rng.nextInt(3) == 0 ? 20 + rng.nextInt(100) : 0;
        long marketMost = rng.nextInt(3) == 0 ? 20 + rng.nextInt(100) : 0;
        // a lot costs 0.01 per tick; some orders are worth a little more than this and some a little less
        long worth = rng.nextInt(3) == 0 ? level * 100_000_000L * rng.nextInt(60) : 0;
        return new InstrumentFilters(1 + rng.nextInt(20), most, marketMost, worth, 0, 0, rng.nextInt(3));
    }

    private static Scene scene(long seed) {
        Rng rng = new Rng(seed);
        CandleColumns candles = candles(rng, 50 + rng.nextInt(1_500));
        long level = candles.closeTicks(0);
        Instrument instrument = new Instrument(
                "BASEQUOTE", "test", Asset.of("BASE"), Asset.of("QUOTE"), new BigDecimal("0.1"),
                new BigDecimal(rng.nextInt(3) == 0 ? "1" : "0.1"), filters(rng, level));
        FeeAsset asset = rng.nextInt(2) == 0 ? FeeAsset.QUOTE : FeeAsset.BASE;
        FeeRate taker = new FeeRate(rng.nextInt(4) == 0 ? 0 : rng.nextInt(2_000_000));
        FeeRate maker = new FeeRate(rng.nextInt(2_000_000));
        long slippage = rng.nextInt(2) == 0 ? 0 : rng.nextInt(3_000_000);
        SimTerms terms = new SimTerms(taker, maker, asset, slippage, 0)
                .with(FillModels.DEFAULT.with(PathRule.values()[rng.nextInt(3)]));
        BigDecimal size = BigDecimal.valueOf(1 + rng.nextInt(100), 1 + rng.nextInt(2));
        // from far more than ever needed to less than one entry
        double entry = size.doubleValue() * level / 10;
        double share = new double[] {0.5, 0.98, 1.0, 1.02, 1.2, 3, 1_000}[rng.nextInt(7)];
        long capital = instrument.quote().toAtoms(BigDecimal.valueOf(Math.max(0.01, entry * share)));
        long rest = rng.nextInt(3) == 0 ? capital / (1 + rng.nextInt(20)) : 0;
        SessionConfig config = new SessionConfig(
                1 + rng.nextInt(9), instrument, capital + rest, taker, maker, asset, RiskLimits.NONE, BotCatalog.TYPES, List.of(),
                0);
        int fast = 1 + rng.nextInt(6);
        Map<String, String> params = params(fast, fast + 1 + rng.nextInt(12), size.toPlainString());
        Command.StartBot start = new Command.StartBot(1, "sma-cross", "test", 0, capital, params);
        boolean part = rng.nextInt(3) == 0;
        long from = part ? candles.openTimeNanos(rng.nextInt(candles.size())) - rng.nextInt(2) : Long.MIN_VALUE;
        long to = part && rng.nextInt(2) == 0
                ? Math.max(from, candles.openTimeNanos(rng.nextInt(candles.size())) + rng.nextInt(2))
                : Long.MAX_VALUE;
        return new Scene(candles, config, terms, start, from, to);
    }

    private static Map<String, String> params(int fast, int slow, String size) {
        return BotCatalog.type("sma-cross")
                .params(Map.of("fast", fast + "", "slow", slow + "", "size", size))
                .asMap();
    }

    @Test
    void makesTheEventPathsTradesOnSmallPrices() {
        Map<BotState, Integer> states = new EnumMap<>(BotState.class);
        Map<String, Integer> reasons = new HashMap<>();
        int fills = 0;
        for (long seed = 1; seed <= 3_000; seed++) {
            Scene scene = scene(seed);
            BacktestReport report = same("seed " + seed, scene);
            fills += report.fills().size();
            states.merge(report.state(), 1, Integer::sum);
            reasons.merge(report.stateReason().replaceAll(":.*", ""), 1, Integer::sum);
        }
        assertThat(fills).isGreaterThan(50_000);
        assertThat(states).containsOnlyKeys(BotState.RUNNING, BotState.WAITING_FOR_BALANCE, BotState.ERROR);
        assertThat(reasons.keySet())
                .contains("", "BALANCE", "LOT_SIZE", "MARKET_LOT_SIZE", "the exchange refused the order");
    }

    private static Scene scene(CandleColumns candles, Instrument instrument, int fast, int slow, SimTerms terms) {
        long capital = instrument.quote().toAtoms(new BigDecimal(1_000_000));
        SessionConfig config = new SessionConfig(
                1, instrument, capital, terms.takerFee(), terms.makerFee(), terms.buyFeeAsset(), RiskLimits.NONE,
                BotCatalog.TYPES, List.of(), 0);
        Command.StartBot start = new Command.StartBot(1, "sma-cross", "test", 0, capital, params(fast, slow, "1"));
        return new Scene(candles, config, terms, start, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static SimTerms terms(FeeAsset asset) {
        FeeRate fee = new FeeRate(50_000);
        return new SimTerms(fee, fee, asset, 12_345, 0);
    }

    /** The million bars every crossover is counted on, and pairs of all lengths on a part of them. */
    @Test
    void makesTheEventPathsTradesOnTheBenchmarksSeries() {
        CandleImport whole = BenchSeries.of(1_000_000, BenchSeries.SEED).imported().content();
        SignalRun run = new SignalRun();
        Scene million = scene(whole.candles(), whole.instrument(), 10, 50, terms(FeeAsset.QUOTE));
        million.signal().run(BotCatalog.type("sma-cross").params(million.start().params()), run);
        assertEquals(13_641, run.roundTrips());
        assertEquals(13_642 + 13_641, run.size(), "the last position is still open");
        CandleImport part = BenchSeries.of(100_000, BenchSeries.SEED).imported().content();
        for (int[] pair : new int[][] {{1, 2}, {5, 20}, {10, 50}, {49, 50}, {100, 400}, {500, 9_999}}) {
            same(pair[0] + "/" + pair[1],
                    scene(part.candles(), part.instrument(), pair[0], pair[1], terms(FeeAsset.QUOTE)));
        }
    }

    /** Real candles: the sample beside the program, and hours with gaps where the shared data are. */
    @Test
    void makesTheEventPathsTradesOnRealCandles() {
        real(Path.of("sample-data/binanceus-ethusd-5m-2023-03.csv"));
    }

    @Test
    void makesTheEventPathsTradesOnRealHoursWithGaps() {
        Path hours = Path.of("../shared/data/candles/1h/binance-spot-BTCUSDT-1h-2020-2021.csv.gz");
        Assumptions.assumeTrue(Files.exists(hours), () -> hours + " is not here, so this test is skipped");
        real(hours);
    }

    private static void real(Path file) {
        CandleImport read = DataFiles.candles(file, null);
        for (int[] pair : new int[][] {{3, 8}, {10, 50}, {24, 168}}) {
            for (FeeAsset asset : new FeeAsset[] {FeeAsset.QUOTE, FeeAsset.BASE}) {
                BacktestReport report = same(
                        file + " " + pair[0] + "/" + pair[1],
                        scene(read.candles(), read.instrument(), pair[0], pair[1], terms(asset)));
                assertThat(report.fills().size()).isPositive();
            }
        }
    }

    @Test
    void saysWhatItCannotWorkOut() {
        CandleImport part = BenchSeries.of(1_000, BenchSeries.SEED).imported().content();
        Scene plain = scene(part.candles(), part.instrument(), 10, 50, terms(FeeAsset.QUOTE));
        SessionConfig config = plain.config();
        SimTerms terms = plain.terms();
        assertEquals(Optional.empty(), objection(config, terms, plain.start()));
        assertEquals(
                "bot grid is not a stateless signal", objection(config, terms, start(plain, "grid", Map.of())).get());
        assertEquals(
                "the bot takes coarser candles than the data's",
                objection(config, terms, start(plain, "sma-cross", Map.of("timeframe", "1h"))).get());
        assertEquals(
                "the bot takes coarser candles than the data's",
                SignalBacktest.objection(config, terms, plain.start(), Optional.of(Timeframe.H1)).get());
        assertEquals(
                "there are risk rules",
                objection(with(config, new RiskLimits(1, 0, 0), config.instrument()), terms, plain.start()).get());
        assertEquals(
                "orders take time to the venue",
                objection(
                        config, new SimTerms(terms.takerFee(), terms.makerFee(), FeeAsset.QUOTE, 0, 1), plain.start()).get());
        assertEquals(
                "slippage depends on the volume",
                objection(
                        config,
                        terms.with(new FillModels(PathRule.NEAREST, "constant", "root:bps=50", "through", "log", 1)),
                        plain.start()).get());
        assertEquals(
                "fees depend on turnover or on another asset",
                objection(
                        config,
                        terms.with(new FeeSchedule(
                                List.of(
                                        new FeeSchedule.Tier(0, 0, FeeRate.ZERO, FeeRate.ZERO),
                                        new FeeSchedule.Tier(1, 0, FeeRate.ZERO, FeeRate.ZERO)),
                                null)),
                        plain.start()).get());
        Instrument averaged = config.instrument().withFilters(new InstrumentFilters(
                List.of(new OrderWorth(false, 1, true, 0, false, 5, false))));
        assertEquals(
                "filters of BASEQUOTE look at an average price",
                objection(with(config, RiskLimits.NONE, averaged), terms, plain.start()).get());
        CandleSeries overlapping = new CandleSeries(Timeframe.H1);
        overlapping.append(0, 1, 1, 1, 1, 1);
        overlapping.append(MINUTE, 1, 1, 1, 1, 1);
        assertEquals(
                "candles of the series overlap",
                SignalBacktest.objection(SignalColumns.of(overlapping.columns())).get());
        assertEquals(Optional.empty(), SignalBacktest.objection(SignalColumns.of(part.candles())));
    }

    private static Optional<String> objection(
            SessionConfig config, SimTerms terms, Command.StartBot start) {
        return SignalBacktest.objection(config, terms, start, Optional.empty());
    }

    private static Command.StartBot start(Scene plain, String type, Map<String, String> params) {
        return new Command.StartBot(1, type, "test", 0, plain.start().capitalAtoms(), params);
    }

    private static SessionConfig with(SessionConfig config, RiskLimits limits, Instrument instrument) {
        return new SessionConfig(
                1, instrument, config.capitalAtoms(), config.takerFee(), config.makerFee(), config.buyFeeAsset(), limits,
                BotCatalog.TYPES, List.of(), 0);
    }

    private static BacktestReport same(String what, Scene scene) {
        BacktestReport events = scene.events();
        SignalRun run = new SignalRun();
        scene.signal().run(BotCatalog.type("sma-cross").params(scene.start().params()), run);
        same(what, events, run.report(), run.points());
        assertEquals(events.fills().roundTrips(), run.roundTrips(), what);
        return events;
    }

    private static void same(String what, BacktestReport expected, BacktestReport actual, long[][] actualPoints) {
        FillLog theirs = expected.fills();
        FillLog ours = actual.fills();
        assertEquals(fills(theirs), fills(ours), what);
        assertEquals(
                List.of(
                        expected.state(), expected.stateReason(), expected.events(), expected.journalRows(), expected.hash(),
                        expected.startEquityAtoms(), expected.endEquityAtoms(), expected.realisedAtoms(),
                        expected.feesAtoms(), expected.baseAtoms(), expected.costAtoms(), expected.feesInBase(),
                        expected.bot(), expected.unclearCandles(), expected.fundingAtoms(), expected.margin()),
                List.of(
                        actual.state(), actual.stateReason(), actual.events(), actual.journalRows(), actual.hash(),
                        actual.startEquityAtoms(), actual.endEquityAtoms(), actual.realisedAtoms(), actual.feesAtoms(),
                        actual.baseAtoms(), actual.costAtoms(), actual.feesInBase(), actual.bot(), actual.unclearCandles(),
                        actual.fundingAtoms(), actual.margin()),
                what);
        assertThat(actualPoints).as(what).isDeepEqualTo(expected.equity().points());
        assertThat(actual.equity().points()).as(what).isDeepEqualTo(expected.equity().points());
        assertEquals(expected.equity().maxDrawdown(), actual.equity().maxDrawdown(), what);
        assertEquals(expected.equity().maxDrawdownAtoms(), actual.equity().maxDrawdownAtoms(), what);
    }

    private static String fills(FillLog log) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < log.size(); i++) {
            text.append(log.timeNanos(i)).append(' ').append(log.side(i)).append(' ').append(log.lots(i)).append('@')
                    .append(log.priceTicks(i)).append(" fee ").append(log.feeAtoms(i)).append(log.feeAsset(i))
                    .append(' ').append(log.maker(i)).append(' ').append(log.clientOrderId(i)).append(' ')
                    .append(log.tag(i)).append(' ').append(log.bot(i)).append('\n');
        }
        return text.toString();
    }
}
