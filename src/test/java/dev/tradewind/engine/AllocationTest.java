package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steady trading allocates nothing per event: counted in bytes, not in time. */
class AllocationTest {

    private static final int BARS = 200_000;
    private static final long BOUND_BYTES = 64 * 1024;

    @Test
    void barsAndTradesAllocateNothingOnceTheEngineIsWarm() {
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
                RiskLimits.NONE, List.of(bot.type("script")));
        scene.play(BARS);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().threadId();
        long before = threads.getThreadAllocatedBytes(id);
        scene.play(BARS);
        long bytes = threads.getThreadAllocatedBytes(id) - before;
        assertTrue(scene.rows() > BARS / 2, "only " + scene.rows() + " journal rows: the bot did not trade");
        assertTrue(bytes < BOUND_BYTES, bytes + " bytes for " + BARS + " bars; the bound is " + BOUND_BYTES);
    }
}
