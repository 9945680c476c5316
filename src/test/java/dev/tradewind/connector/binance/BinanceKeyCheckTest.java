package dev.tradewind.connector.binance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.Credentials;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyReport.Outcome;
import dev.tradewind.venue.KeyReport.Right;
import dev.tradewind.venue.KeyScheme;
import dev.tradewind.venue.KeysSealedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against a server on loopback that answers as Binance documents it. */
class BinanceKeyCheckTest {

    private static final long NOW_MILLIS = 1_763_740_800_000L;

    /** The key pair of the examples in Binance's REST documentation. */
    private static final String API_KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";

    private static final String SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

    /** The response example of "Get API Key Permission" in Binance's wallet documentation, with what a test changes. */
    private static final String RESTRICTIONS = """
            {"ipRestrict":%s,"createTime":1698645219000,"enableInternalTransfer":false,"enableFutures":%s,
            "enablePortfolioMarginTrading":true,"enableVanillaOptions":false,"permitsUniversalTransfer":false,
            "enableReading":true,"enableSpotAndMarginTrading":%s,"enableWithdrawals":%s,"enableMargin":false}""";

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private URI address;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void tellsTheRightsOfAKeySignedWithASecret() throws Exception {
        answer("/sapi/v1/account/apiRestrictions", 200, RESTRICTIONS.formatted(true, false, true, false));

        KeyReport report = check(AccountKind.LIVE, hmac());

        assertThat(report).isEqualTo(new KeyReport(
                Outcome.ACCEPTED, Set.of(Right.READ, Right.TRADE_SPOT), true, "Made on 30 Oct 2023."));
        String payload = "recvWindow=5000&timestamp=" + NOW_MILLIS;
        assertThat(asked).containsExactly("/sapi/v1/account/apiRestrictions?" + payload + "&signature="
                + HexFormat.of().formatHex(mac(payload.getBytes(US_ASCII))) + " " + API_KEY);
    }

    @Test
    void signsWithAKeyPairAsBase64ThatSurvivesTheAddress() throws Exception {
        answer("/sapi/v1/account/apiRestrictions", 200, RESTRICTIONS.formatted(false, true, false, true));
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        KeyReport report = check(AccountKind.LIVE, new TestKey(KeyScheme.ED25519, payload -> ed25519(pair, payload)));

        assertThat(report.rights()).containsExactly(Right.READ, Right.TRADE_FUTURES, Right.WITHDRAW);
        assertThat(report.withdraws()).isTrue();
        assertThat(report.addressBound()).isFalse();
        String query = asked.getFirst().replaceAll("^[^?]*\\?| .*$", "");
        int cut = query.indexOf("&signature=");
        byte[] signature = Base64.getDecoder().decode(
                URLDecoder.decode(query.substring(cut + "&signature=".length()), StandardCharsets.UTF_8));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(pair.getPublic());
        verifier.update(query.substring(0, cut).getBytes(US_ASCII));
        assertThat(verifier.verify(signature)).isTrue();
    }

    @Test
    void asksTheTestNetworkForTheAccount() {
        answer("/api/v3/account", 200, "{\"canTrade\":true,\"canWithdraw\":true,\"balances\":[]}");

        assertThat(check(AccountKind.TESTNET, hmac())).isEqualTo(new KeyReport(
                Outcome.ACCEPTED, Set.of(Right.READ, Right.TRADE_SPOT), false, ""));
    }

