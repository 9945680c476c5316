package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tradewind.bot.BotType;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.IcebergParts;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.LotSize;
import dev.tradewind.domain.MaxPosition;
import dev.tradewind.domain.OrderCount;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.OrderWorth;
import dev.tradewind.domain.PercentPrice;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.PriceBounds;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TrailingDelta;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.risk.Collar;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** Steady trading allocates nothing per event: counted in bytes, not in time. */
class AllocationTest {

    private static final int BARS = 200_000;
    private static final long BOUND_BYTES = 64 * 1024;

    @Test
    void barsAndTradesAllocateNothingOnceTheEngineIsWarm() {
        tradesQuietly(RiskLimits.NONE, InstrumentFilters.NONE);
    }

    /** Every kind of filter and every bound of a collar is asked, and all pass. */
    @Test
    void rulesThatPassAllocateNothing() {
        long much = Long.MAX_VALUE / 4;
        InstrumentFilters filters = new InstrumentFilters(List.of(
                new PriceBounds(1, 1_000_000),
                PercentPrice.bySide(500_000_000, 10_000_000, 500_000_000, 10_000_000, 5),
                new LotSize(false, 1, 1_000_000, 1, 0),
                new LotSize(true, 0, 1_000_000, 1, 0),
                new OrderWorth(false, 1, true, much, true, 5, false),
                new IcebergParts(10),
                new MaxPosition(1_000_000_000),
                new TrailingDelta(1, 2_000, 1, 2_000),
                new OrderCount(OrderCount.Kind.ORDERS, false, 200),
                new OrderCount(OrderCount.Kind.ALGO_ORDERS, true, 100),
                new OrderCount(OrderCount.Kind.ICEBERG_ORDERS, false, 5),
                new OrderCount(OrderCount.Kind.ORDER_LISTS, false, 20)));
        tradesQuietly(new RiskLimits(much, much, 0, new Collar(90_000_000, 90_000_000, 10_000)), filters);
    }

    private static void tradesQuietly(RiskLimits limits, InstrumentFilters filters) {
        Script bot = new Script();
        long[] resting = new long[3];
        int[] bars = new int[1];
        bot.onStart = context -> context.watchFeedCandles();
        bot.writesDown = false;
        bot.onCandle = (context, candle) -> {
            switch (bars[0]++ % 8) {
                case 0 -> context.submit(Side.BUY, OrderType.MARKET, TimeInForce.GTC, 50, 0, 0, 1, 0);
                case 2 -> {
                    resting[0] = context.submit(Side.SELL, OrderType.LIMIT, TimeInForce.GTC, 50, 1_500, 0, 2, 3);
                    resting[1] = context.submit(
                            Side.SELL, OrderType.STOP_MARKET, TimeInForce.GTC, 50, 0, 500, 3, 3);
                }
                case 4 -> resting[2] = context.submit(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 10, 700, 0, 4, 0);
                case 6 -> {
                    for (long id : resting) {
                        context.cancel(id);
                    }
                }
                default -> {
                    // nothing
                }
            }
        };
        bot.onPrice = (context, ticks) -> {
            if (bars[0] % 8 == 0 && context.account().sellableLots() > 0) {
                context.submit(
                        Side.SELL, OrderType.MARKET, TimeInForce.GTC, context.account().sellableLots(), 0, 0, 5, 0);
            }
        };
        // no history, as in a backtest: a screen's rows are objects
        QuietScene scene = new QuietScene(
                new SimTerms(new FeeRate(100_000), new FeeRate(100_000), FeeAsset.QUOTE, 10_000, 0),
                limits, List.of(bot.type("script")), 1, filters);
        assertAllocatesNothing(scene, BARS, BARS / 2);
    }

    /** One that waits for a price far away costs nothing until it comes. */
    @Test
    void anIdleAlgorithmAllocatesNothing() {
        Script bot = new Script();
        bot.writesDown = false;
        bot.onStart = context -> {
            context.watchFeedCandles();
            context.startAlgo("trailing-stop", Map.of("quantity", "1", "activation", "100000"), 7);
            context.startAlgo("trailing-stop", Map.of("quantity", "1", "offset", "90"), 8);
        };
        bot.onCandle = (context, candle) -> context.decide(Reason.COOLDOWN, 0, 0);
        QuietScene scene = new QuietScene(SimTerms.IDEAL, RiskLimits.NONE, List.of(bot.type("script")));
        assertAllocatesNothing(scene, BARS, BARS / 2);
    }

