package dev.tradewind.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.analytics.Metric;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.kernel.Rng;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.optimise.SearchSpec;
import dev.tradewind.optimise.Trial;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchDeskTest {

    static final Path DATA = Path.of("sample-data/binanceus-ethusd-5m-2023-03.csv");

    private static final long SEED = 99;
    private static final int KILLS = 3;

    static RunSetup setup(String capital) {
        return RunSetup.of(
                BotChoice.of("sma-cross", Map.of()), MarketChoice.of(DATA), Optional.empty(),
                BacktestRequest.plain(new BigDecimal(capital), new FeeRate(50_000)));
    }

    static SearchSpec spec(String fast, String slow, int workers, String... constraints) {
        Map<String, String> ranges = new LinkedHashMap<>();
        ranges.put("fast", fast);
        ranges.put("slow", slow);
        return new SearchSpec(ranges, List.of(constraints), Metric.SHARPE, Optional.empty(), workers);
    }

    private static SearchDesk desk(Path folder) {
        return new SearchDesk(TrialShelf.at(Optional.of(folder), trouble -> {
            throw new AssertionError(trouble);
        }));
    }

    @Test
    void runsEachTrialAsABacktestByHandWould(@TempDir Path folder) throws Exception {
        SearchReport report = desk(folder).search(setup("10000"), spec("5,10,60", "20,50", 2)).await();

        assertEquals(6, report.trials());
        assertEquals(2, report.refused());
        assertEquals("parameter fast: '60' is not allowed; it takes fewer candles than slow, 20", report.refusal());
        assertEquals(4, report.trialsOnData());
        for (Trial trial : report.best()) {
            BacktestOutcome alone = new BacktestRunner(
                            BotChoice.of("sma-cross", trial.params()), MarketChoice.of(DATA).load(),
                            setup("10000").terms())
                    .run();
            assertEquals(alone.report().hash(), trial.journalHash());
            assertEquals(alone.report().totalReturn(), trial.performance().value(Metric.TOTAL_RETURN), 1e-12);
        }
    }

    @Test
    void tellsSearchesApartByWhatTheyDoNotByHowTheyAreWritten(@TempDir Path folder) throws Exception {
        SearchDesk desk = desk(folder);
        desk.search(setup("10000"), spec("5:15:5", "50", 2)).await();

        assertEquals(3, first(desk, setup("10000.00"), spec("5,10,15", " 50 ", 1)),
                "written differently, the same search");
        assertEquals(0, first(desk, setup("20000"), spec("5:15:5", "50", 2)), "another capital");
        assertEquals(0, first(desk, setup("10000"), spec("5:20:5", "50", 2)), "another range");
        assertEquals(0, first(desk, setup("10000"), spec("5:15:5", "50", 2, "fast < slow")), "a constraint");
    }

    /** {@return how many trials need not be run any more} */
    private static long first(SearchDesk desk, RunSetup setup, SearchSpec spec) throws StartException {
        List<Long> told = new ArrayList<>();
        desk.plan(setup, spec).run((done, total) -> told.add(done));
        return told.getFirst();
    }

    @Test
    void refusesWhatCannotBeSearched(@TempDir Path folder) {
        RunSetup.Lane lane = setup("10000").lanes().getFirst();
        RunSetup two = new RunSetup("", setup("10000").terms(), List.of(lane, lane));

        assertEquals(
                "the setup has 2 bots in 2 lanes; a search takes one bot on one history",
                assertThrows(IllegalArgumentException.class, () -> SearchDesk.space(two, spec("5", "50", 1)))
                        .getMessage());
        ExecutionException failed = assertThrows(
                ExecutionException.class,
                () -> desk(folder).search(setup("1e-30"), spec("5", "50", 1)).await());
        assertTrue(
                failed.getCause().getMessage().contains("capital 0.000000000000000000000000000001 must be from"),
                failed.getMessage());
    }

    /**
     * A process is killed with SIGKILL in the middle of its search, over and over; in the end it finds what it would
     * have.
     */
    @Test
    void goesOnAfterKills(@TempDir Path folder) throws Exception {
        String undisturbed = run(folder.resolve("undisturbed"), Integer.MAX_VALUE);
        Rng rng = new Rng(SEED);
        Path killed = folder.resolve("killed");
        for (int kill = 0; kill < KILLS; kill++) {
            run(killed, 500 + kill * 1_500 + rng.nextInt(1_000));
        }
        List<Long> told = new ArrayList<>();

        SearchReport resumed = desk(killed).plan(setup("10000"), SearchChild.SPEC).run((done, total) -> told.add(done));

        assertEquals(undisturbed, SearchChild.words(resumed), "seed " + SEED);
        assertTrue(told.getFirst() >= 3_500, "went on from " + told.getFirst());
    }

    /** {@return the child's last line; it is killed once it says it has so many trials} */
    private static String run(Path folder, int trials) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SearchChild.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String last = "";
        try (BufferedReader out = child.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                last = line;
                if (line.startsWith("trial ") && Integer.parseInt(line.substring(6)) >= trials) {
                    child.destroyForcibly();
                    break;
                }
            }
        } catch (IOException e) {
            // the pipe broke with the child
        } finally {
            child.destroyForcibly();
            child.waitFor();
        }
        return last;
    }
}
