package dev.tradewind.connector.binance;

import dev.tradewind.kernel.Clock;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.Credentials;
import dev.tradewind.venue.KeyCheck;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyScheme;
import dev.tradewind.venue.KeysSealedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/**
 * Asks Binance what a key may do, with one signed request that reads: {@code GET /sapi/v1/account/apiRestrictions}, which
 * costs a weight of 1. The test network does not have it; there {@code GET /api/v3/account} tells whether the key works, and
 * nothing can be withdrawn. Where the computer's clock is off, Binance's time is asked for and the request repeated once.
 */
public final class BinanceKeyCheck implements KeyCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** A difference worth a word: a request may be a second ahead and five behind (its {@code recvWindow}). */
    private static final long NOTABLE_MILLIS = 1_000;

    private final Clock clock;
    private final URI live;
    private final URI testnet;
    private final Duration patience;

    /** Asks Binance itself. */
    public BinanceKeyCheck(Clock clock) {
        this(clock, URI.create("https://api.binance.com"), URI.create("https://testnet.binance.vision"), PATIENCE);
    }

    /** Asks other addresses. */
    BinanceKeyCheck(Clock clock, URI live, URI testnet, Duration patience) {
        this.clock = clock;
        this.live = live;
        this.testnet = testnet;
        this.patience = patience;
    }

    @Override
    public String exchange() {
        return "binance";
    }

    @Override
    public String label() {
        return "Binance";
    }

    @Override
    public Set<AccountKind> kinds() {
        return Collections.unmodifiableSet(EnumSet.of(AccountKind.LIVE, AccountKind.TESTNET));
    }

    @Override
    public Set<KeyScheme> schemes() {
        return Collections.unmodifiableSet(EnumSet.of(KeyScheme.ED25519, KeyScheme.HMAC_SHA256));
    }

    @Override
    public KeyReport check(AccountKind kind, Credentials credentials) {
        return switch (kind) {
            case LIVE -> ask(live, "/sapi/v1/account/apiRestrictions", KeyAnswer::restrictions, credentials);
            case TESTNET -> ask(testnet, "/api/v3/account", KeyAnswer::testAccount, credentials);
            case PRACTICE, PAPER -> throw new IllegalArgumentException("Binance has no " + kind + " accounts");
        };
    }

    /** Makes a report of an answer that was given with status 200. */
    private interface Reading {
        KeyReport report(byte[] body, Optional<String> note);
    }

    private KeyReport ask(URI base, String path, Reading reading, Credentials credentials) {
        try (HttpClient http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build()) {
            SignedGet get = new SignedGet(http, base, patience);
            SignedGet.Answer answer = get.send(path, nowMillis(), credentials);
            if (!KeyAnswer.isClockTrouble(answer)) {
                return report(answer, reading, Optional.empty());
            }
            long sentMillis = nowMillis();
            long ahead = KeyAnswer.serverMillis(get.plain("/api/v3/time")) - (sentMillis + nowMillis()) / 2;
            Optional<String> note = Math.abs(ahead) < NOTABLE_MILLIS ? Optional.empty() : Optional.of(clockNote(ahead));
            return report(get.send(path, nowMillis() + ahead, credentials), reading, note);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreachable("Trying the key was interrupted; nothing was learned.");
        } catch (IOException | UnresolvedAddressException e) {
            return unreachable(trouble(base, e));
        } catch (KeysSealedException e) {
            return unreachable(e.getMessage());
        }
    }

    private static KeyReport report(SignedGet.Answer answer, Reading reading, Optional<String> note) {
        return answer.status() == 200 ? reading.report(answer.body(), note) : KeyAnswer.refusal(answer);
    }

    private long nowMillis() {
        return clock.nowNanos() / NANOS_PER_MILLI;
    }

    private static String clockNote(long aheadMillis) {
        String seconds = "%d.%d s".formatted(Math.abs(aheadMillis) / 1_000, Math.abs(aheadMillis) % 1_000 / 100);
        return "This computer's clock is " + seconds + (aheadMillis > 0 ? " behind" : " ahead of") + " Binance's: set it.";
    }

    private static KeyReport unreachable(String detail) {
        return new KeyReport(KeyReport.Outcome.UNREACHABLE, Set.of(), false, detail);
    }

    private String trouble(URI base, Exception cause) {
        String what = switch (cause) {
            case HttpConnectTimeoutException late -> "did not take the connection within " + seconds();
            case HttpTimeoutException late -> "did not answer within " + seconds();
            case SSLException tls -> "could not be trusted: the connection is not what it should be, perhaps a proxy reads it";
            case UnresolvedAddressException unknown -> "was not found: this computer seems to be offline";
            case ConnectException closed -> "could not be reached: this computer seems to be offline";
            case SignedGet.TooLongException flood -> "answered with more than it should";
            default -> "broke the connection off";
        };
        return base.getHost() + " " + what + ". Nothing was learned about the key.";
    }

    private String seconds() {
        return TimeUnit.MILLISECONDS.toSeconds(patience.toMillis() + 999) + " s";
    }
}
