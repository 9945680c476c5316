package dev.tradewind.bot.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.backtest.SimulatedSession;
import dev.tradewind.bot.Deal;
import dev.tradewind.bot.type.NaiveFuturesGrid.Plan;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.MarkEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.Recorder;
import dev.tradewind.engine.Session;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Rng;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The whole engine with the futures grid on a perpetual against {@link NaiveFuturesGrid}, fill by fill. */
class FuturesGridAgainstNaiveTest {

    private static final Path DATA = Path.of("../shared/data");
    private static final long CAPITAL = 100_000;
    private static final long HOUR = 3_600_000_000_000L;

    private final List<String> fills = new ArrayList<>();
    private Instrument instrument = Instruments.of("0.01", "0.0001");
    private Session session;
    private NaiveFuturesGrid naive;
    private final CandleEvent candle = new CandleEvent();
    private final MarkEvent mark = new MarkEvent();
    private final FundingEvent funding = new FundingEvent();

    private void start(Plan plan, double fee) {
        MarginMode mode = plan.cross() ? MarginMode.CROSS : MarginMode.ISOLATED;
        instrument = instrument.isPerpetual()
                ? instrument
                : instrument.withPerpetual(PerpetualTerms.standard(instrument.quote()));
        FeeRate rate = FeeRate.ofBps(BigDecimal.valueOf(fee * 100));
        long capital = instrument.quote().toAtoms(BigDecimal.valueOf(CAPITAL));
        SessionConfig config = new SessionConfig(
                        1, instrument, capital, rate, rate, FeeAsset.QUOTE, RiskLimits.NONE, BotCatalog.TYPES, List.of(), 0)
                .withMargin(new MarginConfig(plan.leverage(), mode, PositionMode.ONE_WAY));
        fills.clear();
        session = SimulatedSession.wire(
                config, new SimTerms(rate, rate, FeeAsset.QUOTE, 0, 0), 0, new HashJournal(), new Recorder() {
                    @Override
                    public void filled(OrderRequest request, VenueReport report, long nanos, long row) {
                        fills.add(NaiveMarket.text(
                                request.side() == Side.BUY, instrument.toQuantity(report.quantityLots()),
                                instrument.toPrice(report.priceTicks())));
                    }
                }, false);
        Map<String, String> params = new LinkedHashMap<>();
        params.put("lower", Double.toString(plan.lower()));
        params.put("upper", Double.toString(plan.upper()));
        params.put("levels", Integer.toString(plan.levels()));
        params.put("spacing", plan.geometric() ? "geometric" : "arithmetic");
        params.put("liveLevels", Integer.toString(plan.live()));
        params.put("direction", plan.side() > 0 ? "long" : plan.side() < 0 ? "short" : "neutral");
        params.put("leverage", Integer.toString(plan.leverage()));
        params.put("marginMode", mode == MarginMode.CROSS ? "cross" : "isolated");
        params.put("investment", Double.toString(plan.share()));
        params.put("trailingUp", Boolean.toString(plan.trailUp()));
        params.put("trailingDown", Boolean.toString(plan.trailDown()));
        session.loop().command(0, new Command.StartBot(1, "futures-grid", "test", 0, capital, params));
        assertEquals("", session.lastRefusal());
        naive = new NaiveFuturesGrid(
                plan, instrument.tickSize(), instrument.lotSize(), fee, BigDecimal.valueOf(CAPITAL));
    }

    private void candle(long openNanos, long open, long high, long low, long close) {
        candle.set(0, openNanos, openNanos + HOUR, open, high, low, close, 1_000_000);
        session.loop().market(candle);
        session.loop().market(mark.set(0, openNanos + HOUR, close));
        naive.candle(
                instrument.toPrice(open), instrument.toPrice(high), instrument.toPrice(low), instrument.toPrice(close));
    }

    private BotRow compare(String what, long lastTicks) {
        assertEquals(BotState.RUNNING, session.botState(1), () -> what + ": " + session.botStateReason(1));
        for (int i = 0; i < Math.min(fills.size(), naive.fills.size()); i++) {
            assertEquals(naive.fills.get(i), fills.get(i), what + ": fill " + i);
        }
        assertEquals(naive.fills.size(), fills.size(), what);
        BigDecimal equity = naive.quote.add(naive.base.multiply(instrument.toPrice(lastTicks)));
        assertEquals(
                equity.doubleValue(), instrument.quote().toDecimal(session.account(1).equityAtoms(lastTicks)).doubleValue(),
                1e-5, what);
        session.publish();
        BotRow bot = session.view().snapshot().bots().getFirst();
        assertEquals(naive.pairs, bot.dealsClosed(), what);
        String profit = naive.earned.setScale(2, RoundingMode.FLOOR).toPlainString();
        assertTrue(bot.phase().contains("grid profit " + profit + ","), what + ": " + bot.phase() + " not " + naive.earned);
        String[] counts = bot.phase().substring(bot.phase().indexOf("; ") + 2).split("[/ ]");
        assertEquals(counts[1], counts[0], what + ": " + bot.phase());
        if (bot.dealsClosed() < GridTally.REMEMBERED) {
            long sum = bot.deals().stream().mapToLong(Deal::resultAtoms).sum();
            assertEquals(0, naive.earned.compareTo(instrument.quote().toDecimal(sum)), what);
        }
        return bot;
    }

