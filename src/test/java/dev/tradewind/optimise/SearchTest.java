package dev.tradewind.optimise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.domain.CancelledException;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Progress;
import dev.tradewind.kernel.Rng;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final List<ParamSpec> SPECS = List.of(
            ParamSpec.integer("x", "X", "S", "", 1, -1_000_000, 1_000_000, "X."),
            ParamSpec.integer("y", "Y", "S", "", 1, -1_000_000, 1_000_000, "Y."),
            ParamSpec.choice("mode", "Mode", "S", "Mode.", "long", "short"));

    private static final long SEED = 7;

    private static SearchSpec spec(String x, String y, Metric objective, int workers, String... constraints) {
        Map<String, String> ranges = new LinkedHashMap<>();
        ranges.put("x", x);
        ranges.put("y", y);
        return new SearchSpec(ranges, List.of(constraints), objective, Optional.empty(), workers);
    }

    private static Search search(SearchSpec spec, TrialLedger ledger, Supplier<TrialRunner> runners) {
        return new Search(SearchSpace.of(SPECS, Map.of(), spec), spec, new SearchBook(ledger, 1, 2), runners);
    }

    /** Runs whose objective is a function of x and y; every figure is told only when asked for. */
    private static Supplier<TrialRunner> function(Metric metric, ToDoubleBiFunction<Integer, Integer> function) {
        return () -> (params, progress) -> run(metric, params, function);
    }

    private static TrialRun run(
            Metric metric, Map<String, String> params, ToDoubleBiFunction<Integer, Integer> function) {
        double value = function.applyAsDouble(
                Integer.parseInt(params.getOrDefault("x", "0")), Integer.parseInt(params.getOrDefault("y", "0")));
        return TrialRun.of(
                hash(params),
                asked -> asked == metric ? value : Double.NaN,
                () -> Performance.of(Map.of(metric, value, Metric.TRADES, 3.0)));
    }

    /** Different for different parameters, as a journal's is. */
    private static String hash(Map<String, String> params) {
        long hash = 1;
        for (String value : params.values()) {
            hash = hash * 1_000_003 + value.hashCode();
        }
        return String.format("%016x", hash);
    }

    /** A rough surface, the same for the same seed. */
    private static double rough(int x, int y) {
        return new Rng(x * 1_000_003L + y).nextGaussian() / 10 - (x - 40) * (x - 40) / 400.0
                - (y - 60) * (y - 60) / 900.0;
    }

    @Test
    void findsTheBestOfAGrid() {
        SearchReport report = search(
                        spec("1:20:1", "1:20:1", Metric.TOTAL_RETURN, 2, "x < y"),
                        new MemoryLedger(Integer.MAX_VALUE),
                        function(Metric.TOTAL_RETURN, (x, y) -> 100 - (x - 5) * (x - 5) - (y - 9) * (y - 9)))
                .run(Progress.NONE);

        assertEquals(400, report.combinations());
        assertEquals(210, report.excluded());
        assertEquals(190, report.trials());
        assertEquals(190, report.trialsOnData());
        assertEquals(100, report.best().size());
        Trial best = report.best().getFirst();
        assertEquals(Map.of("x", "5", "y", "9"), best.params());
        assertEquals(3, best.performance().value(Metric.TRADES), "the best are kept whole");
        // x and y one step away lose 1 of 100 each
        assertEquals(Optional.of(new Plateau(4, 4, 99, 0.99)), report.plateau());
        assertFalse(report.plateau().orElseThrow().lonePeak());
        HeatMap map = report.maps().getFirst();
        assertEquals(20, map.columns().size());
        assertEquals(100, map.best(4, 8));
        assertEquals(1, map.count(4, 8));
        assertEquals(0, map.count(8, 4), "left out by the constraint");
        assertTrue(Double.isNaN(map.best(8, 4)) && Double.isNaN(map.mean(8, 4)));
    }

    @Test
    void looksForLessWhereLessIsBetter() {
        SearchReport report = search(
                        spec("1:5:1", "1", Metric.MAX_DRAWDOWN, 1),
                        new MemoryLedger(Integer.MAX_VALUE),
                        function(Metric.MAX_DRAWDOWN, (x, y) -> 0.1 * Math.abs(x - 2) + 0.1))
                .run(Progress.NONE);

        assertEquals("2", report.best().getFirst().params().get("x"));
        assertEquals("5", report.best().getLast().params().get("x"));
        assertEquals(0.5, report.plateau().orElseThrow().score(), 1e-12, "twice the drawdown is half as good");
        assertEquals(0.1, report.maps().getFirst().best(1, 0));
    }

    @Test
    void neverTakesWhatCannotBeToldForTheBest() {
        for (Metric metric : List.of(Metric.SHARPE, Metric.MAX_DRAWDOWN)) {
            SearchReport report = search(
                            spec("1:9:1", "1", metric, 2),
                            new MemoryLedger(Integer.MAX_VALUE),
                            function(metric, (x, y) -> x % 3 == 0 ? Double.NaN : -x))
                    .run(Progress.NONE);

            assertEquals(3, report.untold());
            assertEquals(6, report.best().size());
            assertTrue(report.best().stream().noneMatch(trial -> Double.isNaN(trial.performance().value(metric))));
        }
    }

    @Test
    void ofEqualsTheEarlierIsBetter() {
        SearchReport report = search(
                        spec("1:200:1", "1", Metric.SHARPE, 4), new MemoryLedger(Integer.MAX_VALUE),
                        function(Metric.SHARPE, (x, y) -> 1))
                .run(Progress.NONE);

        for (int place = 0; place < 100; place++) {
            assertEquals(place, report.best().get(place).number());
        }
    }

    @Test
    void warnsOfALonePeak() {
        SearchReport report = search(
                        spec("1:9:1", "1:9:1", Metric.SHARPE, 2), new MemoryLedger(Integer.MAX_VALUE),
                        function(Metric.SHARPE, (x, y) -> x == 5 && y == 5 ? 3 : 0.6))
                .run(Progress.NONE);

        assertEquals(0.2, report.plateau().orElseThrow().score(), 1e-12);
        assertTrue(report.plateau().orElseThrow().lonePeak());
    }

    @Test
    void countsWhatTheBotRefuses() {
        AtomicInteger runs = new AtomicInteger();
        MemoryLedger ledger = new MemoryLedger(Integer.MAX_VALUE);
        SearchReport report = search(spec("1:4:1", "1:4:1", Metric.SHARPE, 2), ledger, () -> (params, progress) -> {
                    runs.incrementAndGet();
                    int x = Integer.parseInt(params.get("x"));
                    int y = Integer.parseInt(params.get("y"));
                    return x < y
                            ? run(Metric.SHARPE, params, (a, b) -> a + b)
                            : TrialRun.refused("x " + x + " is not below " + y);
                })
                .run(Progress.NONE);

        assertEquals(16, report.trials());
        assertEquals(10, report.refused());
        assertEquals("x 1 is not below 1", report.refusal());
        assertEquals(6, report.best().size());
        assertEquals(6, report.trialsOnData(), "what was refused was never tried");
        assertEquals(16, ledger.rows());
    }

    @Test
    void findsTheSameWithAnyNumberOfWorkers() {
        List<SearchReport> reports = new ArrayList<>();
        List<List<Trial>> told = new ArrayList<>();
        for (int workers : new int[] {1, 2, 4, 13}) {
            List<Trial> trials = new ArrayList<>();
            Rng pace = new Rng(SEED + workers);
            SearchSpec spec = spec("1:80:1", "2:160:2", Metric.SHARPE, workers, "x != y");
            reports.add(search(spec, new MemoryLedger(Integer.MAX_VALUE), () -> (params, progress) -> {
                        // workers overtake each other at seeded places
                        boolean slow;
                        synchronized (pace) {
                            slow = pace.nextInt(5) == 0;
                        }
                        if (slow) {
                            Thread.yield();
                        }
                        return run(Metric.SHARPE, params, SearchTest::rough);
                    })
                    .run(Progress.NONE, trials::add));
            told.add(trials.stream()
                    .map(trial -> new Trial(
                            trial.number(), trial.params(),
                            Performance.of(Map.of(Metric.SHARPE, trial.performance().value(Metric.SHARPE))),
                            trial.journalHash(), trial.refusal()))
                    .toList());
        }

        for (int i = 1; i < reports.size(); i++) {
            assertEquals(reports.getFirst(), reports.get(i), "seed " + SEED);
            assertEquals(told.getFirst(), told.get(i), "seed " + SEED);
        }
        assertEquals(6_360, told.getFirst().size());
    }

    @Test
    void goesOnWhereItStopped() {
        SearchSpec spec = spec("1:80:1", "1:80:1", Metric.SHARPE, 3);
        Supplier<TrialRunner> runners = function(Metric.SHARPE, SearchTest::rough);
        SearchReport undisturbed = search(spec, new MemoryLedger(Integer.MAX_VALUE), runners).run(Progress.NONE);
        for (int crash : new int[] {0, 1, 100, 1_500, 6_399}) {
            MemoryLedger ledger = new MemoryLedger(crash);
            String disk = assertThrows(
                            IllegalStateException.class, () -> search(spec, ledger, runners).run(Progress.NONE))
                    .getMessage();
            assertEquals("the disk is gone", disk);
            ledger.mend();
            AtomicInteger runs = new AtomicInteger();
            List<Long> progress = new ArrayList<>();

            SearchReport resumed = search(spec, ledger, () -> (params, go) -> {
                        runs.incrementAndGet();
                        return run(Metric.SHARPE, params, SearchTest::rough);
                    })
                    .run((done, total) -> progress.add(done));

            assertEquals(undisturbed, resumed, "crashed after " + crash);
            assertEquals(6_400 - crash + SearchSpec.WHOLE, runs.get(), "the best are run once more for every figure");
            assertEquals(crash, progress.getFirst());
            assertEquals(6_400, progress.getLast());
        }
    }

    @Test
    void takesNothingFromALedgerThatDoesNotFit() {
        MemoryLedger ledger = new MemoryLedger(Integer.MAX_VALUE);
        Trial stranger = new Trial(
                0, Map.of("x", "99"), Performance.of(Map.of(Metric.SHARPE, 99.0)), "00000000000000aa", "");
        Trial later = new Trial(
                5, Map.of("x", "2", "y", "2"), Performance.of(Map.of(Metric.SHARPE, 99.0)), "00000000000000ab", "");
        ledger.add(1, 2, List.of(stranger, later));

        SearchReport report = search(
                        spec("1:4:1", "1:4:1", Metric.SHARPE, 1), ledger, function(Metric.SHARPE, (x, y) -> x + y))
                .run(Progress.NONE);

        assertEquals(8, report.best().getFirst().performance().value(Metric.SHARPE));
    }

    @Test
    void stopsWhenAskedAndKeepsWhatIsFinished() {
        SearchSpec spec = spec("1:300:1", "1:300:1", Metric.SHARPE, 2);
        MemoryLedger ledger = new MemoryLedger(Integer.MAX_VALUE);
        Search stopped = search(spec, ledger, function(Metric.SHARPE, SearchTest::rough));

        CancelledException said = assertThrows(CancelledException.class, () -> stopped.run((done, total) -> {
            if (done > 2_000) {
                throw new CancelledException("enough");
            }
        }));

        assertTrue(
                said.getMessage().matches("stopped after [0-9,]+ of 90,000 trials; the same search goes on from there"),
                said.getMessage());
        assertTrue(ledger.rows() > 2_000 && ledger.rows() < 90_000, "kept " + ledger.rows());
        assertEquals(
                90_000, search(spec, ledger, function(Metric.SHARPE, SearchTest::rough)).run(Progress.NONE).trials());
    }

    @Test
    void asksLongTrialsWhetherToGoOn() {
        Search search = search(
                spec("1:2:1", "1", Metric.SHARPE, 2), new MemoryLedger(Integer.MAX_VALUE), () -> (params, progress) -> {
                    while (true) {
                        progress.at(0, 0);
                        Thread.onSpinWait();
                    }
                });
        AtomicInteger asked = new AtomicInteger();

        assertThrows(CancelledException.class, () -> search.run((done, total) -> {
            if (asked.incrementAndGet() > 1) {
                throw new CancelledException("enough");
            }
        }));
    }

    @Test
    void failsWithTheFailureOfATrial() {
        IllegalStateException fault = new IllegalStateException("a fault of the engine");
        Search search = search(
                spec("1:300:1", "1", Metric.SHARPE, 2), new MemoryLedger(Integer.MAX_VALUE),
                () -> (params, progress) -> {
                    if (params.get("x").equals("77")) {
                        throw fault;
                    }
                    return run(Metric.SHARPE, params, SearchTest::rough);
                });

        assertSame(fault, assertThrows(IllegalStateException.class, () -> search.run(Progress.NONE)));
    }

    @Test
    void triesDifferentCombinationsByChance() {
        SearchSpec grid = spec("1:1000:1", "1:1000:1", Metric.SHARPE, 2, "x < y");
        SearchSpec chance = new SearchSpec(
                grid.ranges(), grid.constraints(), grid.objective(), Optional.of(new SearchSpec.Draw(500, SEED)), 2);
        List<Trial> trials = new ArrayList<>();
        MemoryLedger ledger = new MemoryLedger(Integer.MAX_VALUE);

        SearchReport report =
                search(chance, ledger, function(Metric.SHARPE, SearchTest::rough)).run(Progress.NONE, trials::add);

        assertEquals(500, trials.stream().map(Trial::params).distinct().count());
        assertEquals(500, report.trials());
        assertEquals(1_000_000, report.combinations());
        assertTrue(trials.stream().allMatch(trial -> Integer.parseInt(trial.params().get("x"))
                < Integer.parseInt(trial.params().get("y"))));
        // the neighbours of the best were hardly among them: they are run for the plateau, and counted
        int around = report.plateau().orElseThrow().neighbours();
        assertTrue(around > 0);
        assertEquals(500 + around, report.trialsOnData());
        SearchReport again = search(
                        chance, new MemoryLedger(Integer.MAX_VALUE), function(Metric.SHARPE, SearchTest::rough))
                .run(Progress.NONE);
        assertEquals(report, again, "seed " + SEED);
    }

    @Test
    void triesAllByChanceWhereThereAreFewer() {
        SearchSpec grid = spec("1:4:1", "1:4:1", Metric.SHARPE, 1, "x < y");
        SearchSpec chance = new SearchSpec(
                grid.ranges(), grid.constraints(), grid.objective(), Optional.of(new SearchSpec.Draw(500, SEED)), 1);

        Search search = search(chance, new MemoryLedger(Integer.MAX_VALUE), function(Metric.SHARPE, SearchTest::rough));

        assertEquals(6, search.trials());
    }

    @Test
    void putsManyValuesIntoFewCells() {
        SearchReport report = search(
                        spec("1:120:1", "1:3:1", Metric.SHARPE, 2), new MemoryLedger(Integer.MAX_VALUE),
                        function(Metric.SHARPE, (x, y) -> x + 1_000 * y))
                .run(Progress.NONE);
        HeatMap map = report.maps().getFirst();

        assertEquals(50, map.columns().size());
        assertEquals(List.of("1", "2", "3"), map.rows());
        assertEquals("1 – 3", map.columns().getFirst());
        assertEquals("119 – 120", map.columns().getLast());
        assertEquals(3, map.count(0, 0));
        assertEquals(1_003, map.best(0, 0));
        assertEquals(1_002, map.mean(0, 0));
        long all = 0;
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 50; column++) {
                all += map.count(column, row);
            }
        }
        assertEquals(360, all);
    }

    @Test
    void drawsAMapForEachPairAndALineForOne() {
        Map<String, String> three = new LinkedHashMap<>();
        three.put("x", "1:3:1");
        three.put("y", "1:3:1");
        three.put("mode", "all");
        SearchSpec pairs = new SearchSpec(three, List.of(), Metric.SHARPE, Optional.empty(), 1);
        SearchSpec one = new SearchSpec(Map.of("mode", "all"), List.of(), Metric.SHARPE, Optional.empty(), 1);
        Supplier<TrialRunner> runners = function(Metric.SHARPE, SearchTest::rough);

        SearchReport all = search(pairs, new MemoryLedger(Integer.MAX_VALUE), runners).run(Progress.NONE);
        SearchReport line = search(one, new MemoryLedger(Integer.MAX_VALUE), runners).run(Progress.NONE);

        assertEquals(
                List.of("x y", "x mode", "y mode"), all.maps().stream().map(map -> map.x() + " " + map.y()).toList());
        assertEquals(List.of("long", "short"), line.maps().getFirst().columns());
        assertEquals(List.of(""), line.maps().getFirst().rows());
        assertEquals(Optional.empty(), line.plateau(), "choices have no neighbours");
    }
}
