package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.app.BacktestOutcome;
import dev.tradewind.app.BacktestRequest;
import dev.tradewind.app.BacktestRunner;
import dev.tradewind.app.BotChoice;
import dev.tradewind.domain.FeeRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchCatalogTest {

    @Test
    void picksByTheBeginningOfAName() {
        assertThat(BenchCatalog.named(List.of("backtest.s")))
                .extracting(Benchmark::name)
                .containsExactly("backtest.sma");
        assertThat(BenchCatalog.named(List.of())).hasSameSizeAs(BenchCatalog.all());
        assertThatThrownBy(() -> BenchCatalog.named(List.of("nonsense")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'nonsense'")
                .hasMessageContaining("backtest.dca");
    }

    @Test
    void namesAreUnique() {
        assertThat(BenchCatalog.all()).extracting(Benchmark::name).doesNotHaveDuplicates();
    }

    /** 13,641 round trips is the count the design's reference implementations agree on. */
    @Test
    void theCrossoverMakesTheExpectedTrades() throws Exception {
        BenchSeries series = BenchSeries.of(BacktestBenchmark.BARS, BenchSeries.SEED);
        BacktestOutcome outcome = new BacktestRunner(
                        BotChoice.of("sma-cross", Map.of("fast", "10", "slow", "50", "size", "1")),
                        series.imported(),
                        BacktestRequest.plain(new BigDecimal(1_000_000), new FeeRate(50_000)))
                .run();

        assertThat(Gates.roundTrips(outcome, BenchCatalog.CROSSOVER_TRADES)).isEqualTo(BenchResult.OK);
        assertThat(Gates.roundTrips(outcome, 13_645)).isEqualTo("13641 round trips, not 13645");
    }

    @Test
    void theGridSellsAsOftenAsABareLoop() throws Exception {
        BenchSeries series = BenchSeries.of(100_000, BenchSeries.SEED);
        BacktestOutcome outcome = new BacktestRunner(
                        BotChoice.of("grid", GridLoop.PARAMS), series.imported(),
                        BacktestRequest.plain(new BigDecimal(GridLoop.CAPITAL), new FeeRate(50_000)))
                .run();

        assertThat(GridLoop.sells(series)).isGreaterThan(40);
        assertThat(Gates.sells(outcome, GridLoop.sells(series))).isEqualTo(BenchResult.OK);
    }

    /** The gate holds: exactly the bots whose price was reached act, in their order, however often they wait anew. */
    @Test
    void onlyTheBotsOfATickActOnIt() throws Exception {
        assertThat(new TickToOrderBenchmark("small", 50, 130, 13).run().gate()).isEqualTo(BenchResult.OK);
    }

    @Test
    void takesTheMiddleOfItsRuns() throws Exception {
        double[] figures = {900, 5, 1, 4, 2, 3};
        int[] next = {0};

        assertThat(Repeated.median(1, 5, () -> figures[next[0]++])).isEqualTo(3);
        assertThatThrownBy(() -> Repeated.median(1, 4, () -> 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
