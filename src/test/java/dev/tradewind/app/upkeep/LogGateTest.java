package dev.tradewind.app.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.monitor.LogLine;
import dev.tradewind.monitor.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogGateTest {

    private static final String SECRET = "Zx9kQ2mN7vB4cR8tY1uI6oP3aS5dF0gH";

    @TempDir
    private Path folder;

    private final LoggerContext context = new LoggerContext();
    private final List<String> terminal = new ArrayList<>();
    private final LogGate gate = LogGate.install(context, terminal::add);
    private final Logger log = context.getLogger("dev.tradewind.app.Some");

    @AfterEach
    void end() {
        context.stop();
    }

    private LogFile file() {
        LogFile file = LogFile.open(folder.resolve("logs/tradewind.log"));
        gate.writeTo(file);
        return file;
    }

    @Test
    void writesAnObjectALineForOthersToRead() throws Exception {
        try (LogFile file = file()) {
            log.info("first {}", 1);
            log.error("second", new IllegalStateException("outer", new java.io.IOException("inner")));
            log.debug("not taken");

            List<String> lines = Files.readAllLines(file.path());
            assertThat(lines).hasSize(2);
            JsonNode first = new ObjectMapper().readTree(lines.getFirst());
            assertThat(first.fieldNames()).toIterable().containsExactly("time", "level", "logger", "thread", "message");
            assertThat(Instant.parse(first.get("time").asText())).isBetween(Instant.now().minusSeconds(60), Instant.now());
            assertThat(first.get("level").asText()).isEqualTo("INFO");
            assertThat(first.get("logger").asText()).isEqualTo("dev.tradewind.app.Some");
            assertThat(first.get("thread").asText()).isEqualTo(Thread.currentThread().getName());
            assertThat(first.get("message").asText()).isEqualTo("first 1");
            assertThat(new ObjectMapper().readTree(lines.getLast()).get("exception").asText())
                    .startsWith("java.lang.IllegalStateException: outer")
                    .contains("Caused by: java.io.IOException: inner", "at dev.tradewind.app.upkeep.LogGateTest");
        }
    }

    /** In the message, its arguments, the exception, its cause, the logger's and the thread's name. */
    @Test
    void noSecretGetsAnywhere() throws Exception {
        try (LogFile file = file()) {
            Thread thread = Thread.ofPlatform().name("token=" + SECRET).start(() -> {
                log.warn("GET /x?signature={}&a=1", SECRET);
                log.warn("failed", new java.io.IOException("X-MBX-APIKEY: " + SECRET, new RuntimeException("secret " + SECRET)));
                context.getLogger("org.lib." + "apiKey=" + SECRET).error("of a library");
            });
            thread.join();
            gate.takeFrom(Severity.DEBUG);
            log.debug("passphrase={}", "correct horse battery staple");

            String written = Files.readString(file.path());
            assertThat(written.lines()).hasSize(4);
            assertThat(written).doesNotContain(SECRET).doesNotContain("horse");
            assertThat(String.join("\n", terminal)).doesNotContain(SECRET).contains("signature=***&a=1");
            assertThat(gate.ring().newest().toString()).doesNotContain(SECRET).doesNotContain("horse");
        }
    }

    @Test
    void isTheOnlyAppenderOfTheProcess() {
        LoggerContext process = (LoggerContext) org.slf4j.LoggerFactory.getILoggerFactory();
        for (Logger logger : process.getLoggerList()) {
            List<String> names = new ArrayList<>();
            logger.iteratorForAppenders().forEachRemaining(appender -> names.add(appender.getClass().getName()));
            assertThat(names)
                    .as(logger.getName())
                    .isEqualTo(logger.getName().equals(Logger.ROOT_LOGGER_NAME) ? List.of(LogGate.class.getName()) : List.of());
        }
    }

    @Test
    void theChosenSeverityBoundsTheFileAndNotTheTerminal() throws Exception {
        try (LogFile file = file()) {
            gate.takeFrom(Severity.ERROR);
            log.warn("one");
            log.error("two");
            gate.takeFrom(Severity.DEBUG);
            log.debug("three");
            context.getLogger("org.lib").debug("details of a library");
            gate.takeFrom(Severity.INFO);
            log.debug("four");
            log.info("five");

            assertThat(Files.readAllLines(file.path()))
                    .extracting(line -> new ObjectMapper().readTree(line).get("message").asText())
                    .containsExactly("two", "three", "five");
            assertThat(terminal).hasSize(2).allMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} (WARN |ERROR) .*"));
            assertThat(terminal.getFirst()).endsWith("WARN  dev.tradewind.app.Some - one");
        }
    }

    @Test
    void aLineOfTheTerminalStaysOneLine() {
        log.warn("first\nsecond \u001b[2J third\ttab");

        assertThat(terminal).singleElement().asString().endsWith("first second ?[2J third?tab");
    }

    @Test
    void filesAreTheOwnersAloneAndBounded() throws Exception {
        Path path = folder.resolve("logs/tradewind.log");
        try (LogFile file = LogFile.open(path, 2_000)) {
            for (int i = 0; i < 200; i++) {
                file.write(new LogLine(Instant.EPOCH, Severity.INFO, "l", "t", "message number " + i, ""));
            }
            assertThat(file.files())
                    .extracting(each -> each.getFileName().toString())
                    .containsExactly("tradewind.log.3", "tradewind.log.2", "tradewind.log.1", "tradewind.log");
            assertThat(Files.list(path.getParent())).hasSize(4);
            List<String> kept = new ArrayList<>();
            for (Path each : file.files()) {
                assertThat(Files.size(each)).isBetween(1L, 2_000L);
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each))).isEqualTo("rw-------");
                kept.addAll(Files.readAllLines(each));
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent()))).isEqualTo("rwx------");
            // the newest, none missing between them
            for (int i = 0; i < kept.size(); i++) {
                assertThat(kept.get(i)).contains("message number " + (200 - kept.size() + i) + "\"");
            }
        }
        try (LogFile again = LogFile.open(path, 2_000)) {
            assertThat(again.trouble()).isEmpty();
            assertThat(Files.size(path)).isPositive();
        }
    }

    @Test
    void aFileThatCannotBeWrittenStopsNothing() throws Exception {
        Path blocked = Files.createFile(folder.resolve("logs"));
        try (LogFile file = LogFile.open(blocked.resolve("tradewind.log"))) {
            gate.writeTo(file);
            log.warn("goes on");
            assertThat(file.trouble()).startsWith("the log " + blocked.resolve("tradewind.log") + " cannot be written");
            assertThat(terminal).hasSize(1);
        }
    }

    @Test
    void librariesThatUseJavaLoggingComeThroughTheGateToo() {
        JavaLogging.redirect();
        java.util.logging.Logger library = java.util.logging.Logger.getLogger("some.library");
        library.log(java.util.logging.Level.WARNING, "token={0}", SECRET);

        LogLine newest = LogGate.ofProcess().ring().newest().getLast();
        assertThat(newest.logger()).isEqualTo("some.library");
        assertThat(newest.severity()).isEqualTo(Severity.WARN);
        assertThat(newest.message()).isEqualTo("token=***");
        assertThat(java.util.logging.Logger.getLogger("").getHandlers())
                .noneMatch(handler -> handler instanceof java.util.logging.ConsoleHandler);
    }
}
