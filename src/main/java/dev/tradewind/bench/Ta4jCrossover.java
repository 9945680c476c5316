package dev.tradewind.bench;

import java.time.Duration;
import java.time.Instant;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Strategy;
import org.ta4j.core.analysis.cost.LinearTransactionCostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;

/** The crossover as a user of ta4j writes it, on binary fractions, filled at the next open. */
final class Ta4jCrossover {

    /** What it is called. */
    static final String NAME = "ta4j 0.19 DoubleNum";

    private static final int FAST = 10;
    private static final int SLOW = 50;
    private static final int RUNS = 3;
    private static final double FEE = 0.0005;

    private Ta4jCrossover() {}

    /** {@return nanoseconds a bar, making the bars not counted} */
    static double nanosPerBar(BenchSeries series, int warmUps) throws Exception {
        BarSeries bars = bars(series);
        return Repeated.medianOf(warmUps, RUNS, () -> {
            long began = System.nanoTime();
            int trades = run(bars);
            long took = System.nanoTime() - began;
            if (trades == 0) {
                throw new IllegalStateException("the peer made no trade");
            }
            return (double) took / series.size();
        });
    }

    private static int run(BarSeries bars) {
        ClosePriceIndicator close = new ClosePriceIndicator(bars);
        SMAIndicator fast = new SMAIndicator(close, FAST);
        SMAIndicator slow = new SMAIndicator(close, SLOW);
        Strategy strategy = new BaseStrategy(
                new CrossedUpIndicatorRule(fast, slow), new CrossedDownIndicatorRule(fast, slow), SLOW);
        BarSeriesManager manager = new BarSeriesManager(
                bars, new LinearTransactionCostModel(FEE), new ZeroCostModel(), new TradeOnNextOpenModel());
        return manager.run(strategy).getPositionCount();
    }

    private static BarSeries bars(BenchSeries series) {
        BarSeries bars = new BaseBarSeriesBuilder()
                .withName("bench")
                .withNumFactory(DoubleNumFactory.getInstance())
                .build();
        Duration minute = Duration.ofMinutes(1);
        for (int bar = 0; bar < series.size(); bar++) {
            bars.barBuilder()
                    .timePeriod(minute)
                    .endTime(Instant.ofEpochMilli(series.timeMillis(bar)).plus(minute))
                    .openPrice(series.open(bar))
                    .highPrice(series.high(bar))
                    .lowPrice(series.low(bar))
                    .closePrice(series.close(bar))
                    .volume(series.volume(bar))
                    .add();
        }
        return bars;
    }
}
