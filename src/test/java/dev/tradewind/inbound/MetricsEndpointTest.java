package dev.tradewind.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint asked by a real client over a real socket. */
class MetricsEndpointTest {

    private static final String PAGE = "# HELP a_b Text.\n# TYPE a_b gauge\na_b 1\n";

    private final HttpClient client = HttpClient.newHttpClient();
    private final AccessToken.Made token = AccessToken.make();
    private MetricsEndpoint endpoint;

    @BeforeEach
    void start() throws IOException {
        endpoint = MetricsEndpoint.start(0, token.known(), () -> PAGE);
    }

    @AfterEach
    void stop() {
        endpoint.close();
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.address().getPort() + path))
                .timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void tellsWhoeverHasTheToken() throws Exception {
        HttpResponse<String> answer = send(request("/metrics").header("Authorization", "Bearer " + token.text()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(PAGE);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(endpoint.url()).isEqualTo("http://127.0.0.1:" + endpoint.address().getPort() + "/metrics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer wrong", "Basic %s", "%s", "Bearer %sx", "Bearer %s %s", "bearer%s"})
    void refusesEverybodyElse(String authorisation) throws Exception {
        HttpRequest.Builder request = request("/metrics");
        if (!authorisation.isEmpty()) {
            request.header("Authorization", authorisation.replace("%s", token.text()));
        }
        HttpResponse<String> answer = send(request);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"tradewind\"");
    }

    @Test
    void doesNotTellWhichPathsThereAreWithoutTheToken() throws Exception {
        assertThat(send(request("/")).statusCode()).isEqualTo(401);
        assertThat(send(request("/none")).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/,404", "GET,/metrics/,404", "GET,/metricsx,404", "GET,/metrics?x=1,404", "GET,/../metrics,404",
        "GET,/%6detrics,404", "POST,/metrics,405", "DELETE,/metrics,405", "HEAD,/metrics,405",
        "OPTIONS,/metrics,405"
    })
    void servesOnePathByOneMethod(String method, String path, int status) throws Exception {
        HttpResponse<String> answer = send(request(path)
                .header("Authorization", "Bearer " + token.text())
                .method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
    }

    /** What is no path at all is turned away by the server itself, with and without the token. */
    @Test
    void whatIsNoPathGetsNothing() throws Exception {
        for (String authorisation : new String[] {"Bearer wrong", "Bearer " + token.text()}) {
            HttpResponse<String> answer = send(request("//metrics").header("Authorization", authorisation));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("a_b");
        }
    }

    @Test
    void takesNoBodyAndNoLongAddress() throws Exception {
        HttpRequest.Builder body = request("/metrics")
                .header("Authorization", "Bearer " + token.text())
                .method("GET", HttpRequest.BodyPublishers.ofString("x".repeat(100)));
        HttpRequest.Builder address =
                request("/" + "m".repeat(2_000)).header("Authorization", "Bearer " + token.text());

        assertThat(send(body).statusCode()).isEqualTo(413);
        assertThat(send(address).statusCode()).isEqualTo(414);
    }

    /** A head without end is not read for ever, and others are still answered. */
    @Test
    void endsARequestWithTooMuchHead() throws Exception {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), endpoint.address().getPort())) {
            socket.setSoTimeout(20_000);
            byte[] line = ("X-Filler: " + "y".repeat(1_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            int sent = 0;
            try {
                socket.getOutputStream().write("GET /metrics HTTP/1.1\r\nHost: a\r\n".getBytes(StandardCharsets.US_ASCII));
                while (sent < 10_000) {
                    socket.getOutputStream().write(line);
                    sent++;
                }
            } catch (IOException closed) {
                // by the endpoint
            }
            assertThat(sent).as("lines of a kilobyte before it hung up").isLessThan(10_000);
        }
        tellsWhoeverHasTheToken();
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        assertThat(endpoint.address().getAddress().getHostAddress()).isEqualTo("127.0.0.1");
        Set<InetAddress> others = new HashSet<>();
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (network.isUp() && !network.isLoopback()) {
                others.addAll(Collections.list(network.getInetAddresses()));
            }
        }
        for (InetAddress other : others) {
            assertThatThrownBy(() -> new Socket(other, endpoint.address().getPort()).close()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void saysThatAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> MetricsEndpoint.start(taken.getLocalPort(), token.known(), () -> PAGE))
                    .isInstanceOf(IOException.class)
                    .hasMessage("port " + taken.getLocalPort()
                            + " on 127.0.0.1 is taken by another program, or not free to use");
        }
    }

    @Test
    void closingFreesThePort() throws Exception {
        int port = endpoint.address().getPort();
        tellsWhoeverHasTheToken();
        endpoint.close();

        assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).isInstanceOf(ConnectException.class);
        try (MetricsEndpoint again = MetricsEndpoint.start(port, token.known(), () -> PAGE)) {
            assertThat(again.address().getPort()).isEqualTo(port);
        }
    }

    /** What goes wrong while the answer is made is not told to the client. */
    @Test
    void aFaultIsAnsweredWithoutItsWords() throws Exception {
        try (MetricsEndpoint broken = MetricsEndpoint.start(0, token.known(), () -> {
            throw new IllegalStateException("inner words");
        })) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(broken.url()))
                    .header("Authorization", "Bearer " + token.text())
                    .build();
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
        }
    }

    @Test
    void keepsOnlyTheHashOfAToken() {
        AccessToken kept = AccessToken.ofKept(token.known().kept());

        assertThat(token.text()).matches("[A-Za-z0-9_-]{43}");
        assertThat(token.known().kept()).matches("[0-9a-f]{64}").doesNotContain(token.text());
        assertThat(token.toString()).doesNotContain(token.text());
        assertThat(kept.is(token.text())).isTrue();
        assertThat(kept.is(token.text().toLowerCase(java.util.Locale.ROOT))).isFalse();
        assertThat(AccessToken.make().text()).isNotEqualTo(token.text());
        assertThatThrownBy(() -> AccessToken.ofKept("abcd")).isInstanceOf(IllegalArgumentException.class);
    }
}
