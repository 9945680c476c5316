package dev.tradewind.bench;

import dev.tradewind.app.BacktestOutcome;
import dev.tradewind.app.BacktestRunner;
import dev.tradewind.backtest.FillLog;
import dev.tradewind.backtest.SignalRun;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.optimise.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Bars times pairs a second of the search of {@link SweepBenchmark}, 100 pairs over the benchmark's million bars on two
 * threads, with the crossover worked out of columns as the stateless signal it is; the sums of the columns are part of
 * the time. Beside it, in turns, ten of the pairs by the same search played event by event. The gate holds every one of
 * those ten and some more pairs to the event path's hash, and some of them to each of its fills.
 */
final class SignalSweepBenchmark implements Benchmark {

    private static final String PEER = "the same search played event by event, ten of the pairs";
    private static final int PAIRS = 100;
    private static final int PEER_PAIRS = 10;
    private static final int WORKERS = 2;
    private static final int WARM_UPS = 6;
    private static final int RUNS = 9;
    private static final double GOAL = 500e6;
    private static final String FAST = "6:24:2";
    private static final String PEER_FAST = "10";
    private static final List<List<String>> HELD = List.of(List.of("10", "50"), List.of("6", "140"), List.of("24", "50"));

    @Override
    public String name() {
        return "sweep.signal";
    }

    @Override
    public String unit() {
        return "bar-pairs/s";
    }

    @Override
    public OptionalDouble goal() {
        return OptionalDouble.of(GOAL);
    }

    @Override
    public BenchResult run() throws Exception {
        Sweep played = new Sweep(PEER_FAST, WORKERS);
        Sweep columns = played.fromColumns(FAST);
        SearchReport[] found = new SearchReport[2];
        Repeated.Pair both = Repeated.inTurns(
                WARM_UPS, RUNS,
                () -> rate(PAIRS, () -> found[0] = columns.run()),
                () -> rate(PEER_PAIRS, () -> found[1] = played.run()));
        return BenchResult.of(both.work())
                .withHash(columns.single("10", "50").run().report().hash())
                .beside(PEER, both.peer())
                .judged(verdict(columns, found[0], found[1]));
    }

    /** Something to be timed. */
    @FunctionalInterface
    private interface Timed {
        SearchReport run() throws Exception;
    }

    private static double rate(int pairs, Timed work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return (double) pairs * BacktestBenchmark.BARS * 1e9 / (System.nanoTime() - began);
    }

    private static String verdict(Sweep sweep, SearchReport columns, SearchReport played) throws Exception {
        if (columns.best().size() != PAIRS) {
            return columns.best().size() + " of " + PAIRS + " pairs ran";
        }
        Map<Map<String, String>, String> hashes = new HashMap<>();
        for (Trial trial : columns.best()) {
            hashes.put(trial.params(), trial.journalHash());
        }
        for (Trial trial : played.best()) {
            if (!trial.journalHash().equals(hashes.get(trial.params()))) {
                return trial.params() + " came to " + hashes.get(trial.params()) + ", played to " + trial.journalHash();
            }
        }
        for (List<String> pair : HELD) {
            String verdict = fills(sweep.single(pair.getFirst(), pair.getLast()), pair);
            if (!verdict.equals(BenchResult.OK)) {
                return pair + ": " + verdict;
            }
        }
        return BenchResult.OK;
    }

    /** Holds each fill worked out of columns against the one that was played. */
    private static String fills(BacktestRunner runner, List<String> pair) throws Exception {
        BacktestOutcome outcome = runner.run();
        FillLog played = outcome.report().fills();
        SignalRun run = new SignalRun();
        runner.signalPath().backtest().run(
                BotCatalog.type("sma-cross")
                        .params(Map.of("fast", pair.getFirst(), "slow", pair.getLast(), "size", "1")),
                run);
        FillLog worked = run.fills();
        for (int row = 0; row < Math.min(played.size(), worked.size()); row++) {
            boolean same = played.timeNanos(row) == worked.timeNanos(row)
                    && played.side(row) == worked.side(row)
                    && played.lots(row) == worked.lots(row)
                    && played.priceTicks(row) == worked.priceTicks(row)
                    && played.feeAtoms(row) == worked.feeAtoms(row)
                    && played.feeAsset(row) == worked.feeAsset(row);
            if (!same) {
                return "fill " + row + " differs";
            }
        }
        if (played.size() != worked.size() || outcome.report().endEquityAtoms() != run.endEquityAtoms()) {
            return worked.size() + " fills to " + run.endEquityAtoms() + ", played " + played.size() + " to "
                    + outcome.report().endEquityAtoms();
        }
        return pair.equals(HELD.getFirst())
                ? Gates.roundTrips(outcome, BenchCatalog.CROSSOVER_TRADES)
                : Gates.conserved(outcome);
    }
}
