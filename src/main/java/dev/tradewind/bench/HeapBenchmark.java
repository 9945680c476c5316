package dev.tradewind.bench;

import dev.tradewind.app.BacktestRequest;
import dev.tradewind.app.BacktestRunner;
import dev.tradewind.app.BotChoice;
import dev.tradewind.app.DataFiles.Candles;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Progress;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Megabytes that are alive beyond the candle columns while a million bars are backtested and their whole report is made: what is
 * left after a collection, looked at some fifty times on the way and once with the finished report in hand, and the most of
 * these; of a crossover, a DCA and a grid bot the worst. It is what a backtest needs, not what the collector lets lie about.
 */
final class HeapBenchmark implements Benchmark {

    private static final double GOAL = 50;
    private static final double BYTES_PER_MEGABYTE = 1e6;
    private static final BigDecimal CAPITAL = new BigDecimal(1_000_000);
    private static final FeeRate FEE = new FeeRate(50_000);

    @Override
    public String name() {
        return "backtest.heap";
    }

    @Override
    public String unit() {
        return "MB";
    }

    @Override
    public OptionalDouble goal() {
        return OptionalDouble.of(GOAL);
    }

    @Override
    public BenchResult run() throws Exception {
        Candles columns = BenchSeries.of(BacktestBenchmark.BARS, BenchSeries.SEED).imported();
        Map<String, Map<String, String>> bots = Map.of(
                "sma-cross", Map.of("fast", "10", "slow", "50", "size", "1"), "dca", DealLoop.PARAMS, "grid", GridLoop.PARAMS);
        double worst = 0;
        StringBuilder hashes = new StringBuilder();
        for (String bot : bots.keySet().stream().sorted().toList()) {
            BacktestRunner runner =
                    new BacktestRunner(BotChoice.of(bot, bots.get(bot)), columns, BacktestRequest.plain(CAPITAL, FEE));
            // once for the classes and what they keep
            runner.report(Progress.NONE);
            Watch watch = new Watch(alive());
            BacktestRunner.Played played = runner.play(watch);
            watch.at(1, 1);
            hashes.append(hashes.isEmpty() ? "" : " ").append(played.report().journalHash());
            worst = Math.max(worst, watch.most / BYTES_PER_MEGABYTE);
        }
        return BenchResult.of(worst).withHash(hashes.toString());
    }

    private static long alive() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Looks at what is alive whenever it hears of progress. */
    private static final class Watch implements Progress {

        private final long before;
        private long most;

        Watch(long before) {
            this.before = before;
        }

        @Override
        public void at(long done, long total) {
            most = Math.max(most, alive() - before);
        }
    }
}
