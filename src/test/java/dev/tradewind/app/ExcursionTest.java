package dev.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.backtest.FillLog;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.bench.BenchSeries;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleImport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far trades were under water and ahead, against a naive walk over fills and candles with doubles. */
class ExcursionTest {

    private static final int SEEDS = 12;
    private static final double FEE = 0.001;

    @Test
    void agreesWithANaiveWalk() throws Exception {
        int compared = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Rng rng = new Rng(seed);
            CandleImport history = BenchSeries.of(3_000, seed).imported().content();
            List<BotChoice> bots = List.of(
                    BotChoice.of("sma-cross", Map.of("fast", "" + (3 + rng.nextInt(10)), "slow", "" + (20 + rng.nextInt(40)))),
                    BotChoice.of("dca", Map.of("takeProfit", "0.4", "deviation", "0.3", "stopLoss", "3")));
            for (BotChoice bot : bots) {
                compared += agrees(bot, history, seed);
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    private static int agrees(BotChoice bot, CandleImport history, int seed) throws Exception {
        BacktestRequest terms = new BacktestRequest(
                new BigDecimal(50_000), new FeeRate(100_000), FeeAsset.QUOTE, new BigDecimal(seed % 3), 0, Long.MIN_VALUE,
                Long.MAX_VALUE, RiskRules.NONE, FillChoice.DEFAULT, Optional.empty(), Optional.empty());
        BacktestRunner runner = new BacktestRunner(bot, new DataFiles.Candles(history), terms);
        BacktestRunner.Played played = runner.play(Progress.NONE);
        RunReport report = played.report();
        List<double[]> naive = new Naive(history, played.bots().getFirst().getFirst().fills()).trades();
        List<ClosedTrade> trades = report.trades().stream().filter(trade -> !trade.isOpen()).toList();

        assertThat(trades).as("seed %d", seed).hasSize(naive.size());
        for (int i = 0; i < naive.size(); i++) {
            ClosedTrade trade = trades.get(i);
            double[] expected = naive.get(i);
            String what = "seed " + seed + " " + bot.type().id() + " trade " + i + ": " + trade;
            assertThat(trade.worst()).as(what).isCloseTo(expected[0], within(1e-9));
            assertThat(trade.best()).as(what).isCloseTo(expected[1], within(1e-9));
            assertThat(trade.net()).as(what).isCloseTo(expected[2], within(1e-5));
            assertThat(trade.invested()).as(what).isCloseTo(expected[3], within(1e-5));
            assertThat(trade.entryPrice()).as(what).isCloseTo(expected[4], within(1e-6));
            assertThat(trade.exitPrice()).as(what).isCloseTo(expected[5], within(1e-6));
        }
        return trades.size();
    }

    /** Candle by candle, fill by fill, in doubles. */
    private static final class Naive {

        private final CandleColumns candles;
        private final Instrument instrument;
        private final FillLog fills;
        private final List<double[]> trades = new ArrayList<>();
        private double held;
        private double cost;
        private double realised;
        private double invested;
        private double worst;
        private double best;
        private double bought;
        private double paid;
        private double sold;
        private double received;

        Naive(CandleImport history, FillLog fills) {
            candles = history.candles();
            instrument = history.instrument();
            this.fills = fills;
        }

        List<double[]> trades() {
            int next = 0;
            for (int row = 0; row < candles.size(); row++) {
                long open = candles.openTimeNanos(row);
                long close = open + candles.timeframe().nanos();
                boolean whole = true;
                while (next < fills.size() && fills.timeNanos(next) < close) {
                    whole &= fills.timeNanos(next) <= open;
                    fill(next++);
                }
                if (held > 0 && whole) {
                    see(instrument.priceAsDouble(candles.lowTicks(row)));
                    see(instrument.priceAsDouble(candles.highTicks(row)));
                }
                if (held > 0) {
                    see(instrument.priceAsDouble(candles.closeTicks(row)));
                }
            }
            return trades;
        }

        private void see(double price) {
            double profit = realised + held * price - cost;
            worst = Math.min(worst, profit);
            best = Math.max(best, profit);
        }

        private void fill(int row) {
            double price = instrument.priceAsDouble(fills.priceTicks(row));
            double quantity = instrument.quantityAsDouble(fills.lots(row));
            if (held > 0) {
                see(price);
            }
            if (fills.side(row) == Side.BUY) {
                held += quantity;
                cost += quantity * price * (1 + FEE);
                bought += quantity;
                paid += quantity * price;
            } else {
                double share = cost * quantity / held;
                realised += quantity * price * (1 - FEE) - share;
                cost -= share;
                held -= quantity;
                sold += quantity;
                received += quantity * price;
            }
            invested = Math.max(invested, cost);
            held = held < instrument.quantityAsDouble(1) / 2 ? 0 : held;
            see(price);
            if (held == 0) {
                trades.add(new double[] {worst / invested, best / invested, realised, invested, paid / bought, received / sold});
                cost = 0;
                realised = 0;
                invested = 0;
                worst = 0;
                best = 0;
                bought = 0;
                paid = 0;
                sold = 0;
                received = 0;
            }
        }
    }
}
