package dev.tradewind.connector.binance;

import dev.tradewind.venue.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Requests that read, signed as Binance wants it: the query as it goes out is the payload, HMAC's signature is sent as hex,
 * Ed25519's as percent-encoded Base64.
 */
final class SignedGet {

    /** More than any answer asked for here has. */
    private static final int LONGEST = 1 << 20;

    private static final int WINDOW_MILLIS = 5_000;

    private final HttpClient http;
    private final URI base;
    private final Duration patience;

    SignedGet(HttpClient http, URI base, Duration patience) {
        this.http = http;
        this.base = base;
        this.patience = patience;
    }

    /** What came back. */
    record Answer(int status, Optional<String> retryAfter, byte[] body) {}

    /** An answer that does not end. */
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("more than " + LONGEST + " bytes");
        }
    }

    /** Sends a request of a key. */
    Answer send(String path, long timeMillis, Credentials credentials) throws IOException, InterruptedException {
        String query = "recvWindow=" + WINDOW_MILLIS + "&timestamp=" + timeMillis;
        byte[] signature = credentials.sign(query.getBytes(StandardCharsets.US_ASCII));
        String signed = switch (credentials.scheme()) {
            case HMAC_SHA256 -> HexFormat.of().formatHex(signature);
            case ED25519 -> URLEncoder.encode(Base64.getEncoder().encodeToString(signature), StandardCharsets.US_ASCII);
        };
        HttpRequest.Builder request = request(path + "?" + query + "&signature=" + signed);
        byte[] key = credentials.apiKey();
        try {
            // the public half; the client takes headers as text only
            request.header("X-MBX-APIKEY", new String(key, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return new Answer(401, Optional.empty(), "{\"code\":-2014,\"msg\":\"API-key format invalid.\"}"
                    .getBytes(StandardCharsets.US_ASCII));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
        return answer(request);
    }

    /** Sends a request that needs no key. */
    Answer plain(String path) throws IOException, InterruptedException {
        return answer(request(path));
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(base.resolve(pathAndQuery)).timeout(patience).GET();
    }

    private Answer answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return new Answer(response.statusCode(), response.headers().firstValue("Retry-After"), read(body));
        }
    }

    private static byte[] read(InputStream body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[8_192];
        for (int read = body.read(part); read >= 0; read = body.read(part)) {
            all.write(part, 0, read);
            if (all.size() > LONGEST) {
                throw new TooLongException();
            }
        }
        return all.toByteArray();
    }
}