    private static void assertAllocatesNothing(QuietScene scene, int bars, long leastRows) {
        assertAllocatesNothing(scene, bars, leastRows, scene::play);
    }

    private static void assertAllocatesNothing(QuietScene scene, int bars, long leastRows, IntConsumer play) {
        play.accept(bars);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().threadId();
        long before = threads.getThreadAllocatedBytes(id);
        play.accept(bars);
        long bytes = threads.getThreadAllocatedBytes(id) - before;
        assertTrue(scene.rows() > leastRows, "only " + scene.rows() + " journal rows: the bots did not trade");
        assertTrue(bytes < BOUND_BYTES, bytes + " bytes for " + bars + " bars; the bound is " + BOUND_BYTES);
    }

    /** Queues, walks and icebergs on a book whose levels come and go. */
    @Test
    void aRecordedBookAllocatesNothingOnceTheVenueIsWarm() {
        Script bot = new Script();
        bot.writesDown = false;
        int[] prices = new int[1];
        long[] resting = new long[2];
        OrderTerms iceberg = new OrderTerms(0, false, false, PositionSide.NET, 0, 3);
        bot.onPrice = (context, ticks) -> {
            switch (prices[0]++ % 8) {
                case 0 -> context.submit(Side.BUY, OrderType.MARKET, TimeInForce.GTC, 30, 0, 0, 1, 0);
                case 2 -> resting[0] = context.submit(
                        Side.SELL, OrderType.LIMIT, TimeInForce.GTC, 10, ticks + 1, 0, 2, 0, iceberg);
                case 3 -> resting[1] = context.submit(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 10, ticks - 1, 0, 3, 0);
                case 6 -> {
                    context.cancel(resting[0]);
                    context.cancel(resting[1]);
                }
                case 7 -> {
                    if (context.account().sellableLots() > 0) {
                        context.submit(
                                Side.SELL, OrderType.MARKET, TimeInForce.GTC, context.account().sellableLots(), 0, 0, 4, 0);
                    }
                }
                default -> {
                    // nothing
                }
            }
        };
        QuietScene scene = new QuietScene(
                new SimTerms(new FeeRate(100_000), new FeeRate(100_000), FeeAsset.QUOTE, 0, 0), RiskLimits.NONE,
                List.of(bot.type("script")));
        assertAllocatesNothing(scene, BARS / 2, BARS / 4, scene::playBook);
    }

    /** Each waits for its price with a trigger, trades when it comes, waits for the way back, and sets a timer again. */
    @Test
    void aThousandWaitingBotsAllocateNothingOnceTheEngineIsWarm() {
        int[] started = new int[1];
        BotType type = new Script().type("waiter");
        BotType waiters = new BotType(
                "waiter", "waiter", "A test's bot.", 1, type.params(), List.of(), List.of(), params -> waiter(started[0]++),
                type.planner());
        QuietScene scene = new QuietScene(
                new SimTerms(FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 0, 0), RiskLimits.NONE, List.of(waiters), 1_000);
        assertAllocatesNothing(scene, 4_000, 500_000);
    }

    private static Script waiter(int number) {
        Script bot = new Script();
        bot.writesDown = false;
        // closes walk from 1,000 to 1,060 in steps of 10; the factory is also asked for a bot just to check parameters
        long low = 1_000 + number % 3 * 10;
        bot.onStart = context -> {
            context.watchPrices(false);
            context.watchBelow(low);
        };
        bot.onPrice = (context, ticks) -> {
            context.startTimer(number % 4, 3_600_000_000_000L);
            long held = context.account().sellableLots();
            if (held == 0) {
                context.submit(Side.BUY, OrderType.MARKET, TimeInForce.GTC, 5, 0, 0, 1, 0);
                context.watchAbove(low + 30);
            } else {
                context.submit(Side.SELL, OrderType.MARKET, TimeInForce.GTC, held, 0, 0, 2, 0);
                context.watchBelow(low);
            }
        };
        return bot;
    }
}
