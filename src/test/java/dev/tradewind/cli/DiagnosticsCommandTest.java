package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.app.DataHome;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsCommandTest {

    @TempDir
    private Path folder;

    private Shell type(String... more) {
        List<String> all = new ArrayList<>(List.of("diagnostics"));
        all.addAll(List.of(more));
        all.addAll(List.of("--data-dir", folder.resolve("home").toString()));
        return Shell.type(all.toArray(String[]::new));
    }

    @Test
    void showsAndKeepsTheLevel() throws Exception {
        Path log = folder.resolve("home/logs/tradewind.log");
        assertThat(type("show").lines())
                .containsExactly(
                        "log      " + log + ", from INFO on", "metrics  off", "crash    none since the last start");
        assertThat(type("log-level", "debug").lines()).containsExactly("the log takes lines from DEBUG on");

        JsonNode shown = type("show", "--json").json();
        assertThat(shown.get("logLevel").asText()).isEqualTo("DEBUG");
        assertThat(shown.get("logFile").asText()).isEqualTo(log.toString());
        assertThat(shown.get("metricsOn").asBoolean()).isFalse();
    }

    @Test
    void refusesALevelThereIsNot() {
        Shell wrong = type("log-level", "loud");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("loud", "ERROR, WARN, INFO, DEBUG");
    }

    /** Turned on by the command, up while the data folder's program runs, off again. */
    @Test
    void turnsMetricsOnForTheNextRunAndOffAgain() throws Exception {
        int port = freePort();
        JsonNode on = type("metrics", "on", "--port", Integer.toString(port), "--json").json();
        assertThat(on.get("on").asBoolean()).isTrue();
        assertThat(on.get("port").asInt()).isEqualTo(port);
        String token = on.get("token").asText();
        assertThat(type("show").lines())
                .contains("metrics  on port " + port + " of 127.0.0.1 while the terminal or 'tradewind paper' runs");

        try (DataHome home = DataHome.open(Optional.of(folder.resolve("home")));
                HttpClient client = HttpClient.newHttpClient()) {
            home.diagnostics().listen();
            while (home.diagnostics().state().metrics().isEmpty()) {
                assertThat(home.diagnostics().state().trouble()).isEmpty();
                Thread.onSpinWait();
            }
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("tradewind_sessions_running 0\n", "# TYPE tradewind_tick_to_order_seconds histogram\n");
        }

        assertThat(type("metrics", "off").lines()).containsExactly("metrics  off");
        Shell wrong = type("metrics", "off", "--port", "9000");
        assertThat(wrong.exitCode()).isEqualTo(2);
        Shell refused = type("metrics", "on", "--port", "80");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("port 80 is not possible; it takes 1024 to 65535, or 0 for any free one");
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return free.getLocalPort();
        }
    }

    @Test
    void tellsABundleBeforeItWritesIt() throws Exception {
        Path zip = folder.resolve("b.zip");
        Shell told = type("bundle");
        assertThat(told.lines()).contains("nothing was written; --out FILE writes it").hasSizeGreaterThan(8);
        assertThat(Files.exists(zip)).isFalse();

        Shell written = type("bundle", "--out", zip.toString());
        assertThat(written.exitCode()).as(written.err()).isZero();
        assertThat(written.lines()).contains("written to " + zip);
        try (ZipFile file = new ZipFile(zip.toFile())) {
            assertThat(file.size()).isGreaterThan(8);
        }
        Shell again = type("bundle", "--out", zip.toString());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains(zip + " is there already and was not touched; name another file");
    }

    @Test
    void saysThatTheFolderIsTaken() {
        try (DataHome held = DataHome.open(Optional.of(folder.resolve("home")))) {
            Shell refused = type("show");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("already runs on the data folder", "Use the one that runs");
            assertThat(held.diagnostics().state().trouble()).isEmpty();
        }
    }
}