    @Test
    void tradesRandomCandlesAlike() {
        int all = 0;
        for (long seed = 1; seed <= 150; seed++) {
            Rng rng = new Rng(seed);
            boolean trails = rng.nextInt(3) == 0;
            Plan plan = new Plan(
                    88 + rng.nextInt(8), 104 + rng.nextInt(8), 5 + rng.nextInt(20), rng.nextInt(2) == 0,
                    rng.nextInt(2) * (3 + rng.nextInt(6)), rng.nextInt(3) - 1, 1 + rng.nextInt(4), 20 + rng.nextInt(20),
                    trails, trails, rng.nextInt(2) == 0);
            String what = "seed " + seed + " " + plan;
            start(plan, rng.nextInt(3) * 0.02);
            double price = 96 + rng.nextInt(8);
            double volatility = 0.001 + 0.003 * rng.nextDouble();
            long close = 0;
            for (int i = 0; i < 300; i++) {
                double open = price;
                // a pull to the middle keeps the position away from its liquidation
                double end = open * (1 + volatility * rng.nextGaussian()) + 0.02 * (100 - open);
                double high = Math.max(open, end) * (1 + volatility * Math.abs(rng.nextGaussian()));
                double low = Math.min(open, end) * (1 - volatility * Math.abs(rng.nextGaussian()));
                close = Math.round(end * 100);
                candle(i * HOUR, Math.round(open * 100), Math.round(high * 100), Math.round(low * 100), close);
                price = end;
            }
            session.loop().release(400 * HOUR);
            compare(what, close);
            all += fills.size();
        }
        assertTrue(all > 5_000, all + " fills");
    }

    /** Real hours of a perpetual with the funding paid on them. */
    @Test
    void tradesRealPerpetualHoursWithTheirFundingAlike() throws IOException {
        Path candles = DATA.resolve("candles/1h/binance-um-BTCUSDT-1h-2023-2024.csv.gz");
        Path rates = DATA.resolve("funding/binance-um-BTCUSDT-funding-2023-2024.csv");
        Assumptions.assumeTrue(Files.exists(candles) && Files.exists(rates), "the perpetual's candles are not here");
        TreeMap<Long, BigDecimal> funded = new TreeMap<>();
        for (String line : Files.readAllLines(rates)) {
            String[] cells = line.split(",");
            if (Character.isDigit(cells[0].charAt(0))) {
                funded.put(Long.parseLong(cells[0]) / 3_600_000 * 3_600_000, new BigDecimal(cells[1]));
            }
        }
        for (Plan plan : List.of(
                new Plan(20_000, 40_000, 60, true, 0, 1, 2, 95, false, false, false),
                new Plan(15_000, 60_000, 80, true, 12, 0, 1, 95, false, false, false),
                new Plan(24_000, 32_000, 40, false, 0, -1, 1, 50, true, true, false))) {
            instrument = new Instrument(
                    "BTCUSDT", "binance-um", Asset.of("BTC"), Asset.of("USDT"), new BigDecimal("0.1"),
                    new BigDecimal("0.001"), InstrumentFilters.NONE);
            start(plan, 0.02);
            long close = play(candles, funded);
            BotRow bot = compare(plan.toString(), close);
            assertTrue(bot.dealsClosed() > 50, plan + ": " + bot.phase());
            assertTrue(session.account(1).fundingAtoms() != 0, plan + ": funding");
        }
    }

    private long play(Path candles, TreeMap<Long, BigDecimal> funded) throws IOException {
        long close = 0;
        long time = 0;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(candles)), StandardCharsets.UTF_8))) {
            in.readLine();
            String line = in.readLine();
            for (int i = 0; i < 24 * 300 && line != null; i++, line = in.readLine()) {
                String[] cells = line.split(",");
                long opened = Long.parseLong(cells[0]);
                BigDecimal rate = funded.get(opened);
                if (rate != null && close > 0) {
                    long e8 = rate.movePointRight(8).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
                    session.loop().market(funding.set(0, opened * 1_000_000, e8, close));
                    naive.funding(BigDecimal.valueOf(e8, 8), instrument.toPrice(close));
                }
                close = ticks(cells[4]);
                candle(opened * 1_000_000, ticks(cells[1]), ticks(cells[2]), ticks(cells[3]), close);
                time = opened * 1_000_000 + HOUR;
            }
        }
        session.loop().release(time + HOUR);
        return close;
    }

    private long ticks(String price) {
        return instrument.toTicks(new BigDecimal(price), RoundingMode.HALF_UP);
    }
}
