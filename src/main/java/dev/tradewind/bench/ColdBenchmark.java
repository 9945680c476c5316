package dev.tradewind.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * Seconds from the launch of a process to its end, in which {@code tradewind backtest} reads one year of one-minute candles from a
 * CSV file, plays a crossover over them and prints the whole report: a child with this process's own Java, class path and options,
 * a new one each time. The gate asks that every run has the same hash.
 */
final class ColdBenchmark implements Benchmark {

    private static final int BARS = 525_600;
    private static final int RUNS = 5;
    private static final int PATIENCE_SECONDS = 60;
    private static final double GOAL = 2;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final List<String> BACKTEST =
            List.of("backtest", "--bot", "sma-cross", "--param", "fast=10", "slow=50", "size=1", "--capital", "1000000");

    @Override
    public String name() {
        return "backtest.cold";
    }

    @Override
    public String unit() {
        return "s";
    }

    @Override
    public OptionalDouble goal() {
        return OptionalDouble.of(GOAL);
    }

    @Override
    public BenchResult run() throws Exception {
        Path folder = Files.createTempDirectory("tradewind-cold");
        Path file = folder.resolve("bench-BASEQUOTE-1m.csv");
        Path said = folder.resolve("said.txt");
        try {
            ImportBenchmark.write(BenchSeries.of(BARS, BenchSeries.SEED), file);
            double[] seconds = new double[RUNS];
            String hash = "";
            String verdict = BenchResult.OK;
            for (int i = 0; i < RUNS; i++) {
                seconds[i] = once(file, folder, said);
                String found = hash(said);
                verdict = i > 0 && !found.equals(hash) ? "runs of the same file differ" : verdict;
                hash = found;
            }
            Arrays.sort(seconds);
            return BenchResult.of(seconds[RUNS / 2]).withHash(hash).judged(verdict);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(said);
            ImportBenchmark.delete(folder);
        }
    }

    private static double once(Path file, Path folder, Path said) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), "dev.tradewind.Main"));
        command.addAll(BACKTEST);
        command.addAll(List.of("--data", file.toString(), "--data-dir", folder.resolve("data").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        long began = System.nanoTime();
        Process child = builder.start();
        if (!child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            child.destroyForcibly();
            throw new IOException("the backtest took more than " + PATIENCE_SECONDS + " s");
        }
        double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        if (child.exitValue() != 0) {
            throw new IOException("the backtest ended with " + child.exitValue() + ": " + Files.readString(said));
        }
        return seconds;
    }

    private static String hash(Path said) throws IOException {
        for (String line : Files.readAllLines(said, StandardCharsets.UTF_8)) {
            if (line.startsWith("Hash ")) {
                return line.substring(5).strip().split(" ")[0];
            }
        }
        throw new IOException("the backtest printed no hash: " + Files.readString(said));
    }
}
