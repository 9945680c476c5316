package dev.tradewind.inbound;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hands out metrics to whoever on this computer has the token: {@code GET /metrics} on 127.0.0.1, nothing else. A
 * request without the token is answered 401, whatever path it asks for.
 *
 * <p>The JDK's own server: one path for one client a few times a minute needs nothing more, and what Helidon would bring are
 * 35 libraries. It reads a request's head only, within bounds of size, time and connections.
 */
public final class MetricsEndpoint implements AutoCloseable {

    private static final String PATH = "/metrics";
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_TARGET = 256;
    private static final int LONGEST_TOKEN = 256;
    private static final int MOST_WAITING = 16;

    private static final int OK = 200;
    private static final int UNAUTHORISED = 401;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;
    private static final int TOO_LARGE = 413;
    private static final int TOO_LONG = 414;
    private static final int FAILED = 500;

    private final HttpServer server;
    private final ExecutorService worker;
    private final AccessToken token;
    private final Supplier<String> page;

    private MetricsEndpoint(HttpServer server, ExecutorService worker, AccessToken token, Supplier<String> page) {
        this.server = server;
        this.worker = worker;
        this.token = token;
        this.page = page;
    }

    /**
     * Starts to listen.
     *
     * @param port  0 for any free one
     * @param token what a request must come with
     * @param page  makes the answer; on the endpoint's thread
     * @throws IOException in words for the user, for instance if the port is taken
     */
    public static MetricsEndpoint start(int port, AccessToken token, Supplier<String> page) throws IOException {
        bound();
        // no thread waits for more than one request at a time, and no queue grows
        ThreadPoolExecutor worker = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name("tradewind-metrics").daemon().factory());
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), MOST_WAITING);
            MetricsEndpoint endpoint = new MetricsEndpoint(server, worker, token, page);
            server.createContext("/", endpoint::answer);
            server.setExecutor(worker);
            server.start();
            return endpoint;
        } catch (BindException e) {
            worker.shutdown();
            throw new IOException("port " + port + " on 127.0.0.1 is taken by another program, or not free to use", e);
        } catch (IOException e) {
            worker.shutdown();
            throw new IOException("port " + port + " on 127.0.0.1 cannot be listened on: " + e.getMessage(), e);
        }
    }

    /** The server reads these once, when the first one is made; what somebody set stays. */
    private static void bound() {
        bound("sun.net.httpserver.maxReqTime", "5");
        bound("sun.net.httpserver.maxRspTime", "10");
        bound("sun.net.httpserver.maxReqHeaders", "40");
        bound("sun.net.httpserver.maxReqHeaderSize", "8192");
        bound("sun.net.httpserver.maxIdleConnections", "4");
        bound("jdk.httpserver.maxConnections", "16");
    }

    private static void bound(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** {@return where it listens} */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** {@return the address a client asks} */
    public String url() {
        return "http://127.0.0.1:" + address().getPort() + PATH;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int refusal = refusal(exchange);
            if (refusal != OK) {
                refuse(exchange, refusal);
                return;
            }
            byte[] body;
            try {
                body = page.get().getBytes(StandardCharsets.UTF_8);
            } catch (RuntimeException e) {
                exchange.sendResponseHeaders(FAILED, -1);
                throw e;
            }
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", PrometheusText.MEDIA_TYPE);
            headers.set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(OK, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private int refusal(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        if (!authorised(headers)) {
            return UNAUTHORISED;
        }
        String target = exchange.getRequestURI().toString();
        if (target.length() > LONGEST_TARGET) {
            return TOO_LONG;
        }
        if (!target.equals(PATH)) {
            return NOT_FOUND;
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return WRONG_METHOD;
        }
        String length = headers.getFirst("Content-Length");
        boolean body = length != null && !length.strip().equals("0") || headers.containsKey("Transfer-Encoding");
        return body ? TOO_LARGE : OK;
    }

    private boolean authorised(Headers headers) {
        List<String> given = headers.get("Authorization");
        if (given == null || given.size() != 1) {
            return false;
        }
        String value = given.getFirst();
        return value.length() <= LONGEST_TOKEN
                && value.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && token.is(value.substring(BEARER.length()).strip());
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        if (status == UNAUTHORISED) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"tradewind\"");
        } else if (status == WRONG_METHOD) {
            exchange.getResponseHeaders().set("Allow", "GET");
        }
        // whatever else was sent is not read
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(status, -1);
    }

    /** Stops at once; the port is free then. */
    @Override
    public void close() {
        server.stop(0);
        worker.shutdownNow();
    }
}
