package dev.tradewind.bench;

import dev.tradewind.app.BacktestOutcome;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.optimise.Trial;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Bars times pairs a second of a search for the crossover's best averages: 100 pairs over the benchmark's million bars,
 * on two threads that share one history, in a process of its own as {@code tradewind optimise} is. Beside it, in turns,
 * two processes that share nothing and take half of the pairs each.
 */
final class SweepBenchmark implements Benchmark {

    private static final int PAIRS = 100;
    private static final int WORKERS = 2;
    private static final int WARM_UPS = 2;
    private static final int RUNS = 5;
    private static final double GOAL = 80e6;
    private static final String FAST = "6:24:2";
    private static final List<String> HALVES = List.of("6:24:4", "8:24:4");

    @Override
    public String name() {
        return "sweep.event";
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
        Sweep sweep = new Sweep(FAST, WORKERS);
        BacktestOutcome single = sweep.single("10", "50").run();
        List<String> done = new ArrayList<>();
        List<Child> children = new ArrayList<>();
        try {
            Child whole = new Child(FAST, WORKERS);
            children.add(whole);
            for (String half : HALVES) {
                children.add(new Child(half, 1));
            }
            for (Child child : children) {
                child.expect(Sweep.READY);
            }
            List<Child> halves = children.subList(1, children.size());
            SearchReport first = sweep.run();
            Repeated.Pair both = Repeated.inTurns(
                    WARM_UPS, RUNS, () -> rate(() -> said(List.of(whole))), () -> rate(() -> {
                        done.clear();
                        return done.addAll(said(halves));
                    }));
            String work = said(List.of(whole)).getFirst();
            return BenchResult.of(both.work())
                    .withHash(single.report().hash())
                    .beside("two processes with half of the pairs each", both.peer())
                    .judged(verdict(sweep, single, first, work, done));
        } finally {
            children.forEach(Child::end);
        }
    }

    /** {@return what processes said once each had swept} */
    private static List<String> said(List<Child> children) throws IOException {
        for (Child child : children) {
            child.go();
        }
        List<String> said = new ArrayList<>();
        for (Child child : children) {
            said.add(child.said());
        }
        return said;
    }

    /** Something to be timed. */
    @FunctionalInterface
    private interface Timed {
        Object run() throws Exception;
    }

    private static double rate(Timed work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return (double) PAIRS * BacktestBenchmark.BARS * 1e9 / (System.nanoTime() - began);
    }

    private static String verdict(
            Sweep sweep, BacktestOutcome single, SearchReport report, String work, List<String> peers) {
        String alone = Gates.roundTrips(single, BenchCatalog.CROSSOVER_TRADES);
        if (!alone.equals(BenchResult.OK)) {
            return alone;
        }
        if (report.best().size() != PAIRS) {
            return report.best().size() + " of " + PAIRS + " pairs ran";
        }
        Map<String, String> pair = Map.of("fast", "10", "slow", "50");
        for (Trial trial : report.best()) {
            if (trial.params().equals(pair) && !trial.journalHash().equals(single.report().hash())) {
                return "the pair 10/50 ran to the hash " + trial.journalHash() + ", alone to " + single.report().hash();
            }
        }
        String own = sweep.work(report);
        if (!work.equals(own)) {
            return "the process did " + work + ", the search here " + own;
        }
        String other = sum(peers);
        return own.equals(other) ? BenchResult.OK : "the two processes did " + other + ", the search " + own;
    }

    private static String sum(List<String> peers) {
        long all = 0;
        int pairs = 0;
        for (String said : peers) {
            String[] parts = said.split(" of ");
            all += Long.parseUnsignedLong(parts[0], 16);
            pairs += Integer.parseInt(parts[1]);
        }
        return String.format("%016x of %d", all, pairs);
    }

    /** A process that sweeps. */
    private static final class Child {

        private final Process process;

        Child(String fast, int workers) throws IOException {
            List<String> command = new ArrayList<>();
            command.add(ProcessHandle.current().info().command().orElse("java"));
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of(
                    "-classpath", System.getProperty("java.class.path"), SweepChild.class.getName(), fast,
                    Integer.toString(workers)));
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        }

        void go() throws IOException {
            process.outputWriter().write("go\n");
            process.outputWriter().flush();
        }

        String said() throws IOException {
            String line = process.inputReader().readLine();
            if (line == null) {
                throw new IOException("a process of the sweep ended");
            }
            return line;
        }

        void expect(String line) throws IOException {
            String found = said();
            if (!found.equals(line)) {
                throw new IOException("a process of the sweep said: " + found);
            }
        }

        void end() {
            process.destroy();
        }
    }
}
