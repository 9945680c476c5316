package dev.tradewind.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.kernel.Rng;
import dev.tradewind.optimise.Trial;
import dev.tradewind.optimise.TrialLedger;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLogTest {

    private static final long DATA = 0xABCDL;
    private static final long SEARCH = 77;
    private static final long SEED = 4_711;

    @TempDir
    Path folder;

    private static Trial trial(int number, long hash) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("fast", Integer.toString(number));
        params.put("steps", "1:100,2.5:200");
        return new Trial(
                number, params, Performance.of(Map.of(Metric.SHARPE, number / 7.0, Metric.TRADES, 3.0)),
                String.format("%016x", hash), "");
    }

    private static Trial refused(int number) {
        return new Trial(number, Map.of("fast", "ü"), Performance.of(Map.of()), "",
                "fast must be below slow – " + number);
    }

    private static List<Trial> trials(int from, int to) {
        List<Trial> trials = new ArrayList<>();
        for (int number = from; number < to; number++) {
            trials.add(trial(number, number + 1));
        }
        return trials;
    }

    private TrialLog log() {
        return new TrialLog(folder.resolve("trials"));
    }

    private static List<Trial> finished(TrialLedger log) {
        List<Trial> found = new ArrayList<>();
        log.finished(DATA, SEARCH, found::add);
        return found;
    }

    private Path file(String suffix) {
        return folder.resolve("trials").resolve("000000000000abcd" + suffix);
    }

    @Test
    void tellsWhatWasAddedInItsOrder() {
        List<Trial> first = new ArrayList<>(trials(0, 5));
        first.add(refused(5));
        log().add(DATA, SEARCH, first);
        log().add(DATA, SEARCH + 1, trials(0, 3));
        log().add(DATA + 1, SEARCH, trials(0, 2));
        log().add(DATA, SEARCH, trials(6, 8));

        List<Trial> expected = new ArrayList<>(first);
        expected.addAll(trials(6, 8));
        assertEquals(expected, finished(log()));
    }

    @Test
    void countsDifferentTrialsOfEachDataSet() {
        log().add(DATA, SEARCH, trials(0, 10));
        log().add(DATA, SEARCH + 1, trials(5, 15));
        log().add(DATA, SEARCH, List.of(refused(11), trial(12, 3), trial(13, 3)));
        log().add(DATA + 1, SEARCH, List.of(trial(0, 0), trial(1, -1), trial(2, 0)));

        assertEquals(15, log().count(DATA));
        assertEquals(2, log().count(DATA + 1));
        assertEquals(0, log().count(DATA + 2));
    }

    @Test
    void makesNothingForACountOfNothing() {
        assertEquals(0, log().count(DATA));
        assertFalse(Files.exists(folder.resolve("trials")));
    }

    @Test
    void aBacktestByHandIsWrittenDownOnce() throws Exception {
        log().add(DATA, TrialLedger.BY_HAND, List.of(trial(0, 42)));
        long size = Files.size(file(".log"));
        log().add(DATA, TrialLedger.BY_HAND, List.of(trial(0, 42)));
        log().add(DATA, TrialLedger.BY_HAND, List.of(trial(0, 42), trial(0, 42)));

        assertEquals(1, log().count(DATA));
        assertEquals(size, Files.size(file(".log")));
        log().add(DATA, TrialLedger.BY_HAND, List.of(trial(0, 43)));
        assertEquals(2, log().count(DATA));
    }

    @Test
    void survivesATearAtEveryByte() throws Exception {
        log().add(DATA, SEARCH, trials(0, 2));
        long two = Files.size(file(".log"));
        log().add(DATA, SEARCH, List.of(trial(2, 3)));
        byte[] whole = Files.readAllBytes(file(".log"));
        byte[] table = Files.readAllBytes(file(".seen"));
        for (int torn = (int) two; torn < whole.length; torn++) {
            for (boolean withTable : new boolean[] {true, false}) {
                Files.write(file(".log"), Arrays.copyOf(whole, torn));
                Files.write(file(".seen"), withTable ? table : new byte[0]);
                String told = "torn at " + torn + ", table " + withTable;

                assertEquals(trials(0, 2), finished(log()), told);
                assertEquals(2, log().count(DATA), told);
                log().add(DATA, SEARCH, List.of(trial(2, 3), trial(3, 4)));
                assertEquals(trials(0, 4), finished(log()), told);
                // a table younger than the rows is made again; what it knew too much of never counts less
                assertEquals(4, log().count(DATA), told);
            }
        }
    }

    @Test
    void stepsOverDamageInTheMiddle() throws Exception {
        log().add(DATA, SEARCH, trials(0, 50));
        byte[] whole = Files.readAllBytes(file(".log"));
        Rng rng = new Rng(SEED);
        for (int round = 0; round < 50; round++) {
            byte[] damaged = whole.clone();
            int at = rng.nextInt(whole.length * 9 / 10);
            damaged[at] ^= (byte) (1 + rng.nextInt(255));
            Files.write(file(".log"), damaged);
            Files.write(file(".seen"), new byte[] {1, 2, 3});
            String told = "seed " + SEED + ", round " + round + ", byte " + at;

            List<Trial> left = finished(log());
            assertEquals(49, left.size(), told);
            assertTrue(trials(0, 50).containsAll(left), told);
            assertEquals(50, log().count(DATA), told + ": the count stands in the rows");
            log().add(DATA, SEARCH, List.of(trial(50, 51)));
            assertEquals(51, log().count(DATA), told);
        }
    }

    @Test
    void makesADamagedTableAgain() throws Exception {
        log().add(DATA, SEARCH, trials(0, 3_000));
        byte[] table = Files.readAllBytes(file(".seen"));
        Rng rng = new Rng(SEED);
        for (int round = 0; round < 20; round++) {
            byte[] damaged = Arrays.copyOf(table, rng.nextInt(table.length));
            if (damaged.length > 0) {
                damaged[rng.nextInt(Math.min(damaged.length, 48))] ^= 1;
            }
            Files.write(file(".seen"), damaged);

            assertEquals(3_000, log().count(DATA), "seed " + SEED + ", round " + round);
        }
        log().add(DATA, TrialLedger.BY_HAND, trials(0, 3_000));
        assertEquals(3_000, log().count(DATA));
    }

    @Test
    void takesUpRowsTheTableDoesNotKnow() throws Exception {
        log().add(DATA, SEARCH, trials(0, 10));
        byte[] old = Files.readAllBytes(file(".seen"));
        log().add(DATA, SEARCH, trials(10, 20));
        Files.write(file(".seen"), old);

        log().add(DATA, TrialLedger.BY_HAND, trials(5, 21));

        assertEquals(21, log().count(DATA));
    }

    @Test
    void countsExactlyWhateverCollides() {
        Rng rng = new Rng(SEED);
        Set<Long> hashes = new TreeSet<>();
        TrialLog log = log();
        for (int batch = 0; batch < 20; batch++) {
            List<Trial> trials = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                long hash = rng.nextInt(4) == 0 ? rng.nextInt(2_000) : rng.nextLong();
                hashes.add(hash);
                trials.add(trial(i, hash));
            }
            log.add(DATA, SEARCH, trials);
            assertEquals(hashes.size(), log.count(DATA), "seed " + SEED + ", batch " + batch);
        }
    }

    @Test
    void saysWhereItCannotWrite() throws Exception {
        Path blocked = Files.writeString(folder.resolve("file"), "not a folder");

        String said = assertThrows(
                        StorageException.class,
                        () -> new TrialLog(blocked.resolve("trials")).add(DATA, SEARCH, trials(0, 1)))
                .getMessage();

        assertTrue(said.contains(blocked + "/trials cannot be written down") && said.contains("--data-dir"), said);
    }

    /**
     * Two processes and two ledgers in this one write at once: no row is lost, none is torn, and all are counted once.
     */
    @Test
    void severalProcessesWriteAtOnce() throws Exception {
        List<Process> children = new ArrayList<>();
        for (int child = 0; child < 2; child++) {
            children.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            folder.resolve("trials").toString(),
                            Integer.toString(child * 50))
                    .redirectErrorStream(true)
                    .start());
        }
        List<Thread> threads = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (int writer = 2; writer < 4; writer++) {
            int from = writer * 50;
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    Writer.write(log(), from);
                } catch (RuntimeException e) {
                    synchronized (failures) {
                        failures.add(e.toString());
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (Process child : children) {
            try (BufferedReader out = child.inputReader()) {
                assertEquals(List.of(), out.lines().toList());
            }
            assertEquals(0, child.waitFor());
        }

        assertEquals(List.of(), failures);
        assertEquals(250, log().count(DATA), "each overlaps the next by half");
        assertEquals(400, finished(log()).size());
    }

    /** Adds a hundred trials one by one. */
    public static final class Writer {

        private Writer() {}

        /** {@code args[0]} is the folder, {@code args[1]} the first trial. */
        public static void main(String[] args) {
            write(new TrialLog(Path.of(args[0])), Integer.parseInt(args[1]));
        }

        static void write(TrialLog log, int from) {
            for (Trial trial : trials(from, from + 100)) {
                log.add(DATA, SEARCH, List.of(trial));
            }
        }
    }
}
