package dev.tradewind.bot.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.backtest.Backtest;
import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.backtest.FillLog;
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
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmaCrossBotTest {

    private static final Instrument INSTRUMENT = Instruments.of("0.01", "0.0001");

    /** The gate of design/stack.md: data from splitmix64, seed 42, must give 13,641 trades. */
    @Test
    void makesTheBenchmarksTrades() {
        CandleColumns candles = benchmark(1_000_000);
        BacktestReport report = run(candles, Map.of());
        FillLog fills = report.fills();
        assertEquals(13_641, fills.roundTrips());
        assertEquals(13_642 + 13_641, fills.size(), "the last position is still open");
        assertFilledAtTheNextOpen(candles, fills);
    }

    private static void assertFilledAtTheNextOpen(CandleColumns candles, FillLog fills) {
        for (int i = 0; i < fills.size(); i++) {
            int row = candles.rowAt(fills.timeNanos(i));
            assertEquals(candles.openTimeNanos(row), fills.timeNanos(i));
            assertEquals(candles.openTicks(row), fills.priceTicks(i));
            assertEquals(i % 2 == 0 ? Side.BUY : Side.SELL, fills.side(i));
        }
    }

    /** The series of the shared benchmark generator: a geometric random walk in cents. */
    private static CandleColumns benchmark(int bars) {
        Rng rng = new Rng(42);
        CandleSeries series = new CandleSeries(Timeframe.M1, bars);
        double price = 30_000;
        for (int i = 0; i < bars; i++) {
            double high = price;
            double low = price;
            double open = price;
            for (int k = 0; k < 4; k++) {
                price *= StrictMath.exp(0.0003 * rng.nextGaussian());
                high = Math.max(high, price);
                low = Math.min(low, price);
            }
            long close = cents(price);
            long volume = (long) StrictMath.rint(1e4 * (0.1 + 10 * rng.nextDouble()));
            series.append(
                    (1_577_836_800_000L + 60_000L * i) * 1_000_000, cents(open), cents(high), cents(low), close, volume);
            price = close / 100.0;
        }
        return series.columns();
    }

    private static long cents(double price) {
        return (long) StrictMath.rint(price * 100);
    }

    /** Naive averages over small whole prices, where exact ties are common. */
    @Test
    void crossesAsPlainSumsSay() {
        for (long seed = 1; seed <= 40; seed++) {
            Rng rng = new Rng(seed);
            int fast = 1 + rng.nextInt(5);
            int slow = fast + 1 + rng.nextInt(10);
            CandleSeries series = new CandleSeries(Timeframe.M1);
            for (int i = 0; i < 400; i++) {
                long price = 1000 + rng.nextInt(6);
                series.append(i * 60_000_000_000L, price, price, price, price, 1);
            }
            CandleColumns candles = series.columns();
            StringBuilder expected = new StringBuilder();
            boolean in = false;
            for (int i = slow; i < candles.size(); i++) {
                long now = difference(candles, i, fast, slow);
                long before = difference(candles, i - 1, fast, slow);
                boolean up = now > 0 && before <= 0 && !in;
                boolean down = now < 0 && before >= 0 && in;
                if ((up || down) && i + 1 < candles.size()) {
                    in = up;
                    expected.append(up ? " buy " : " sell ").append(i + 1);
                }
            }
            FillLog fills = run(candles, Map.of("fast", fast + "", "slow", slow + "")).fills();
            StringBuilder actual = new StringBuilder();
            for (int i = 0; i < fills.size(); i++) {
                actual.append(fills.side(i) == Side.BUY ? " buy " : " sell ").append(candles.rowAt(fills.timeNanos(i)));
            }
            assertTrue(fills.size() > 10);
            assertEquals(expected.toString(), actual.toString(), "seed " + seed);
        }
    }

    private static long difference(CandleColumns candles, int last, int fast, int slow) {
        long fastSum = 0;
        long slowSum = 0;
        for (int i = 0; i < slow; i++) {
            long close = candles.closeTicks(last - i);
            slowSum += close;
            fastSum += i < fast ? close : 0;
        }
        return fastSum * slow - slowSum * fast;
    }

    private static BacktestReport run(CandleColumns candles, Map<String, String> params) {
        long capital = 1_000_000_0000000000L / 10;
        SessionConfig config = new SessionConfig(
                1, INSTRUMENT, capital, FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, RiskLimits.NONE, BotCatalog.TYPES,
                List.of(), 0);
        Command.StartBot start = new Command.StartBot(1, "sma-cross", "test", 0, capital, params);
        return new Backtest(config, SimTerms.IDEAL, start, 0).run(new CandleFeed(0, candles));
    }
}
