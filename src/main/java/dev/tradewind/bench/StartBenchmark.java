package dev.tradewind.bench;

import dev.tradewind.ui.BareWindow;
import dev.tradewind.ui.HeadlessTerminal;
import java.io.BufferedReader;
import java.io.File;
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
 * this process's own Java, class path and options and those the launcher opens the window with; where it runs from jars,
 * each with an archive of its classes, made by a first run that does not count.
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
        Path archives = Files.createTempDirectory("tradewind-archives");
        try {
            double[] terminal = new double[RUNS];
            double[] bare = new double[RUNS];
            terminal(archives);
            bare(archives);
            for (int i = 0; i < RUNS; i++) {
                terminal[i] = terminal(archives);
                bare[i] = bare(archives);
            }
            Arrays.sort(terminal);
            Arrays.sort(bare);
            return judged(terminal[RUNS / 2], bare[RUNS / 2]);
        } finally {
            delete(archives);
        }
    }

    static BenchResult judged(double value, double peer) {
        double above = value - peer;
        String verdict = above <= MOST_MILLIS_ABOVE
                ? BenchResult.OK
                : Math.round(above) + " ms above a bare window; no more than " + Math.round(MOST_MILLIS_ABOVE)
                        + " ms are wanted";
        return BenchResult.of(value).beside("bare themed window", peer).judged(verdict);
    }

    private static double terminal(Path archives) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tradewind-start");
        try {
            Path archive = archives.resolve("terminal.jsa");
            return millisUntil(HeadlessTerminal.OPEN, archive, "dev.tradewind.Main", "--data-dir", folder.toString());
        } finally {
            delete(folder);
        }
    }

    private static double bare(Path archives) throws IOException, InterruptedException {
        return millisUntil(BareWindow.SHOWN, archives.resolve("bare.jsa"), BareWindow.class.getName());
    }

    private static double millisUntil(String line, Path archive, String... program)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(archive, List.of(program)));
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

    private static List<String> command(Path archive, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(windowOptions());
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        String classPath = System.getProperty("java.class.path");
        if (Arrays.stream(classPath.split(File.pathSeparator)).allMatch(entry -> entry.endsWith(".jar"))) {
            // as bin/tradewind does; Java makes no archive of classes in folders
            command.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive));
            command.addAll(List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
        }
        command.addAll(List.of("-classpath", classPath));
        command.addAll(program);
        return command;
    }

    /** What bin/tradewind adds for the window; nothing where the program runs from its classes. */
    private static List<String> windowOptions() {
        String app = System.getProperty("tradewind.app");
        return app == null ? List.of() : List.of("@" + Path.of(app, "lib", "window.options"));
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
