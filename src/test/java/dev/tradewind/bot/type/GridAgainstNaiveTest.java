package dev.tradewind.bot.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.backtest.Backtest;
import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.backtest.FillLog;
import dev.tradewind.bot.type.NaiveGrid.Plan;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleFeed;
import dev.tradewind.marketdata.CandleSeries;
import dev.tradewind.marketdata.MarketFeed;
import dev.tradewind.marketdata.TradeColumns;
import dev.tradewind.marketdata.TradeCsv;
import dev.tradewind.marketdata.TradeFeed;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The whole engine with the grid bot against {@link NaiveGrid}, fill by fill. */
class GridAgainstNaiveTest {

    private static final Path SAMPLES = Path.of("sample-data");
    private static final long CAPITAL = 10_000;

    @Test
    void tradesTheSampleCandlesAlike() throws IOException {
        Instrument instrument = Instruments.of("0.01", "0.0001");
        CandleSeries series = new CandleSeries(Timeframe.M5);
        List<String> lines = Files.readAllLines(SAMPLES.resolve("binanceus-ethusd-5m-2023-03.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            series.append(
                    Long.parseLong(cells[0]) * 1_000_000, ticks(instrument, cells[1]), ticks(instrument, cells[2]),
                    ticks(instrument, cells[3]), ticks(instrument, cells[4]), 1);
        }
        CandleColumns candles = series.columns();
        double first = candles.closeTicks(0) / 100.0;
        for (Plan plan : List.of(
                new Plan(first * 0.9, first * 1.1, 50, false, 0, false), new Plan(1400, 1900, 100, true, 0, false),
                new Plan(1400, 1900, 100, false, 6, true))) {
            for (boolean inBase : new boolean[] {false, true}) {
                String what = plan + " fee in base " + inBase;
                assertTrue(compareCandles(instrument, candles, plan, 0.1, inBase, what) > 10, what);
            }
        }
    }

    private static long ticks(Instrument instrument, String price) {
        return instrument.toTicks(new BigDecimal(price), RoundingMode.UNNECESSARY);
    }

