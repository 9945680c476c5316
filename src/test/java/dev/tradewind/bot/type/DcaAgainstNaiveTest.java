package dev.tradewind.bot.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.backtest.Backtest;
import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.backtest.FillLog;
import dev.tradewind.bot.type.NaiveDca.Fill;
import dev.tradewind.bot.type.NaiveDca.Plan;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The whole engine with the DCA bot against {@link NaiveDca}, fill by fill. */
class DcaAgainstNaiveTest {

    private static final Path SAMPLES = Path.of("sample-data");
    private static final Plan EAGER = new Plan(200, 200, 5, 2, 0.4, 1.4, 1.4, 0.6, false, 0, 0);
    private static final Plan STOPPED = new Plan(150, 100, 6, 3, 0.5, 1.1, 1.2, 0.5, true, 2, 0);
    private static final Plan DEEP = new Plan(50, 50, 8, 8, 0.2, 1.45, 1.6, 0.4, false, 0, 0);

    @Test
    void tradesTheSampleCandlesAlike() throws IOException {
        Instrument instrument = Instruments.of("0.01", "0.0001");
        CandleColumns candles = sampleCandles(instrument);
        assertEquals(580, candles.size());
        for (Plan plan : List.of(EAGER, STOPPED, DEEP)) {
            for (boolean inBase : new boolean[] {false, true}) {
                String what = plan + " fee in base " + inBase;
                assertTrue(compareCandles(instrument, candles, plan, 0.1, inBase, what) > 20, what);
            }
        }
    }

    private static CandleColumns sampleCandles(Instrument instrument) throws IOException {
        CandleSeries series = new CandleSeries(Timeframe.M5);
        List<String> lines = Files.readAllLines(SAMPLES.resolve("binanceus-ethusd-5m-2023-03.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            series.append(
                    Long.parseLong(cells[0]) * 1_000_000, ticks(instrument, cells[1]), ticks(instrument, cells[2]),
                    ticks(instrument, cells[3]), ticks(instrument, cells[4]), 1);
        }
        return series.columns();
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
        Plan sample = new Plan(200, 200, 5, 2, 0.4, 1.4, 1.4, 0.6, false, 0, 10);
        for (Plan plan : List.of(EAGER, STOPPED, DEEP, sample)) {
            for (boolean inBase : new boolean[] {false, true}) {
                NaiveDca naive = new NaiveDca(plan, instrument.tickSize(), instrument.lotSize(), 0.1, inBase);
                for (int i = 0; i < trades.size(); i++) {
                    naive.trade(
                            trades.timeNanos(i) / 1_000_000_000L, instrument.toPrice(trades.priceTicks(i)),
                            instrument.toQuantity(trades.quantityLots(i)));
                }
                String what = plan + " fee in base " + inBase;
                BacktestReport report = run(instrument, new TradeFeed(0, trades), plan, 0.1, inBase);
                assertTrue(naive.deals > (plan == sample ? 100 : 10), what + ": " + naive.deals + " deals");
                compare(instrument, report, naive, what);
            }
        }
    }

    @Test
    void tradesRandomCandlesAlike() {
        Instrument instrument = Instruments.of("0.01", "0.0001");
        int fills = 0;
        for (long seed = 1; seed <= 150; seed++) {
            Rng rng = new Rng(seed);
            Plan plan = new Plan(
                    50 + rng.nextInt(200), 50 + rng.nextInt(200), rng.nextInt(8), 1 + rng.nextInt(8),
                    (10 + rng.nextInt(100)) / 100.0, (80 + rng.nextInt(100)) / 100.0, (80 + rng.nextInt(100)) / 100.0,
                    (10 + rng.nextInt(200)) / 100.0, rng.nextInt(2) == 0, rng.nextInt(2) * (1 + rng.nextInt(5)), 0);
            double fee = rng.nextInt(3) * 0.075;
            boolean inBase = rng.nextInt(2) == 0;
            fills += compareCandles(instrument, randomCandles(rng), plan, fee, inBase, "seed " + seed + " " + plan + " fee "
                    + fee + (inBase ? " in base" : ""));
        }
        assertTrue(fills > 10_000, fills + " fills");
    }

