package dev.tradewind.app.upkeep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.monitor.LogLine;
import dev.tradewind.monitor.Severity;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when an exception that nobody expected ends a thread: it is logged, and leaves a small record in the folder of
 * the logs for the next start to tell. It never throws itself, and of many errors in a row only the first few leave records.
 */
final class CrashWatch implements Thread.UncaughtExceptionHandler, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CrashWatch.class);
    private static final String PREFIX = "crash-";
    private static final String SUFFIX = ".json";
    private static final int MOST_IN_ONE_RUN = 5;
    private static final int MOST_KEPT = 10;

    private final Path folder;
    private final String version;
    private final AtomicInteger count = new AtomicInteger();
    private final Thread.@Nullable UncaughtExceptionHandler before;

    private CrashWatch(Path folder, String version, Thread.@Nullable UncaughtExceptionHandler before) {
        this.folder = folder;
        this.version = version;
        this.before = before;
    }

    /** From now on every thread that has no watch of its own is watched. */
    static CrashWatch begin(Path folder, String version) {
        CrashWatch watch = new CrashWatch(folder, version, Thread.getDefaultUncaughtExceptionHandler());
        Thread.setDefaultUncaughtExceptionHandler(watch);
        return watch;
    }

    /** {@return errors so far} */
    int count() {
        return count.get();
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        int number = count.incrementAndGet();
        try {
            LOG.error("An error nobody expected ended thread {}: {}", thread.getName(), thrown.toString(), thrown);
        } catch (Throwable alsoFailed) {
            // out of memory, for instance: the record may still be written
        }
        try {
            if (number <= MOST_IN_ONE_RUN) {
                write(thread, thrown, number);
                dropOldest();
            }
        } catch (Throwable alsoFailed) {
            // there is nobody left to tell
        }
    }

    private void write(Thread thread, Throwable thrown, int number) throws IOException {
        Instant now = Instant.now();
        long upSeconds = TimeUnit.MILLISECONDS.toSeconds(ManagementFactory.getRuntimeMXBean().getUptime());
        String message = "Tradewind " + version + " on Java " + Runtime.version() + ", up for " + upSeconds + " s";
        LogLine record = new LogLine(
                now, Severity.ERROR, CrashWatch.class.getName(), thread.getName(), message, Stacks.of(thrown));
        OwnerOnly.createFolder(folder);
        Path file = folder.resolve(PREFIX + now.toString().replace(":", "") + "-" + number + SUFFIX);
        Files.createFile(file, OwnerOnly.ofFile(file));
        Files.write(file, (record.json() + "\n").getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
    }

    private void dropOldest() throws IOException {
        List<Path> records = records(folder);
        for (Path old : records.subList(0, Math.max(0, records.size() - MOST_KEPT))) {
            Files.deleteIfExists(old);
        }
    }

    /** {@return the records in a folder, the oldest first} */
    static List<Path> records(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX)
                            && file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** {@return a record in a sentence; empty if it cannot be read} */
    static Optional<String> told(Path record) {
        try {
            JsonNode read = new ObjectMapper().readTree(Files.readString(record));
            String first = read.path("exception").asText("").lines().findFirst().orElse("an error");
            return Optional.of("On " + read.path("time").asText("an unknown day") + " an error nobody expected ended thread "
                    + read.path("thread").asText("?") + ": " + first);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (Thread.getDefaultUncaughtExceptionHandler() == this) {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
