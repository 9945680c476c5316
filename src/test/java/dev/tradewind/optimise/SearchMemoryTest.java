package dev.tradewind.optimise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Progress;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two million trials in a heap that holds none of them: a process of its own with 40 MB. */
class SearchMemoryTest {

    private static final String HEAP = "-Xmx40m";

    @Test
    void millionsOfTrialsNeedNoMoreMemoryThanFew() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = child.inputReader()) {
            assertEquals(
                    "2000000 trials, best {x=1234, y=56, mode=long}, 100 kept",
                    out.lines().collect(Collectors.joining("\n")));
        } finally {
            child.destroyForcibly();
        }
    }

    /** The search in small memory. */
    public static final class Child {

        private Child() {}

        /** Searches, and says what it found. */
        public static void main(String[] arguments) {
            List<ParamSpec> specs = List.of(
                    ParamSpec.integer("x", "X", "S", "", 1, 1, 100_000, "X."),
                    ParamSpec.integer("y", "Y", "S", "", 1, 1, 100_000, "Y."),
                    ParamSpec.choice("mode", "Mode", "S", "Mode.", "long", "short"));
            Map<String, String> ranges = new LinkedHashMap<>();
            ranges.put("x", "1:10000:1");
            ranges.put("y", "1:100:1");
            ranges.put("mode", "all");
            SearchSpec spec = new SearchSpec(ranges, List.of(), Metric.SHARPE, Optional.empty(), 2);
            SearchReport report = new Search(
                            SearchSpace.of(specs, Map.of(), spec), spec, new SearchBook(new Nothing(), 1, 2),
                            () -> (params, progress) -> run(params))
                    .run(Progress.NONE);
            System.out.println(report.trials() + " trials, best " + report.best().getFirst().params() + ", "
                    + report.best().size() + " kept");
        }

        private static TrialRun run(Map<String, String> params) {
            double x = Double.parseDouble(params.get("x")) - 1_234;
            double y = Double.parseDouble(params.get("y")) - 56;
            double value = 10 - x * x - y * y - (params.get("mode").equals("long") ? 0 : 1);
            return TrialRun.of(
                    "00000000000000aa", metric -> value, () -> Performance.of(Map.of(Metric.SHARPE, value)));
        }
    }

    private static final class Nothing implements TrialLedger {

        @Override
        public long count(long dataChecksum) {
            return 0;
        }

        @Override
        public void add(long dataChecksum, long searchId, List<Trial> trials) {
            // a disk would hold them
        }

        @Override
        public void finished(long dataChecksum, long searchId, Consumer<Trial> each) {
            // none were
        }
    }
}