    @Test
    void asksAgainWithBinancesTimeWhereTheClockIsOff() {
        int[] times = {0};
        handle("/sapi/v1/account/apiRestrictions", exchange -> {
            boolean first = times[0]++ == 0;
            reply(exchange, first ? 400 : 200, first
                    ? "{\"code\":-1021,\"msg\":\"Timestamp for this request is outside of the recvWindow.\"}"
                    : RESTRICTIONS.formatted(false, false, false, false));
        });
        answer("/api/v3/time", 200, "{\"serverTime\":" + (NOW_MILLIS + 93_400) + "}");

        KeyReport report = check(AccountKind.LIVE, hmac());

        assertThat(report.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(report.detail())
                .isEqualTo("Made on 30 Oct 2023. This computer's clock is 93.4 s behind Binance's: set it.");
        assertThat(asked.getLast()).contains("timestamp=" + (NOW_MILLIS + 93_400));
    }

    @Test
    void tellsWhenTheRightToTradeEnds() {
        answer("/sapi/v1/account/apiRestrictions", 200,
                RESTRICTIONS.formatted(true, false, true, false)
                        .replace("\"enableMargin\":false", "\"tradingAuthorityExpirationTime\":1640978149000"));

        assertThat(check(AccountKind.LIVE, hmac()).detail())
                .isEqualTo("Made on 30 Oct 2023. Its right to trade ends on 31 Dec 2021.");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(401, "{\"code\":-2015,\"msg\":\"Invalid API-key, IP, or permissions for action.\"}",
                        Outcome.REFUSED, "(-2015)"),
                Arguments.of(401, "{\"code\":-2014,\"msg\":\"API-key format invalid.\"}",
                        Outcome.REFUSED, "64 letters and digits"),
                Arguments.of(400, "{\"code\":-1022,\"msg\":\"Signature for this request is not valid.\"}",
                        Outcome.REFUSED, "do not belong together"),
                Arguments.of(400, "{\"code\":-1100,\"msg\":\"Illegal characters\"}",
                        Outcome.REFUSED, "Illegal characters (-1100)"),
                Arguments.of(429, "{\"code\":-1003,\"msg\":\"Too many requests\"}",
                        Outcome.UNREACHABLE, "a pause of 17 s (HTTP 429)"),
                Arguments.of(418, "", Outcome.UNREACHABLE, "(HTTP 418)"),
                Arguments.of(451, "{\"code\":0,\"msg\":\"restricted location\"}",
                        Outcome.UNREACHABLE, "does not answer from this place"),
                Arguments.of(503, "<html>", Outcome.UNREACHABLE, "HTTP 503"),
                Arguments.of(302, "", Outcome.UNREACHABLE, "HTTP 302"),
                Arguments.of(200, "<html>a hotel's login page</html>", Outcome.UNREACHABLE, "does not tell"),
                Arguments.of(200, "[]", Outcome.UNREACHABLE, "does not tell"),
                Arguments.of(200, "{\"enableReading\":true}", Outcome.UNREACHABLE, "does not tell"),
                Arguments.of(200, "{\"enableReading\":true,\"enableWithdrawals\":\"no\"}",
                        Outcome.UNREACHABLE, "does not tell"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void neverTakesTroubleForARight(int status, String body, Outcome outcome, String words) {
        answer("/sapi/v1/account/apiRestrictions", status, body);

        KeyReport report = check(AccountKind.LIVE, hmac());

        assertThat(report.outcome()).isEqualTo(outcome);
        assertThat(report.rights()).isEmpty();
        assertThat(report.detail()).contains(words).doesNotContain(SECRET).doesNotContain(API_KEY);
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        KeyReport report = check(AccountKind.LIVE, hmac());

        assertThat(report.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(report.detail()).contains("offline");
    }

    @Test
    void saysThatTheAnswerDoesNotCome() {
        CountDownLatch over = new CountDownLatch(1);
        handle("/sapi/v1/account/apiRestrictions", exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        try {
            KeyReport report = new BinanceKeyCheck(
                            () -> NOW_MILLIS * 1_000_000, address, address, Duration.ofMillis(300))
                    .check(AccountKind.LIVE, hmac());
            assertThat(report.detail()).isEqualTo(
                    "127.0.0.1 did not answer within 1 s. Nothing was learned about the key.");
        } finally {
            over.countDown();
        }
    }

    @Test
    void endsAnAnswerThatDoesNot() {
        answer("/sapi/v1/account/apiRestrictions", 200, "{" + " ".repeat(2 << 20) + "}");

        assertThat(check(AccountKind.LIVE, hmac()).detail()).contains("more than it should");
    }

    @Test
    void saysWhenKeysAreSealed() {
        Credentials sealed = new TestKey(KeyScheme.HMAC_SHA256, payload -> {
            throw new KeysSealedException("Keys are sealed; unlock them first.");
        });
        assertThat(check(AccountKind.LIVE, sealed)).isEqualTo(new KeyReport(
                Outcome.UNREACHABLE, Set.of(), false, "Keys are sealed; unlock them first."));
        assertThat(asked).isEmpty();
    }

    @Test
    void aKeyThatIsNoneIsRefusedWithoutBeingSent() {
        Credentials odd = new TestKey(KeyScheme.HMAC_SHA256, BinanceKeyCheckTest::mac) {
            @Override
            public byte[] apiKey() {
                return "key\r\nX-Other: header".getBytes(US_ASCII);
            }
        };
        assertThat(check(AccountKind.LIVE, odd).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(asked).isEmpty();
    }

    private KeyReport check(AccountKind kind, Credentials credentials) {
        return new BinanceKeyCheck(() -> NOW_MILLIS * 1_000_000, address, address, Duration.ofSeconds(20))
                .check(kind, credentials);
    }

    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    private void handle(String path, Answering answering) {
        server.createContext(path, exchange -> {
            String key = exchange.getRequestHeaders().getFirst("X-MBX-APIKEY");
            asked.add(exchange.getRequestURI() + (key == null ? "" : " " + key));
            answering.answer(exchange);
        });
    }

    private void answer(String path, int status, String body) {
        handle(path, exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "17");
            reply(exchange, status, body);
        });
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private interface Signing {
        byte[] sign(byte[] payload);
    }

    private static class TestKey implements Credentials {

        private final KeyScheme scheme;
        private final Signing signing;

        TestKey(KeyScheme scheme, Signing signing) {
            this.scheme = scheme;
            this.signing = signing;
        }

        @Override
        public KeyScheme scheme() {
            return scheme;
        }

        @Override
        public byte[] apiKey() {
            return API_KEY.getBytes(US_ASCII);
        }

        @Override
        public byte[] sign(byte[] payload) {
            return signing.sign(payload);
        }
    }

    private static Credentials hmac() {
        return new TestKey(KeyScheme.HMAC_SHA256, BinanceKeyCheckTest::mac);
    }

    private static byte[] mac(byte[] payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(US_ASCII), "HmacSHA256"));
            return mac.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] ed25519(KeyPair pair, byte[] payload) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(payload);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
