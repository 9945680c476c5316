package dev.tradewind.bot.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.backtest.SimulatedSession;
import dev.tradewind.bot.PlanTerms;
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
import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.Recorder;
import dev.tradewind.engine.Session;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Rng;
import dev.tradewind.portfolio.PerpetualAccount;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The futures grid has the margin for every order it places as long as the price stays in its range, and never fails for it. */
class FuturesGridMarginTest {

    private static final Path HOURS = Path.of("../shared/data/candles/1h/binance-um-BTCUSDT-1h-2023-2024.csv.gz");
    private static final long MAY = 1_682_899_200_000L;
    private static final long JUNE = 1_685_577_600_000L;
    private static final long CAPITAL = 10_000;
    private static final long HOUR = 3_600_000_000_000L;

    private final CandleEvent candle = new CandleEvent();
    private final MarkEvent mark = new MarkEvent();
    private final FundingEvent funding = new FundingEvent();
    private Instrument instrument = perpetual("0.01", "0.0001");
    private Session session;
    private NaiveFuturesGrid naive;
    private long fills;
    private long now;

    private static Instrument perpetual(String tick, String lot) {
        Instrument spot = new Instrument(
                "AAABBB", "test", Asset.of("AAA"), Asset.of("BBB"), new BigDecimal(tick), new BigDecimal(lot),
                InstrumentFilters.NONE);
        return spot.withPerpetual(PerpetualTerms.standard(spot.quote()));
    }

