package dev.tradewind.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * From opening a session's folder until the session is ready: journal, tape and states checked in full, the state taken
 * over, every input behind it lived through and held against its rows, the journal open for writing. The session is made
 * once, by the program's own engine; each start happens in a process of its own, whose launch does not count. Beside it, in
 * turns, the same files are only read.
 */
final class RecoveryBenchmark implements Benchmark {

    private static final int RUNS = 5;
    private static final double GOAL_MILLIS = 5_000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int BUFFER_BYTES = 1 << 20;

    private final int bots;
    private final long rows;

    RecoveryBenchmark(int bots, long rows) {
        this.bots = bots;
        this.rows = rows;
    }

    @Override
    public String name() {
        return "recovery.start";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public OptionalDouble goal() {
        return OptionalDouble.of(GOAL_MILLIS);
    }

    @Override
    public BenchResult run() throws Exception {
        Path folder = Files.createTempDirectory("tradewind-recovery");
        try {
            RecoverySession session = new RecoverySession(folder);
            RecoverySession.Ready made = session.make(bots, rows);
            List<Path> files = files(session.sessionFolder());
            double[] starts = new double[RUNS];
            double[] reads = new double[RUNS];
            String verdict = made.bots() == bots && made.rows() >= rows ? BenchResult.OK : "made was only " + made;
            for (int run = 0; run < RUNS; run++) {
                String said = child(folder);
                String[] words = said.substring(RecoverySession.READY.length()).split(" ", 2);
                starts[run] = Long.parseLong(words[0]) / NANOS_PER_MILLI;
                if (verdict.equals(BenchResult.OK) && !words[1].equals(made.toString())) {
                    verdict = "what was made is " + made + ", what started is " + words[1];
                }
                reads[run] = read(files);
            }
            Arrays.sort(starts);
            Arrays.sort(reads);
            return BenchResult.of(starts[RUNS / 2])
                    .beside("only reading its " + megabytes(files) + " MB", reads[RUNS / 2])
                    .withHash(made.hash())
                    .judged(verdict);
        } finally {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
        }
    }

    /** {@return what a process that starts the session says} */
    private static String child(Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        command.addAll(List.of(RecoverySession.class.getName(), folder.toString()));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(RecoverySession.READY)) {
                    return line;
                }
                said.append(said.isEmpty() ? "" : "; ").append(line);
            }
            throw new IOException("the session did not start: " + said);
        } finally {
            child.waitFor();
        }
    }

    private static double read(List<Path> files) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long began = System.nanoTime();
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    while (in.read(buffer) > 0) {
                        // on to the end
                    }
                }
            }
        }
        return (System.nanoTime() - began) / NANOS_PER_MILLI;
    }

    private static String megabytes(List<Path> files) {
        long bytes = files.stream().filter(Files::isRegularFile).mapToLong(RecoveryBenchmark::size).sum();
        return String.format(Locale.ROOT, "%,d", bytes / 1_000_000);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return everything in a folder, its content before itself} */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
