package dev.tradewind.bench;

import dev.tradewind.analytics.Metric;
import dev.tradewind.app.BacktestRequest;
import dev.tradewind.app.BacktestRunner;
import dev.tradewind.app.BotChoice;
import dev.tradewind.app.DataFiles.Candles;
import dev.tradewind.app.MarketChoice;
import dev.tradewind.app.RunSetup;
import dev.tradewind.app.SearchDesk;
import dev.tradewind.app.StartException;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Progress;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.optimise.SearchSpec;
import dev.tradewind.optimise.Trial;
import dev.tradewind.optimise.TrialLedger;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The crossover's averages searched over the benchmark's million bars: what {@code tradewind optimise} does with a
 * file.
 */
final class Sweep {

    /** Slow averages of every sweep. */
    static final String SLOW = "50:140:10";

    /** What a child says once it can begin. */
    static final String READY = "ready";

    private static final FeeRate FEE = new FeeRate(50_000);
    private static final BigDecimal CAPITAL = new BigDecimal(1_000_000);
    private static final int HEX = 16;

    private final Candles series;
    private final SearchDesk desk;
    private final SearchSpec spec;

    /** Keeps nothing: each sweep is the first. */
    private static final class Forgetful implements TrialLedger {

        @Override
        public long count(long dataChecksum) {
            return 0;
        }

        @Override
        public void add(long dataChecksum, long searchId, List<Trial> trials) {
            // each sweep is the first
        }

        @Override
        public void finished(long dataChecksum, long searchId, Consumer<Trial> each) {
            // each sweep is the first
        }
    }

    /**
     * A sweep whose trials are all played event by event.
     *
     * @param fast    fast averages, as a range
     * @param workers threads
     */
    Sweep(String fast, int workers) {
        this(BenchSeries.of(BacktestBenchmark.BARS, BenchSeries.SEED).imported(), fast, workers,
                new SearchDesk(new Forgetful()).playingAll());
    }

    private Sweep(Candles series, String fast, int workers, SearchDesk desk) {
        this.series = series;
        this.desk = desk;
        Map<String, String> ranges = new LinkedHashMap<>();
        ranges.put("fast", fast);
        ranges.put("slow", SLOW);
        spec = new SearchSpec(ranges, List.of(), Metric.SHARPE, Optional.empty(), workers, 0);
    }

    /** {@return a sweep over the same history that works out of columns what can be} */
    Sweep fromColumns(String other) {
        return new Sweep(series, other, spec.workers(), new SearchDesk(new Forgetful()));
    }

    private static RunSetup setup(Map<String, String> params) {
        return RunSetup.of(
                BotChoice.of("sma-cross", params), MarketChoice.of(Path.of("bench")), Optional.empty(),
                BacktestRequest.plain(CAPITAL, FEE));
    }

    SearchReport run() throws StartException {
        return desk.plan(setup(Map.of("size", "1")), spec, series).run(Progress.NONE);
    }

    /** {@return the runner of one pair, as a backtest by hand} */
    BacktestRunner single(String fast, String slow) throws StartException {
        return new BacktestRunner(
                BotChoice.of("sma-cross", Map.of("fast", fast, "slow", slow, "size", "1")), series,
                BacktestRequest.plain(CAPITAL, FEE));
    }

    /** {@return identity of the work of all trials, whatever their order} */
    String work(SearchReport report) {
        long all = 0;
        for (Trial trial : report.best()) {
            all += Long.parseUnsignedLong(trial.journalHash(), HEX);
        }
        return String.format("%016x of %d", all, report.best().size());
    }
}
