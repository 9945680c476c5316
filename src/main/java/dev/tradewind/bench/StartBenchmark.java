package dev.tradewind.bench;

import dev.tradewind.ui.BareWindow;
import dev.tradewind.ui.HeadlessTerminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * From the launch of the process to the third frame of the Trade screen, with a session open on the sample in a new data
 * folder; beside it, in turns, a bare window with the same theme. Both run on JavaFX's headless platform, as children with
 * this process's own Java, class path and options.
 */
final class StartBenchmark implements Benchmark {

    private static final int RUNS = 5;
    private static final int PATIENCE_SECONDS = 60;
    private static final double MOST_MILLIS_ABOVE = 1_000;
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public String name() {
        return "ui.start";
    }

    @Override
    public String unit() {
        return "ms";
    }

    /** What is asked, a second above the peer, is known only once the peer has run: the gate holds it. */
    @Override
    public OptionalDouble goal() {
        return OptionalDouble.empty();
    }

    @Override
    public BenchResult run() throws Exception {
        double[] terminal = new double[RUNS];
        double[] bare = new double[RUNS];
        terminal();
        bare();
        for (int i = 0; i < RUNS; i++) {
            terminal[i] = terminal();
            bare[i] = bare();
        }
        Arrays.sort(terminal);
        Arrays.sort(bare);
        return judged(terminal[RUNS / 2], bare[RUNS / 2]);
    }

    static BenchResult judged(double value, double peer) {
        double above = value - peer;
        String verdict = above <= MOST_MILLIS_ABOVE
                ? BenchResult.OK
                : Math.round(above) + " ms above a bare window; no more than " + Math.round(MOST_MILLIS_ABOVE)
                        + " ms are wanted";
        return BenchResult.of(value).beside("bare themed window", peer).judged(verdict);
    }

    private static double terminal() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tradewind-start");
        try {
            return millisUntil(HeadlessTerminal.OPEN, "dev.tradewind.Main", "--data-dir", folder.toString());
        } finally {
            delete(folder);
        }
    }

    private static double bare() throws IOException, InterruptedException {
        return millisUntil(BareWindow.SHOWN, BareWindow.class.getName());
    }

    private static double millisUntil(String line, String... program) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(List.of(program)));
        Map<String, String> environment = builder.environment();
        environment.remove("DISPLAY");
        builder.redirectErrorStream(true);
        long began = System.nanoTime();
        Process child = builder.start();
        Thread alarm = Thread.ofVirtual().start(() -> endLate(child));
        StringBuilder said = new StringBuilder();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            for (String next = out.readLine(); next != null; next = out.readLine()) {
                if (next.equals(line)) {
                    double millis = (System.nanoTime() - began) / NANOS_PER_MILLI;
                    // Process.destroy would close the stream that is still read
                    child.toHandle().destroy();
                    out.transferTo(Writer.nullWriter());
                    return millis;
                }
                said.append(said.isEmpty() ? "" : "; ").append(next);
            }
            throw new IOException("'" + String.join(" ", program) + "' did not say \"" + line + "\" but: " + said);
        } finally {
            alarm.interrupt();
            child.destroy();
            if (!child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
        }
    }

    private static void endLate(Process child) {
        try {
            if (!child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
        } catch (InterruptedException answered) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-classpath"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(program);
        return command;
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
