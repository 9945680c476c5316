package dev.tradewind.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.backtest.FillLog;
import dev.tradewind.backtest.SimulatedSession;
import dev.tradewind.bot.BotContext;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleAggregator;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fill tier T1: a bot on coarse candles, fills on finer ones. */
class CoarserCandlesTest {

    private static final long MINUTE = Timeframe.M1.nanos();
    private static final long USD = 10_000_000_000L;

    private final Script bot = new Script();
    private final FillLog fills = new FillLog();
    private final List<String> candles = new ArrayList<>();

    CoarserCandlesTest() {
        bot.writesDown = false;
        bot.onStart = BotContext::watchFeedCandles;
    }

    private Session session(boolean coarser) {
        Instrument instrument = new Instrument(
                "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), BigDecimal.ONE, new BigDecimal("0.001"),
                InstrumentFilters.NONE);
        SimTerms terms = SimTerms.IDEAL;
        SessionConfig config = new SessionConfig(
                1, instrument, 1_000_000 * USD, terms.takerFee(), terms.makerFee(), terms.buyFeeAsset(), RiskLimits.NONE,
                List.of(bot.type("script")), List.of(), 0);
        Session session = SimulatedSession.wire(config, terms, 0, new HashJournal(), fills, false);
        if (coarser) {
            session.feedCandles(Timeframe.H1);
        }
        session.loop().command(0, new Command.StartBot(1, "script", "bot", 0, 1_000_000 * USD, Map.of()));
        return session;
    }

    private static CandleEvent candle(long minute, long minutes, long open, long high, long low, long close) {
        CandleEvent candle = new CandleEvent();
        candle.set(0, minute * MINUTE, (minute + minutes) * MINUTE, open, high, low, close, 10);
        return candle;
    }

    private List<String> filled() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < fills.size(); i++) {
            rows.add(fills.side(i) + " " + fills.lots(i) + "@" + fills.priceTicks(i) + " at minute "
                    + fills.timeNanos(i) / MINUTE);
        }
        return rows;
    }

    /** Buys at the first close and brackets that with a profit at 110 and a stop at 95. */
    private void bracket() {
        bot.onCandle = (context, candle) -> {
            if (context.account().sellableLots() == 0 && fills.size() == 0) {
                context.submit(Side.BUY, OrderType.MARKET, TimeInForce.GTC, 10, 0, 0, 1, 0);
            }
        };
        bot.onOrder = (context, update) -> {
            if (update.tag() == 1 && update.filledLots() > 0) {
                context.submit(Side.SELL, OrderType.LIMIT, TimeInForce.GTC, 10, 110, 0, 2, 7);
                context.submit(Side.SELL, OrderType.STOP_MARKET, TimeInForce.GTC, 10, 0, 95, 3, 7);
            }
        };
    }

    @Test
    void theFineCandlesTellWhichOfStopAndProfitCameFirst() {
        bracket();
        Session coarse = session(false);
        coarse.loop().market(candle(0, 60, 100, 101, 99, 100));
        // 94 is nearer the open than 112, so the hour alone says that the stop came first
        coarse.loop().market(candle(60, 60, 100, 112, 94, 96));
        assertThat(filled()).containsExactly("BUY 10@100 at minute 60", "SELL 10@95 at minute 76");

        CoarserCandlesTest fine = new CoarserCandlesTest();
        fine.bracket();
        Session session = fine.session(true);
        for (int i = 0; i < 60; i++) {
            session.loop().market(candle(i, 1, 100, 101, 99, 100));
        }
        // the minutes know that the price rose to 112 first
        for (int i = 0; i < 60; i++) {
            long open = i < 12 ? 100 + i : Math.max(96, 124 - i);
            session.loop().market(i < 12
                    ? candle(60 + i, 1, open, open + 1, open, open + 1)
                    : candle(60 + i, 1, open, open, Math.max(94, open - 2), Math.max(96, open - 1)));
        }
        assertThat(fine.filled()).containsExactly("BUY 10@100 at minute 60", "SELL 10@110 at minute 69");
    }

    @Test
    void theBotHearsExactlyTheCoarseCandlesAndNothingElse() {
        Rng rng = new Rng(9);
        List<CandleEvent> minutes = new ArrayList<>();
        long price = 1_000;
        for (int i = 0; i < 600; i++) {
            long open = price;
            price = Math.max(10, price + rng.nextInt(9) - 4);
            // a coarse candle is told with the first event after it: one that lacks its last minute would be told late
            if (rng.nextInt(20) > 0 || i % 60 == 59 || i % 60 == 0) {
                minutes.add(candle(
                        i, 1, open, Math.max(open, price) + rng.nextInt(3), Math.min(open, price) - rng.nextInt(3), price));
            }
        }
        List<CandleEvent> hours = new ArrayList<>();
        CandleAggregator aggregator =
                new CandleAggregator(0, List.of(Timeframe.H1), (timeframe, closed) -> hours.add(closed.copy()));
        minutes.forEach(aggregator::onCandle);

        List<String> onHours = trade(false, hours);
        List<String> heardHours = List.copyOf(candles);
        CoarserCandlesTest fine = new CoarserCandlesTest();
        List<String> onMinutes = fine.trade(true, minutes);

        assertThat(fine.candles).isEqualTo(heardHours).hasSize(10);
        // market orders sent at an hour's close meet the next open, which is the same price in both
        assertThat(onMinutes).isEqualTo(onHours).hasSize(9);
    }

    private List<String> trade(boolean coarser, List<CandleEvent> market) {
        bot.onCandle = (context, candle) -> {
            candles.add(candle.toString());
            long held = context.account().sellableLots();
            context.submit(
                    held == 0 ? Side.BUY : Side.SELL, OrderType.MARKET, TimeInForce.GTC, held == 0 ? 10 : held, 0, 0, 1, 0);
        };
        Session session = session(coarser);
        market.forEach(candle -> session.loop().market(candle));
        return filled();
    }

    @Test
    void tradesMakeCoarseCandlesToo() {
        List<Long> closes = new ArrayList<>();
        bot.onCandle = (context, candle) -> closes.add(candle.timeNanos() / MINUTE);
        Session session = session(true);
        TradeEvent trade = new TradeEvent();
        for (int minute = 0; minute <= 180; minute += 7) {
            trade.set(0, minute * MINUTE + 1, 100, 1, null, 0);
            session.loop().market(trade);
        }
        assertThat(closes).containsExactly(60L, 120L);
    }
}
