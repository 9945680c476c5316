package dev.tradewind.bench;

import dev.tradewind.app.BacktestOutcome;
import dev.tradewind.app.BacktestRequest;
import dev.tradewind.app.BacktestRunner;
import dev.tradewind.app.BotChoice;
import dev.tradewind.app.DataFiles.Candles;
import dev.tradewind.domain.FeeRate;
import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/**
 * Nanoseconds a bar of one bot over the benchmark's million bars, fee 5 basis points, through the whole engine: what
 * {@code tradewind backtest} runs after it has read its file.
 */
final class BacktestBenchmark implements Benchmark {

    /** Bars of every published figure. */
    static final int BARS = 1_000_000;

    /** The compiler needs about a second of the work until the loop is as fast as it stays. */
    private static final int WARM_UPS = 30;
    private static final int RUNS = 9;
    private static final FeeRate FEE = new FeeRate(50_000);

    /** Something that does the same work without our engine. */
    record Peer(String name, Timing timing) {}

    /** Times a peer. */
    @FunctionalInterface
    interface Timing {
        /** {@return nanoseconds a bar} */
        double nanosPerBar(BenchSeries series, int warmUps) throws Exception;
    }

    private final String name;
    private final double goal;
    private final String bot;
    private final Map<String, String> params;
    private final BigDecimal capital;
    private final BiFunction<BacktestOutcome, BenchSeries, String> gate;
    private final Peer peer;

    BacktestBenchmark(
            String name,
            double goal,
            String bot,
            Map<String, String> params,
            BigDecimal capital,
            BiFunction<BacktestOutcome, BenchSeries, String> gate,
            Peer peer) {
        this.name = name;
        this.goal = goal;
        this.bot = bot;
        this.params = params;
        this.capital = capital;
        this.gate = gate;
        this.peer = peer;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String unit() {
        return "ns/bar";
    }

    @Override
    public OptionalDouble goal() {
        return OptionalDouble.of(goal);
    }

    /** {@return the backtest over a series} */
    BacktestRunner runner(Candles series) throws Exception {
        return new BacktestRunner(BotChoice.of(bot, params), series, BacktestRequest.plain(capital, FEE));
    }

    @Override
    public BenchResult run() throws Exception {
        BenchSeries series = BenchSeries.of(BARS, BenchSeries.SEED);
        BacktestRunner runner = runner(series.imported());
        BacktestOutcome first = runner.run();
        String hash = first.report().hash();
        boolean[] differs = {false};
        double value = Repeated.median(WARM_UPS, RUNS, () -> {
            BacktestOutcome outcome = runner.run();
            differs[0] |= !outcome.report().hash().equals(hash);
            return outcome.nanosPerEvent();
        });
        String verdict = differs[0] ? "runs of the same series differ" : gate.apply(first, series);
        BenchResult result = BenchResult.of(value).withHash(hash).judged(verdict);
        try {
            return result.beside(peer.name(), peer.timing().nanosPerBar(series, 1));
        } catch (LinkageError absent) {
            return result;
        }
    }
}