    @Test
    void tradesTheSampleTradesAlike() throws IOException {
        Path file = SAMPLES.resolve("bitstamp-btcusd-2013-11-trades.csv.gz");
        Instrument instrument = Instruments.of("0.01", "0.00000001");
        TradeColumns trades;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            trades = TradeCsv.read(in, file.toString(), instrument).trades();
        }
        for (Plan plan : List.of(
                new Plan(800, 1200, 50, true, 0, false), new Plan(800, 1200, 80, false, 0, true),
                new Plan(800, 1200, 60, false, 8, false))) {
            for (boolean inBase : new boolean[] {false, true}) {
                String what = plan + " fee in base " + inBase;
                NaiveGrid naive = naive(instrument, plan, 0.1, inBase);
                for (int i = 0; i < trades.size(); i++) {
                    naive.trade(instrument.toPrice(trades.priceTicks(i)), instrument.toQuantity(trades.quantityLots(i)));
                }
                assertTrue(naive.fills.size() > 100, what + ": " + naive.fills.size());
                compare(instrument, run(instrument, new TradeFeed(0, trades), plan, 0.1, inBase), naive, what);
            }
        }
    }

    @Test
    void tradesRandomCandlesAlike() {
        Instrument instrument = Instruments.of("0.01", "0.0001");
        int fills = 0;
        for (long seed = 1; seed <= 120; seed++) {
            Rng rng = new Rng(seed);
            int levels = 5 + rng.nextInt(30);
            Plan plan = new Plan(
                    70 + rng.nextInt(25), 105 + rng.nextInt(30), levels, rng.nextInt(2) == 0,
                    rng.nextInt(2) * (2 + rng.nextInt(6)), rng.nextInt(2) == 0);
            double fee = rng.nextInt(3) * 0.05;
            boolean inBase = rng.nextInt(2) == 0;
            fills += compareCandles(instrument, randomCandles(rng), plan, fee, inBase, "seed " + seed + " " + plan + " fee "
                    + fee + (inBase ? " in base" : ""));
        }
        assertTrue(fills > 10_000, fills + " fills");
    }

    /** Trailing, expansion and reinvesting, on candles and on trades. */
    @Test
    void movesGrowsAndReinvestsAlike() {
        Instrument instrument = Instruments.of("0.01", "0.0001");
        int fills = 0;
        int pairs = 0;
        for (long seed = 1; seed <= 150; seed++) {
            Rng rng = new Rng(seed);
            Plan plan = movingPlan(rng);
            double fee = rng.nextInt(3) * 0.05;
            boolean inBase = rng.nextInt(2) == 0;
            String what = "seed " + seed + " " + plan + " fee " + fee + (inBase ? " in base" : "");
            CandleColumns candles = randomCandles(rng);
            fills += compareCandles(instrument, candles, plan, fee, inBase, what);
            NaiveGrid naive = naive(instrument, plan, fee, inBase);
            TradeColumns trades = randomTrades(rng);
            for (int i = 0; i < trades.size(); i++) {
                naive.trade(instrument.toPrice(trades.priceTicks(i)), instrument.toQuantity(trades.quantityLots(i)));
            }
            compare(instrument, run(instrument, new TradeFeed(0, trades), plan, fee, inBase), naive, what + " on trades");
            fills += naive.fills.size();
            pairs += naive.pairs;
        }
        assertTrue(fills > 10_000 && pairs > 1_000, fills + " fills, " + pairs + " pairs");
    }

    private static Plan movingPlan(Rng rng) {
        int lower = 85 + rng.nextInt(10);
        int upper = 103 + rng.nextInt(10);
        boolean trailUp = rng.nextInt(2) == 0;
        boolean trailDown = rng.nextInt(2) == 0;
        return new Plan(
                lower, upper, 4 + rng.nextInt(12), rng.nextInt(2) == 0, rng.nextInt(2) * (3 + rng.nextInt(6)), false,
                60 + rng.nextInt(40), rng.nextInt(3) * 50, trailUp, trailDown,
                trailUp ? 0 : rng.nextInt(2) * (upper + 10), trailDown ? 0 : rng.nextInt(2) * (lower - 10));
    }

    private static TradeColumns randomTrades(Rng rng) {
        int size = 800;
        long[] times = new long[size];
        long[] prices = new long[size];
        long[] lots = new long[size];
        double price = 95 + rng.nextInt(10);
        double volatility = 0.001 + 0.004 * rng.nextDouble();
        for (int i = 0; i < size; i++) {
            price *= 1 + volatility * rng.nextGaussian();
            times[i] = i * 1_000_000_000L;
            prices[i] = Math.round(price * 100);
            lots[i] = 1 + rng.nextInt(400_000);
        }
        return TradeColumns.of(size, times, prices, lots);
    }

    private static CandleColumns randomCandles(Rng rng) {
        CandleSeries series = new CandleSeries(Timeframe.M1);
        double price = 95 + rng.nextInt(10);
        double volatility = 0.001 + 0.006 * rng.nextDouble();
        for (int i = 0; i < 600; i++) {
            double open = price * (rng.nextInt(10) == 0 ? 1 + 3 * volatility * rng.nextGaussian() : 1);
            double close = open * (1 + volatility * rng.nextGaussian());
            double high = Math.max(open, close) * (1 + volatility * Math.abs(rng.nextGaussian()));
            double low = Math.min(open, close) * (1 - volatility * Math.abs(rng.nextGaussian()));
            series.append(
                    i * 60_000_000_000L, Math.round(open * 100), Math.round(high * 100), Math.round(low * 100),
                    Math.round(close * 100), 1_000_000);
            price = close;
        }
        return series.columns();
    }

    private static NaiveGrid naive(Instrument instrument, Plan plan, double fee, boolean inBase) {
        return new NaiveGrid(
                plan, instrument.tickSize(), instrument.lotSize(), fee, inBase, BigDecimal.valueOf(CAPITAL));
    }

    private static int compareCandles(
            Instrument instrument, CandleColumns candles, Plan plan, double fee, boolean inBase, String what) {
        NaiveGrid naive = naive(instrument, plan, fee, inBase);
        for (int i = 0; i < candles.size(); i++) {
            naive.candle(
                    instrument.toPrice(candles.openTicks(i)), instrument.toPrice(candles.highTicks(i)),
                    instrument.toPrice(candles.lowTicks(i)), instrument.toPrice(candles.closeTicks(i)));
        }
        compare(instrument, run(instrument, new CandleFeed(0, candles), plan, fee, inBase), naive, what);
        return naive.fills.size();
    }

    private static BacktestReport run(Instrument instrument, MarketFeed feed, Plan plan, double fee, boolean inBase) {
        FeeRate rate = FeeRate.ofBps(BigDecimal.valueOf(fee * 100));
        FeeAsset asset = inBase ? FeeAsset.BASE : FeeAsset.QUOTE;
        long capital = CAPITAL * 10_000_000_000L;
        SessionConfig config = new SessionConfig(
                1, instrument, capital, rate, rate, asset, RiskLimits.NONE, BotCatalog.TYPES, List.of(), 0);
        Map<String, String> params = new LinkedHashMap<>();
        params.put("lower", Double.toString(plan.lower()));
        params.put("upper", Double.toString(plan.upper()));
        params.put("levels", Integer.toString(plan.levels()));
        params.put("spacing", plan.geometric() ? "geometric" : "arithmetic");
        params.put("liveLevels", Integer.toString(plan.live()));
        params.put("profitIn", plan.profitInBase() ? "base" : "quote");
        params.put("investment", Double.toString(plan.share()));
        params.put("reinvest", Double.toString(plan.reinvest()));
        params.put("trailingUp", Boolean.toString(plan.trailUp()));
        params.put("trailingDown", Boolean.toString(plan.trailDown()));
        params.put("expandUp", Double.toString(plan.expandUp()));
        params.put("expandDown", Double.toString(plan.expandDown()));
        Command.StartBot start = new Command.StartBot(1, "grid", "test", 0, capital, params);
        return new Backtest(config, new SimTerms(rate, rate, asset, 0, 0), start, 0).run(feed);
    }

    private static void compare(Instrument instrument, BacktestReport report, NaiveGrid naive, String what) {
        assertEquals(BotState.RUNNING, report.state(), () -> what + ": " + report.stateReason());
        FillLog log = report.fills();
        for (int i = 0; i < Math.min(log.size(), naive.fills.size()); i++) {
            String fill = NaiveGrid.text(
                    log.side(i) == Side.BUY, instrument.toQuantity(log.lots(i)), instrument.toPrice(log.priceTicks(i)));
            assertEquals(naive.fills.get(i), fill, what + ": fill " + i + ", tag " + log.tag(i));
        }
        assertEquals(naive.fills.size(), log.size(), what);
        assertEquals(
                naive.base.setScale(10, RoundingMode.UNNECESSARY), instrument.base().toDecimal(report.baseAtoms()), what);
    }
}
