package dev.tradewind.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.backtest.RunReport.Check;
import dev.tradewind.backtest.RunReport.Verdict;
import dev.tradewind.bench.BenchSeries;
import dev.tradewind.bot.Bot;
import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotStatus;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.OrderUpdate;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Command.EditScope;
import dev.tradewind.domain.Command.StopMode;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleFeed;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A bot that was planted to see the future is found, and one that only looks back is not. */
class LookAheadTest {

    private static final int BARS = 5_000;
    private static final CandleImport HISTORY = BenchSeries.of(BARS, 3).imported().content();

    /** The columns of the run that plays, as if a bot had got hold of them. */
    private final AtomicReference<CandleColumns> reached = new AtomicReference<>(HISTORY.candles());

    /** Buys before a rise and sells before a fall, {@code ahead} candles from now; with a negative number it looks back. */
    private final class Peeking implements Bot {

        private final int ahead;
        private int row = -1;

        Peeking(int ahead) {
            this.ahead = ahead;
        }

        @Override
        public void start(BotContext context) {
            context.watchFeedCandles();
        }

        @Override
        public void onCandle(BotContext context, CandleEvent candle) {
            row++;
            int other = row + ahead;
            CandleColumns columns = reached.get();
            if (other < 0 || other >= columns.size() || context.workingOrders() > 0) {
                return;
            }
            double move = (double) columns.closeTicks(other) / candle.closeTicks() - 1;
            long held = context.account().sellableLots();
            if (move > 0.0005 && held == 0) {
                context.submit(Side.BUY, OrderType.MARKET, TimeInForce.GTC, 1_000, 0, 0, 1, 0);
            } else if (move < -0.0005 && held > 0) {
                context.submit(Side.SELL, OrderType.MARKET, TimeInForce.GTC, held, 0, 0, 2, 0);
            }
        }

        @Override
        public void onOrder(BotContext context, OrderUpdate update) {}

        @Override
        public void stop(BotContext context, StopMode mode) {
            context.stopped();
        }

        @Override
        public void edit(BotContext context, Params params, EditScope scope) {}

        @Override
        public void save(StateWriter out) {
            out.section("Peeking", 1).number(row);
        }

        @Override
        public void load(BotContext context, StateReader in) {
            row = in.section("Peeking", 1).integer();
        }

        @Override
        public BotStatus status(BotContext context) {
            return new BotStatus("", List.of(), List.of(), 0, "");
        }
    }

    private Portfolio portfolio(int ahead, CandleColumns columns) {
        BotType type = new BotType(
                "peeking", "Peeking", "Sees what it should not.", 1, List.of(), List.of(), List.of(),
                params -> new Peeking(ahead), (params, terms) -> {
                    throw new UnsupportedOperationException("it has no plan");
                });
        long capital = HISTORY.instrument().quote().toAtoms(new BigDecimal(1_000_000));
        SessionConfig config = new SessionConfig(
                1, HISTORY.instrument(), capital, FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, RiskLimits.NONE, List.of(type),
                List.of(), 0);
        Command.StartBot start = new Command.StartBot(1, "peeking", "Peeking", 0, capital, Map.of());
        long last = columns.timeframe().closeOf(HISTORY.candles().openTimeNanos(BARS - 1));
        LanePlan plan = new LanePlan(
                config, SimTerms.IDEAL, List.of(new LanePlan.Starter(start, Optional.empty())),
                columns.openTimeNanos(0), last, () -> {
                    reached.set(columns);
                    return new CandleFeed(0, columns);
                });
        return new Portfolio(List.of(plan), 0, List.of());
    }

    private Check check(int ahead) {
        CandleColumns whole = HISTORY.candles();
        return LookAhead.check(
                portfolio(ahead, whole), nanos -> portfolio(ahead, whole.head(
                        (int) ((nanos - whole.openTimeNanos(0)) / whole.timeframe().nanos()))), Progress.NONE);
    }

    @Test
    void findsABotThatSeesTheFuture() {
        for (int ahead : new int[] {1, 2, 30}) {
            Check check = check(ahead);
            assertThat(check.verdict()).as(check.text()).isEqualTo(Verdict.FAILED);
            assertThat(check.text()).contains("a bot sees the future", "points, the first at 2020-01-0");
        }
    }

    @Test
    void passesABotThatLooksBack() {
        for (int ahead : new int[] {-1, -2, -30}) {
            Check check = check(ahead);
            assertThat(check.verdict()).as(check.text()).isEqualTo(Verdict.PASSED);
            assertThat(check.text()).isEqualTo("cut off at 30 points, the run up to there stayed the same");
        }
    }
}