    private static CandleColumns randomCandles(Rng rng) {
        CandleSeries series = new CandleSeries(Timeframe.M1);
        double price = 20 + rng.nextInt(2000);
        double volatility = 0.001 + 0.004 * rng.nextDouble();
        for (int i = 0; i < 600; i++) {
            double open = price * (rng.nextInt(10) == 0 ? 1 + volatility * rng.nextGaussian() : 1);
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

    private static int compareCandles(
            Instrument instrument, CandleColumns candles, Plan plan, double fee, boolean inBase, String what) {
        NaiveDca naive = new NaiveDca(plan, instrument.tickSize(), instrument.lotSize(), fee, inBase);
        for (int i = 0; i < candles.size(); i++) {
            naive.candle(
                    instrument.toPrice(candles.openTicks(i)), instrument.toPrice(candles.highTicks(i)),
                    instrument.toPrice(candles.lowTicks(i)), instrument.toPrice(candles.closeTicks(i)));
        }
        BacktestReport report = run(instrument, new CandleFeed(0, candles), plan, fee, inBase);
        compare(instrument, report, naive, what);
        return naive.fills.size();
    }

    private static BacktestReport run(Instrument instrument, MarketFeed feed, Plan plan, double fee, boolean inBase) {
        FeeRate rate = FeeRate.ofBps(BigDecimal.valueOf(fee * 100));
        FeeAsset asset = inBase ? FeeAsset.BASE : FeeAsset.QUOTE;
        long capital = 100_000_0000000000L;
        SessionConfig config = new SessionConfig(
                1, instrument, capital, rate, rate, asset, RiskLimits.NONE, BotCatalog.TYPES, List.of(), 0);
        Map<String, String> params = new LinkedHashMap<>();
        params.put("baseOrder", Double.toString(plan.base()));
        params.put("safetyOrder", Double.toString(plan.safety()));
        params.put("safetyOrders", Integer.toString(plan.count()));
        params.put("activeSafetyOrders", Integer.toString(plan.live()));
        params.put("deviation", Double.toString(plan.deviation()));
        params.put("stepScale", Double.toString(plan.stepScale()));
        params.put("volumeScale", Double.toString(plan.volumeScale()));
        params.put("takeProfit", Double.toString(plan.takeProfit()));
        params.put("takeProfitOn", plan.onBase() ? "base" : "average");
        params.put("stopLoss", Double.toString(plan.stopLoss()));
        params.put("cooldown", Long.toString(plan.cooldownSeconds()));
        Command.StartBot start = new Command.StartBot(1, "dca", "test", 0, capital, params);
        return new Backtest(config, new SimTerms(rate, rate, asset, 0, 0), start, 0).run(feed);
    }

    private static void compare(Instrument instrument, BacktestReport report, NaiveDca naive, String what) {
        assertEquals(BotState.RUNNING, report.state(), () -> what + ": " + report.stateReason());
        FillLog log = report.fills();
        List<String> expected = new ArrayList<>();
        for (Fill fill : naive.fills) {
            expected.add(fill.toString());
        }
        for (int i = 0; i < Math.min(log.size(), expected.size()); i++) {
            Fill fill = new Fill(
                    log.side(i) == Side.BUY, instrument.toPrice(log.priceTicks(i)), instrument.toQuantity(log.lots(i)));
            assertEquals(expected.get(i), fill.toString(), what + ": fill " + i + ", tag " + log.tag(i));
        }
        assertEquals(expected.size(), log.size(), what);
        assertEquals(
                naive.held.setScale(10, RoundingMode.UNNECESSARY),
                instrument.base().toDecimal(report.baseAtoms()), what);
        assertEquals(
                naive.cost.doubleValue(), instrument.quote().toDecimal(report.costAtoms()).doubleValue(), 1e-6, what);
    }
}
