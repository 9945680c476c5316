package dev.tradewind.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.kernel.Rng;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.AnalysisCriterion;
import org.ta4j.core.AnalysisCriterion.PositionFilter;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseTradingRecord;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.criteria.ExpectancyCriterion;
import org.ta4j.core.criteria.NumberOfConsecutivePositionsCriterion;
import org.ta4j.core.criteria.PositionsRatioCriterion;
import org.ta4j.core.criteria.SqnCriterion;
import org.ta4j.core.criteria.drawdown.MaximumDrawdownCriterion;
import org.ta4j.core.criteria.drawdown.ReturnOverMaxDrawdownCriterion;
import org.ta4j.core.criteria.pnl.NetAverageLossCriterion;
import org.ta4j.core.criteria.pnl.NetAverageProfitCriterion;
import org.ta4j.core.criteria.pnl.NetLossCriterion;
import org.ta4j.core.criteria.pnl.NetProfitCriterion;
import org.ta4j.core.criteria.pnl.NetProfitLossRatioCriterion;
import org.ta4j.core.num.DoubleNumFactory;

/**
 * Figures against ta4j 0.19 as oracle, on seeded walks, where the definitions agree. They do not for value at risk and
 * expected shortfall (log returns without interpolation there), and the return over the maximum drawdown is not
 * annualised there.
 */
class Ta4jCriteriaTest {

    private static final int BARS = 120;

    private BarSeries series;
    private final TradingRecord record = new BaseTradingRecord();
    private final List<ClosedTrade> trades = new ArrayList<>();

    private EquitySeries market(Rng rng) {
        EquitySeries closes = Days.walk(rng, BARS - 1);
        series = new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
        for (int i = 0; i < BARS; i++) {
            double close = closes.equity()[i];
            series.barBuilder()
                    .timePeriod(Duration.ofDays(1))
                    .endTime(Instant.ofEpochSecond(0, closes.timeNanos()[i]))
                    .openPrice(close)
                    .highPrice(close)
                    .lowPrice(close)
                    .closePrice(close)
                    .volume(1)
                    .add();
        }
        return closes;
    }

    /** Trades one coin at random closes, one position after another. */
    private void trade(Rng rng, EquitySeries closes) {
        int at = 0;
        while (true) {
            int entry = at + 1 + rng.nextInt(3);
            int exit = entry + 1 + rng.nextInt(4);
            if (exit >= BARS) {
                return;
            }
            enter(entry);
            exit(exit);
            double in = closes.equity()[entry];
            double out = closes.equity()[exit];
            trades.add(new ClosedTrade(
                    1, "BTCUSDT", closes.timeNanos()[entry], closes.timeNanos()[exit], true, 2, 1, in, in, out, out - in,
                    0, 0, 0, 0, 0, "take profit"));
            at = exit;
        }
    }

    private void enter(int bar) {
        record.enter(bar, series.getBar(bar).getClosePrice(), series.numFactory().one());
    }

    private void exit(int bar) {
        record.exit(bar, series.getBar(bar).getClosePrice(), series.numFactory().one());
    }

    private void assertAgrees(long seed, AnalysisCriterion criterion, double actual) {
        double expected = criterion.calculate(series, record).doubleValue();
        assertEquals(expected, actual, 1e-9 * Math.max(1, Math.abs(expected)), "seed " + seed + ", " + criterion);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void figuresOfTradesAgree(long seed) {
        Rng rng = new Rng(seed);
        trade(rng, market(rng));
        Performance performance = Days.measure(trades);
        assertTrue(trades.size() > 15 && trades.size() < 100, "seed " + seed);
        assertAgrees(
                seed, PositionsRatioCriterion.WinningPositionsRatioCriterion(), performance.value(Metric.WIN_RATE));
        assertAgrees(seed, new NetAverageProfitCriterion(), performance.value(Metric.AVERAGE_WIN));
        assertAgrees(seed, new NetAverageLossCriterion(), performance.value(Metric.AVERAGE_LOSS));
        assertAgrees(seed, new NetProfitLossRatioCriterion(), performance.value(Metric.PAYOFF));
        // there in average losses instead of money
        assertAgrees(
                seed, new ExpectancyCriterion(),
                performance.value(Metric.EXPECTANCY) / -performance.value(Metric.AVERAGE_LOSS));
        assertEquals(
                -new NetProfitCriterion().calculate(series, record).doubleValue()
                        / new NetLossCriterion().calculate(series, record).doubleValue(),
                performance.value(Metric.PROFIT_FACTOR),
                1e-9,
                "seed " + seed);
        assertAgrees(
                seed, new NumberOfConsecutivePositionsCriterion(PositionFilter.PROFIT),
                performance.value(Metric.LONGEST_WINS));
        assertAgrees(
                seed, new NumberOfConsecutivePositionsCriterion(PositionFilter.LOSS),
                performance.value(Metric.LONGEST_LOSSES));
        // there over n, not n − 1
        assertAgrees(
                seed, new SqnCriterion(),
                performance.value(Metric.SQN) * Math.sqrt(trades.size() / (trades.size() - 1.0)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theDeepestFallOfHoldingAgrees(long seed) {
        EquitySeries closes = market(new Rng(seed));
        enter(0);
        exit(BARS - 1);
        Performance performance = Performance.measure(PerformanceInput.of(closes));
        double fall = performance.value(Metric.MAX_DRAWDOWN);
        assertAgrees(seed, new MaximumDrawdownCriterion(), fall);
        assertAgrees(seed, new ReturnOverMaxDrawdownCriterion(), performance.value(Metric.TOTAL_RETURN) / fall);
    }
}
