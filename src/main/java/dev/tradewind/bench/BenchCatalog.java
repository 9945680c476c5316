package dev.tradewind.bench;

import dev.tradewind.bench.BacktestBenchmark.Peer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every benchmark there is, in the order they run. */
public final class BenchCatalog {

    /** Round trips of the crossover on the benchmark's series: the count every implementation of it must reach. */
    static final int CROSSOVER_TRADES = 13_641;

    private BenchCatalog() {}

    /** {@return the benchmarks, made afresh} */
    public static List<Benchmark> all() {
        return Stream.of(
                        backtests(), sweeps(), matching(), ticksToOrders(), journals(), StateBenchmark.both(),
                        new ChartBenchmarks().all(), IndicatorBenchmarks.all(), stores(), vaults(), start())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Benchmark> stores() {
        return List.of(new StoreBenchmark(), new ImportBenchmark());
    }

    private static List<Benchmark> vaults() {
        return List.of(new UnlockBenchmark(), new SignBenchmark());
    }

    private static List<Benchmark> start() {
        return List.of(new StartBenchmark());
    }

    private static List<Benchmark> backtests() {
        return List.of(
                new BacktestBenchmark(
                        "backtest.sma", 20, "sma-cross", Map.of("fast", "10", "slow", "50", "size", "1"),
                        new BigDecimal(1_000_000),
                        (outcome, series) -> Gates.roundTrips(outcome, CROSSOVER_TRADES),
                        new Peer(Ta4jCrossover.NAME, Ta4jCrossover::nanosPerBar)),
                new BacktestBenchmark(
                        "backtest.dca", 40, "dca", DealLoop.PARAMS, new BigDecimal(10_000),
                        (outcome, series) -> Gates.deals(outcome, DealLoop.deals(series)),
                        new Peer(DealLoop.NAME, DealLoop::nanosPerBar)),
                new BacktestBenchmark(
                        "backtest.grid", 40, "grid", GridLoop.PARAMS, new BigDecimal(GridLoop.CAPITAL),
                        (outcome, series) -> Gates.sells(outcome, GridLoop.sells(series)),
                        new Peer(GridLoop.NAME, GridLoop::nanosPerBar)),
                new IndicatorStrategyBenchmark(),
                new HeapBenchmark(),
                new ColdBenchmark());
    }

    private static List<Benchmark> sweeps() {
        return List.of(new SweepBenchmark(), new SignalSweepBenchmark());
    }

    private static List<Benchmark> ticksToOrders() {
        return List.of(
                new TickToOrderBenchmark("tickToOrder.1", 10, 1, 1),
                new TickToOrderBenchmark("tickToOrder.5000", 50, 5_000, 50));
    }

    private static List<Benchmark> matching() {
        return List.of(new MatchingBenchmark());
    }

    private static List<Benchmark> journals() {
        return List.of(
                new JournalBenchmark("journal.solo", 5_000, 1, 1_000),
                new JournalBenchmark("journal.grouped", 300_000, 100, 1_000),
                new RecoveryBenchmark(5_000, 10_000_000),
                new AuditBenchmark(100_000, 1_000_000),
                new BackupBenchmark(2_000_000_000L));
    }

    /**
     * {@return the benchmarks whose name starts with one of the prefixes, all of them without any}
     *
     * @throws IllegalArgumentException if a prefix names none; the message lists those there are
     */
    public static List<Benchmark> named(List<String> prefixes) {
        List<Benchmark> all = all();
        for (String prefix : prefixes) {
            if (all.stream().noneMatch(benchmark -> benchmark.name().startsWith(prefix))) {
                throw new IllegalArgumentException("no benchmark's name starts with '" + prefix + "'; there are "
                        + String.join(", ", all.stream().map(Benchmark::name).toList()));
            }
        }
        return all.stream()
                .filter(benchmark -> prefixes.isEmpty()
                        || prefixes.stream().anyMatch(benchmark.name()::startsWith))
                .toList();
    }
}
