package dev.tradewind.app.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.app.job.RefusedException;
import dev.tradewind.app.upkeep.DiagnosticsDesk.Level;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.settings.SettingTable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class DiagnosticsTest {

    @TempDir
    private Path folder;

    private DiagnosticsFixture fixture;

    @BeforeEach
    void make() {
        fixture = new DiagnosticsFixture(folder);
    }

    private static int status(String url, String token) throws Exception {
        return ask(url, token).statusCode();
    }

    private static HttpResponse<String> ask(String url, String token) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void logsToTheFolderWhileItIsOpen() throws Exception {
        Path file = folder.resolve("logs/tradewind.log");
        try (Diagnostics diagnostics = fixture.open()) {
            LoggerFactory.getLogger("dev.tradewind.x").info("while open");
            assertThat(diagnostics.state().logFile()).isEqualTo(file);
            assertThat(diagnostics.state().level()).isEqualTo(Level.INFO);
            assertThat(diagnostics.newestLines().getLast().message()).isEqualTo("while open");
        }
        LoggerFactory.getLogger("dev.tradewind.x").info("after");

        assertThat(Files.readString(file)).contains("while open").doesNotContain("after");
    }

    @Test
    void keepsTheLevelAndWritesItDown() throws Exception {
        try (Diagnostics diagnostics = fixture.open()) {
            diagnostics.logLevel(Level.DEBUG);
            diagnostics.logLevel(Level.DEBUG);
            LoggerFactory.getLogger("dev.tradewind.x").debug("a detail");
        }
        assertThat(fixture.trail)
                .containsExactly(new AuditEntry(Actor.USER, "log.level.changed", "log", "INFO", "DEBUG"));
        assertThat(Files.readString(folder.resolve("logs/tradewind.log"))).contains("a detail");
        try (Diagnostics again = fixture.open()) {
            assertThat(again.state().level()).isEqualTo(Level.DEBUG);
            again.logLevel(Level.INFO);
        }
    }

    @Test
    void theEndpointIsOffUntilItIsTurnedOnAndThenStaysOn() throws Exception {
        String token;
        try (Diagnostics diagnostics = fixture.open()) {
            diagnostics.listenNow();
            assertThat(diagnostics.state().metrics()).isEmpty();
            token = diagnostics.metrics(true, 0).orElseThrow();
            String url = diagnostics.state().metrics().orElseThrow();
            assertThat(status(url, token)).isEqualTo(200);
            assertThat(status(url, "wrong")).isEqualTo(401);
        }
        assertThat(fixture.settings.toString()).doesNotContain(token);
        assertThat(fixture.settings.get("metrics.tokenHash")).matches("[0-9a-f]{64}");
        try (Diagnostics again = fixture.open()) {
            assertThat(again.state().metrics()).as("before anybody runs for long").isEmpty();
            again.listenNow();
            String url = again.state().metrics().orElseThrow();
            assertThat(ask(url, token).body())
                    .contains("tradewind_build_info{version=\"9.9.9\"} 1", "tradewind_sessions_running 0");
            assertThat(again.metrics(false, 0)).isEmpty();
            assertThatThrownBy(() -> status(url, token)).isInstanceOf(java.io.IOException.class);
            assertThat(again.metricsPort()).isEmpty();
        }
        assertThat(fixture.trail).extracting(AuditEntry::action).containsExactly("metrics.started", "metrics.stopped");
        assertThat(Files.readString(folder.resolve("logs/tradewind.log"))).doesNotContain(token);
    }

    @Test
    void anotherTokenEndsTheOneBefore() throws Exception {
        try (Diagnostics diagnostics = fixture.open()) {
            String first = diagnostics.metrics(true, 0).orElseThrow();
            int port = URI.create(diagnostics.state().metrics().orElseThrow()).getPort();
            String second = diagnostics.metrics(true, port).orElseThrow();
            String url = diagnostics.state().metrics().orElseThrow();

            assertThat(URI.create(url).getPort()).isEqualTo(port);
            assertThat(status(url, first)).isEqualTo(401);
            assertThat(status(url, second)).isEqualTo(200);
        }
    }

    @Test
    void aTakenPortIsSaidAndChangesNothing() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Diagnostics diagnostics = fixture.open()) {
            String token = diagnostics.metrics(true, 0).orElseThrow();
            String url = diagnostics.state().metrics().orElseThrow();
            Map<String, String> before = Map.copyOf(fixture.settings);

            assertThatThrownBy(() -> diagnostics.metrics(true, taken.getLocalPort()))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("The metrics endpoint was not started: port " + taken.getLocalPort()
                            + " on 127.0.0.1 is taken by another program, or not free to use. Nothing was changed; name another"
                            + " port, or 0 for any free one.");
            assertThat(fixture.settings).isEqualTo(before);
            assertThat(status(url, token)).isEqualTo(200);
        }
    }

    @Test
    void aPortThatIsTakenAtTheStartIsToldAndStopsNothing() throws Exception {
        try (Diagnostics diagnostics = fixture.open()) {
            diagnostics.metrics(true, 0);
        }
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Diagnostics diagnostics = fixture.open()) {
            fixture.settings.put("metrics.port", Integer.toString(taken.getLocalPort()));
            diagnostics.listenNow();
            assertThat(diagnostics.state().metrics()).isEmpty();
            assertThat(diagnostics.state().trouble()).startsWith("port " + taken.getLocalPort());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 80, 1_023, 65_536})
    void refusesPortsThatCannotBe(int port) {
        try (Diagnostics diagnostics = fixture.open()) {
            assertThatThrownBy(() -> diagnostics.metrics(true, port))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("port " + port + " is not possible; it takes 1024 to 65535, or 0 for any free one");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zz", "abcd"})
    void settingsThatAreDamagedStopNothing(String hash) {
        fixture.settings.putAll(Map.of("metrics.on", "true", "metrics.port", "0", "metrics.tokenHash", hash, "log.level", "?"));
        try (Diagnostics diagnostics = fixture.open()) {
            diagnostics.listenNow();
            assertThat(diagnostics.state().metrics()).isEmpty();
            assertThat(diagnostics.state().trouble())
                    .isEqualTo("its kept settings are not readable; turn it off and on again");
            assertThat(diagnostics.state().level()).isEqualTo(Level.INFO);
        }
    }

    /** What cannot be written down is not done. */
    @Test
    void withoutATrailTheEndpointStaysOff() {
        AuditTrail full = entry -> {
            throw new AuditException("the disk is full");
        };
        SettingTable none = new SettingTable() {
            @Override
            public Map<String, String> values(String prefix) {
                return Map.of();
            }

            @Override
            public void put(Map<String, String> values) {
                throw new AssertionError("nothing was to be kept");
            }
        };
        try (Diagnostics diagnostics = Diagnostics.open(folder, "9.9.9", none, full, null)) {
            assertThatThrownBy(() -> diagnostics.metrics(true, 0)).isInstanceOf(AuditException.class);
            assertThatThrownBy(() -> diagnostics.logLevel(Level.DEBUG)).isInstanceOf(AuditException.class);
            assertThat(diagnostics.state().metrics()).isEmpty();
            assertThat(diagnostics.state().level()).isEqualTo(Level.INFO);
        }
    }

    @Test
    void anErrorNobodyExpectedIsRecordedAndToldOnce() throws Exception {
        try (Diagnostics diagnostics = fixture.open()) {
            for (int i = 0; i < 20; i++) {
                Thread thread = Thread.ofPlatform().name("worker " + i).start(() -> {
                    throw new IllegalStateException("broke with secret=hunter2");
                });
                thread.join();
            }
            assertThat(diagnostics.state().crash()).isEmpty();
            assertThat(diagnostics.measured().collect())
                    .filteredOn(family -> family.name().equals("tradewind_uncaught_errors_total"))
                    .singleElement()
                    .satisfies(family -> assertThat(family.samples().getFirst().value()).isEqualTo(20));
        }
        assertThat(Thread.getDefaultUncaughtExceptionHandler() instanceof CrashWatch).isFalse();
        List<Path> records = CrashWatch.records(folder.resolve("logs"));
        assertThat(records).hasSize(5);
        assertThat(Files.readString(records.getFirst()))
                .contains("\"thread\":\"worker 0\"", "Tradewind 9.9.9 on Java ", "IllegalStateException: broke with secret=***")
                .doesNotContain("hunter2");
        try (Diagnostics next = fixture.open()) {
            assertThat(next.state().crash())
                    .contains("an error nobody expected ended thread worker 4: java.lang.IllegalStateException: broke with")
                    .endsWith("'tradewind diagnostics bundle' gathers what helps to find it.");
        }
        try (Diagnostics third = fixture.open()) {
            assertThat(third.state().crash()).isEmpty();
        }
        assertThat(Files.readString(folder.resolve("logs/tradewind.log"))).doesNotContain("hunter2");
    }
}