    private static Map<String, String> params(Plan plan) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("lower", BigDecimal.valueOf(plan.lower()).toPlainString());
        params.put("upper", BigDecimal.valueOf(plan.upper()).toPlainString());
        params.put("levels", Integer.toString(plan.levels()));
        params.put("spacing", plan.geometric() ? "geometric" : "arithmetic");
        params.put("liveLevels", Integer.toString(plan.live()));
        params.put("direction", plan.side() > 0 ? "long" : plan.side() < 0 ? "short" : "neutral");
        params.put("leverage", Integer.toString(plan.leverage()));
        params.put("marginMode", plan.cross() ? "cross" : "isolated");
        params.put("trailingUp", Boolean.toString(plan.trailUp()));
        params.put("trailingDown", Boolean.toString(plan.trailDown()));
        params.put("investment", BigDecimal.valueOf(plan.share()).toPlainString());
        return params;
    }

    private void start(Plan plan, FeeRate fee, double slippageBps) {
        long capital = instrument.quote().toAtoms(BigDecimal.valueOf(CAPITAL));
        MarginMode mode = plan.cross() ? MarginMode.CROSS : MarginMode.ISOLATED;
        SessionConfig config = new SessionConfig(
                        1, instrument, capital, fee, fee, FeeAsset.QUOTE, RiskLimits.NONE, BotCatalog.TYPES, List.of(), 0)
                .withMargin(new MarginConfig(plan.leverage(), mode, PositionMode.ONE_WAY));
        fills = 0;
        now = 0;
        session = SimulatedSession.wire(
                config, new SimTerms(fee, fee, FeeAsset.QUOTE, Math.round(slippageBps * 10_000), 0), 0, new HashJournal(),
                new Recorder() {
                    @Override
                    public void filled(OrderRequest request, VenueReport report, long nanos, long row) {
                        fills++;
                    }
                }, false);
        session.loop().command(0, new Command.StartBot(1, "futures-grid", "test", 0, capital, params(plan)));
        assertEquals("", session.lastRefusal());
        naive = new NaiveFuturesGrid(
                plan, instrument.tickSize(), instrument.lotSize(), fee.e8() / 1e6, BigDecimal.valueOf(CAPITAL));
    }

    private void candle(double open, double high, double low, double close) {
        long[] ticks = {ticks(open), ticks(high), ticks(low), ticks(close)};
        candle.set(0, now, now + HOUR, ticks[0], ticks[1], ticks[2], ticks[3], 1_000_000_000);
        session.loop().market(candle);
        now += HOUR;
        session.loop().market(mark.set(0, now, ticks[3]));
        naive.candle(
                instrument.toPrice(ticks[0]), instrument.toPrice(ticks[1]), instrument.toPrice(ticks[2]),
                instrument.toPrice(ticks[3]));
    }

    private long ticks(double price) {
        return instrument.toTicks(BigDecimal.valueOf(price), RoundingMode.HALF_UP);
    }

    private BotRow bot() {
        session.publish();
        return session.view().snapshot().bots().getFirst();
    }

    /** Everything that should rest does, and the bot waits for nothing. */
    private void allRests(String what) {
        BotRow bot = bot();
        if (now == HOUR && bot.state() == BotState.STARTING) {
            return; // its first order fills on the next candle
        }
        assertEquals(BotState.RUNNING, bot.state(), () -> what + ": " + bot.stateReason() + "; " + bot.phase());
        String[] counts = bot.phase().substring(bot.phase().indexOf("; ") + 2).split("[/ ]");
        assertEquals(counts[1], counts[0], () -> what + ": " + bot.phase());
    }

    private boolean liquidated() {
        PerpetualAccount account = (PerpetualAccount) session.account(1);
        return session.botState(1) == BotState.STOPPED || account.position(PositionSide.NET).lots() == 0
                && naive.base.signum() != 0;
    }

    private static Plan plan(Rng rng, double price, FeeRate fee, Instrument instrument, boolean trails) {
        int leverage = 1 + rng.nextInt(20);
        int side = rng.nextInt(3) - 1;
        boolean cross = rng.nextInt(2) == 0;
        int live = rng.nextInt(4) == 0 ? 3 + rng.nextInt(6) : 0;
        boolean geometric = rng.nextInt(2) == 0;
        int levels = 4 + rng.nextInt(27);
        double below = 0.3 + 0.4 * rng.nextDouble();
        for (double width = 0.9 / leverage; ; width *= 0.8) {
            int fewer = Math.max(2, Math.min(levels, (int) (width / 0.002)));
            Plan plan = new Plan(
                    Math.round(price * (1 - width * below) * 100) / 100.0,
                    Math.round(price * (1 + width * (1 - below)) * 100) / 100.0, fewer, geometric, live, side, leverage, 100,
                    trails, trails, cross);
            try {
                new FuturesGridPlan(
                        FuturesGridSettings.of(FuturesGridBot.TYPE.params(params(plan))),
                        new PlanTerms(
                                instrument, Math.round(price * 100), fee, fee, FeeAsset.QUOTE,
                                CAPITAL * 10_000_000_000L, 0)).refuseRuin();
                return plan;
            } catch (ParamException e) {
                assertEquals("leverage", e.parameter(), e::getMessage);
            }
        }
    }

    /**
     * Walks to and fro between changing places of the range: what draws the average entry to its ends.
     *
     * @param beyond how far outside the range it may go, as a part of its width
     */
    private boolean walk(Rng rng, Plan plan, double from, double beyond, String what) {
        double width = plan.upper() - plan.lower();
        double price = from;
        double target = from;
        for (int i = 0; i < 240; i++) {
            if (i % 40 == 0) {
                target = plan.lower() + width * (rng.nextInt(3) == 0 ? rng.nextDouble() : rng.nextInt(2))
                        + width * beyond * (rng.nextDouble() * 2 - 1);
            }
            double open = price;
            double end = bounded(plan, beyond, open + 0.2 * (target - open) + 0.06 * width * rng.nextGaussian());
            double high = bounded(plan, beyond, Math.max(open, end) + 0.05 * width * Math.abs(rng.nextGaussian()));
            double low = bounded(plan, beyond, Math.min(open, end) - 0.05 * width * Math.abs(rng.nextGaussian()));
            candle(open, high, low, end);
            price = end;
            if (beyond > 0 && i % 8 == 7) {
                drain(plan, ticks(end));
            }
            if (liquidated()) {
                return false;
            }
            if (beyond == 0) {
                allRests(what + ", candle " + i);
            }
            assertNotEquals(
                    BotState.ERROR, session.botState(1), what + ", candle " + i + ": " + session.botStateReason(1));
        }
        return true;
    }

    /** Funding that the position pays, whichever side it is on: what no plan can foresee. */
    private void drain(Plan plan, long ticks) {
        long rateE8 = 2_000_000L / plan.leverage() * naive.base.signum();
        session.loop().market(funding.set(0, now, rateE8, ticks));
        naive.funding(BigDecimal.valueOf(rateE8, 8), instrument.toPrice(ticks));
    }

    private static double bounded(Plan plan, double beyond, double price) {
        double more = beyond * (plan.upper() - plan.lower());
        return Math.max(plan.lower() - more, Math.min(plan.upper() + more, price));
    }

    @Test
    void hasTheMarginForAllItsOrdersWhileThePriceIsInItsRange() {
        long all = 0;
        for (long seed = 1; seed <= 240; seed++) {
            Rng rng = new Rng(seed);
            double price = 90 + rng.nextInt(20);
            FeeRate fee = FeeRate.ofBps(BigDecimal.valueOf(rng.nextInt(3) * 2));
            Plan plan = plan(rng, price, fee, instrument, false);
            String what = "seed " + seed + " " + plan + " from " + price + " fee " + fee;
            start(plan, fee, 0);
            assertTrue(walk(rng, plan, price, 0, what), what + ": liquidated inside its range");
            BigDecimal least = naive.leastFree;
            assertTrue(least != null && least.signum() >= 0, what + ": by the naive grid the least free is " + least);
            all += fills;
        }
        assertTrue(all > 20_000, all + " fills");
    }

    @Test
    void neverFailsForWantOfMarginBeyondItsRangeNorWhenFundingHasUsedItUp() {
        long all = 0;
        int lived = 0;
        for (long seed = 1_001; seed <= 1_240; seed++) {
            Rng rng = new Rng(seed);
            double price = 90 + rng.nextInt(20);
            FeeRate fee = FeeRate.ofBps(BigDecimal.valueOf(rng.nextInt(3) * 2));
            Plan plan = plan(rng, price, fee, instrument, rng.nextInt(3) == 0);
            start(plan, fee, rng.nextInt(3));
            lived += walk(rng, plan, price, 0.6, "seed " + seed + " " + plan + " from " + price + " fee " + fee) ? 1 : 0;
            all += fills;
        }
        assertTrue(all > 20_000, all + " fills");
        assertTrue(lived > 60, lived + " were not liquidated");
    }

    private static Plan may(int side, boolean cross) {
        return new Plan(27_800, 29_800, 30, false, 0, side, 2, 95, false, false, cross);
    }

    /** A month that goes down and up through the range of 27,800 to 29,800, and leaves it below. */
    @Test
    void aNeutralGridKeepsTheMarginForItsExitsThroughAFallingMonth() {
        instrument = perpetual("0.1", "0.00001");
        for (int side = -1; side <= 1; side++) {
            for (boolean cross : new boolean[] {false, true}) {
                Plan plan = may(side, cross);
                start(plan, FeeRate.ofBps(BigDecimal.TEN), 1);
                Rng rng = new Rng(2_023);
                double price = 29_223;
                for (int i = 0; i < 744; i++) {
                    double aim = i < 200 ? 28_900 : i < 400 ? 27_900 : i < 550 ? 27_200 : 28_000;
                    double end = price + 0.03 * (aim - price) + 120 * rng.nextGaussian();
                    candle(
                            price, Math.max(price, end) + 60 * rng.nextDouble(), Math.min(price, end) - 60 * rng.nextDouble(),
                            end);
                    price = end;
                    allRests(plan + ", hour " + i);
                }
                assertTrue(fills > 400, plan + ": " + fills + " fills");
            }
        }
    }

    /** The real May of 2023, on which a neutral grid without margin for its exits stood still after 269 fills. */
    @Test
    void tradesThroughTheMayOf2023() throws IOException {
        Assumptions.assumeTrue(Files.exists(HOURS), "the perpetual's candles are not here");
        instrument = perpetual("0.1", "0.00001");
        for (int side = -1; side <= 1; side++) {
            for (boolean cross : new boolean[] {false, true}) {
                Plan plan = may(side, cross);
                start(plan, FeeRate.ofBps(BigDecimal.TEN), 1);
                try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(HOURS)), StandardCharsets.UTF_8))) {
                    in.lines().skip(1).map(line -> line.split(",")).filter(row -> inMay(Long.parseLong(row[0])))
                            .forEach(row -> {
                                candle(decimal(row[1]), decimal(row[2]), decimal(row[3]), decimal(row[4]));
                                allRests(plan + ", " + row[0]);
                            });
                }
                assertTrue(fills > 500, plan + ": " + fills + " fills");
            }
        }
    }

    private static boolean inMay(long millis) {
        return millis >= MAY && millis < JUNE;
    }

    private static double decimal(String text) {
        return Double.parseDouble(text);
    }
}
