package dev.tradewind.app.upkeep;

import dev.tradewind.app.activity.ActivityDesk;
import dev.tradewind.inbound.PrometheusText;
import dev.tradewind.monitor.LogLine;
import dev.tradewind.monitor.Metrics;
import dev.tradewind.settings.SettingTable;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a {@link Bundle} holds of a data folder and of this process. */
final class BundleParts {

    /** Settings whose values tell nothing of anybody; of others only the name is given. */
    private static final List<String> PLAIN_SETTINGS =
            List.of("log.level", "metrics.on", "metrics.port", "look.", "window.", "tape.", "start.speed", "lock.", "backup.every",
                    "backup.keep");

    private static final int MOST_FILES = 5_000;
    private static final int MOST_AUDIT_ROWS = 500;

    /** What is traded is nobody's business but the user's. */
    private static final Set<ActivityDesk.Topic> NOT_TRADING = Set.of(
            ActivityDesk.Topic.ACTION, ActivityDesk.Topic.SECURITY, ActivityDesk.Topic.CHANGE, ActivityDesk.Topic.DATA);

    private final Path folder;
    private final String version;
    private final LogGate gate;
    private final LogFile logFile;
    private final SettingTable settings;
    private final ActivityDesk activity;
    private final Metrics metrics;

    BundleParts(
            Path folder,
            String version,
            LogGate gate,
            LogFile logFile,
            SettingTable settings,
            ActivityDesk activity,
            Metrics metrics) {
        this.folder = folder;
        this.version = version;
        this.gate = gate;
        this.logFile = logFile;
        this.settings = settings;
        this.activity = activity;
        this.metrics = metrics;
    }

    Bundle bundle() {
        List<Bundle.Part> parts = new ArrayList<>();
        parts.add(new Bundle.Part("versions.txt", "program, Java, system, libraries", pieces -> pieces.add(versions())));
        parts.add(new Bundle.Part(
                "settings.txt", "names of all settings, values of those that tell nothing of you", this::settings));
        parts.add(new Bundle.Part("threads.txt", "what every thread does", pieces -> pieces.add(Stacks.ofAllThreads())));
        parts.add(new Bundle.Part("memory.txt", "heap and garbage collection", pieces -> pieces.add(memory())));
        parts.add(new Bundle.Part(
                "metrics.txt", "counters and durations, no money", pieces -> pieces.add(PrometheusText.of(metrics.collect()))));
        parts.add(new Bundle.Part("files.txt", "the data folder's files with their sizes", this::files));
        parts.add(new Bundle.Part(
                "audit.txt",
                "the newest " + MOST_AUDIT_ROWS + " rows of the audit trail: time, who, what; no names, no values",
                this::audit));
        parts.add(new Bundle.Part("log/newest.jsonl", "the newest log lines in memory", this::ring));
        for (Path file : logFile.files()) {
            parts.add(new Bundle.Part("log/" + file.getFileName(), "log, " + bytes(file), pieces -> lines(file, pieces)));
        }
        for (Path file : CrashWatch.records(logFolder())) {
            parts.add(new Bundle.Part(
                    "crash/" + file.getFileName(), "an error nobody expected", pieces -> lines(file, pieces)));
        }
        JavaCrash.newest(List.of(logFolder(), folder, Path.of("").toAbsolutePath()))
                .ifPresent(file -> parts.add(new Bundle.Part(
                        "crash/" + file.getFileName(),
                        "Java's own report of its last crash, without memory and environment",
                        pieces -> pieces.add(JavaCrash.head(file)))));
        return new Bundle(parts, System.getProperty("user.home"));
    }

    private Path logFolder() {
        return logFile.path().toAbsolutePath().getParent();
    }

    private static String bytes(Path file) {
        try {
            return String.format("%,d bytes", Files.size(file));
        } catch (IOException e) {
            return "of unknown size";
        }
    }

    private String versions() {
        StringBuilder out = new StringBuilder();
        out.append("made ").append(Instant.now()).append('\n');
        out.append("Tradewind ").append(version).append('\n');
        for (String name : List.of(
                "java.runtime.version", "java.vm.name", "java.vm.version", "java.vendor", "os.name", "os.version", "os.arch",
                "javafx.version", "glass.platform", "prism.order")) {
            out.append(name).append(' ').append(System.getProperty(name, "-")).append('\n');
        }
        out.append("processors ").append(Runtime.getRuntime().availableProcessors()).append('\n');
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (option.startsWith("-X")) {
                out.append("option ").append(option).append('\n');
            }
        }
        Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> Path.of(entry).getFileName().toString())
                .sorted()
                .forEach(jar -> out.append("library ").append(jar).append('\n'));
        return out.toString();
    }

    private void settings(Bundle.Pieces pieces) throws IOException {
        for (Map.Entry<String, String> setting : new TreeMap<>(settings.values("")).entrySet()) {
            boolean plain = PLAIN_SETTINGS.stream().anyMatch(setting.getKey()::startsWith);
            pieces.add(setting.getKey() + " " + (plain ? setting.getValue() : "(not told)") + "\n");
        }
    }

    private static String memory() {
        StringBuilder out = new StringBuilder();
        out.append("heap ").append(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage()).append('\n');
        out.append("other ").append(ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage()).append('\n');
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            out.append("pool ").append(pool.getName()).append(": ").append(pool.getUsage()).append('\n');
        }
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            out.append("collector ").append(collector.getName()).append(": ").append(collector.getCollectionCount());
            out.append(" collections, ").append(collector.getCollectionTime()).append(" ms\n");
        }
        out.append("up ").append(ManagementFactory.getRuntimeMXBean().getUptime()).append(" ms\n");
        return out.toString();
    }

    private void files(Bundle.Pieces pieces) throws IOException {
        List<Path> found;
        try (Stream<Path> all = Files.walk(folder)) {
            found = all.filter(Files::isRegularFile).limit(MOST_FILES).sorted().toList();
        }
        for (Path file : found) {
            pieces.add(folder.relativize(file) + " " + bytes(file) + "\n");
        }
        if (found.size() == MOST_FILES) {
            pieces.add("and more\n");
        }
    }

    private void audit(Bundle.Pieces pieces) throws IOException {
        try {
            ActivityDesk.Filter all = ActivityDesk.Filter.ALL;
            ActivityDesk.Filter newest = new ActivityDesk.Filter(
                    all.actors(), NOT_TRADING, all.text(), all.session(), all.fromNanos(), all.toNanos(), MOST_AUDIT_ROWS);
            for (ActivityDesk.Row row : activity.read(newest).await().rows()) {
                Instant time = Instant.ofEpochSecond(
                        TimeUnit.NANOSECONDS.toSeconds(row.timeNanos()), row.timeNanos() % TimeUnit.SECONDS.toNanos(1));
                pieces.add(time + " " + row.source() + " " + row.number() + " " + row.actor() + " " + row.action() + "\n");
            }
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void ring(Bundle.Pieces pieces) throws IOException {
        for (LogLine line : gate.ring().newest()) {
            pieces.add(line.json() + "\n");
        }
    }

    private static void lines(Path file, Bundle.Pieces pieces) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                pieces.add(line + "\n");
            }
        }
    }
}
