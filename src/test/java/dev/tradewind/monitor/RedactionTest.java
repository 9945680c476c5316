package dev.tradewind.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.kernel.Rng;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    /** From the exchange's public documentation of signed requests; no key of anybody. */
    private static final String KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";

    private static final String SIGNATURE = "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GET /api/v3/order?symbol=BTCUSDT&signature=%2$s&x=1 | GET /api/v3/order?symbol=BTCUSDT&signature=***&x=1",
        "headers {X-MBX-APIKEY=%1$s, Host=a} | headers {X-MBX-APIKEY=***, Host=a}",
        "X-MBX-APIKEY: %1$s | X-MBX-APIKEY: ***",
        "{\"listenKey\":\"%1$s\",\"a\":1} | {\"listenKey\":\"***\",\"a\":1}",
        "{\\\"apiKey\\\":\\\"ab1\\\",\\\"a\\\":1} | {\\\"apiKey\\\":\\\"***\\\",\\\"a\\\":1}",
        "url?signature%%3D%2$s | url?signature%%3D***",
        "the secret is %2$s, it seems | the secret is ***, it seems",
        "signed with %2$s (signature) | signed with *** (signature)",
        "wrote %1$s to the line | wrote *** to the line",
        "secretKey => abc | secretKey => ***",
        "passphrase=correct horse battery staple | passphrase=***",
        "passphrase: 'correct horse', account 3 | passphrase: '***', account 3",
        "Password[value=x, secret=[a, b, c], n=1] | Password[value=x, secret=***, n=1]",
        "Authorization: Bearer abcdefgh | Authorization: ***",
        "sent bearer abc-def_gh.ij to it | sent bearer *** to it",
        "http://trader:hunter2@proxy:8080/x | http://***@proxy:8080/x"
    })
    void masksWhatLooksLikeASecret(String text, String expected) {
        assertThat(Redaction.of(text.formatted(KEY, SIGNATURE))).isEqualTo(expected.formatted(KEY, SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "Session 3 goes on at input 1204, from the state after row 311.",
        "The journal is damaged at row 56 (tw-data/sessions/1/journal/00000001.twj, byte 4964): it does not match its checksum.",
        "run hash 9bc956b8ce86e7ca over 1,387 journal rows",
        "checksum e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 of the block",
        "at dev.tradewind.persistence.series.SqlCandleStore.importSeries(SqlCandleStore.java:112)",
        "the passphrase is wrong; 3 tries are left",
        "BTCUSDT 43251.07 bought 0.01500000 at 2024-01-02T03:04:05Z by order 1234567890123456789"
    })
    void leavesOrdinaryTextAlone(String text) {
        assertThat(Redaction.of(text)).isEqualTo(text);
    }

    @Test
    void masksPrivateKeyBlocksWholeOrTorn() {
        String pem = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n";

        assertThat(Redaction.of("read " + pem + "-----END PRIVATE KEY----- from x")).isEqualTo("read *** from x");
        assertThat(Redaction.of("read " + pem)).isEqualTo("read ***");
        assertThat(Redaction.of("read " + pem.replace("\n", "\\n") + "-----END PRIVATE KEY-----\\n end"))
                .isEqualTo("read ***\\n end");
    }

    /** Whatever stands around it, a planted secret is gone; and masking what is masked changes nothing. */
    @Test
    void plantedSecretsNeverComeOut() {
        List<String> names = List.of(
                "secret", "apiKey", "api_secret", "X-MBX-APIKEY", "signature", "listenKey", "token", "privateKey",
                "passphrase", "password", "hmac", "recovery code");
        List<String> frames = List.of(
                "%s=%s", "%s: %s", "\"%s\":\"%s\"", "'%s' : '%s'", "%s->%s", "a&%s=%s&b=2", "{%s=%s}", "<%s>=%s",
                "%s %s", "\\\"%s\\\":\\\"%s\\\"", "x%sy = \"%s\" z", "Wrapped[%s=%s]: caused by y");
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        for (long seed = 1; seed <= 2_000; seed++) {
            Rng rng = new Rng(seed);
            StringBuilder secret = new StringBuilder("q7");
            int length = 22 + rng.nextInt(60);
            for (int i = 0; i < length; i++) {
                secret.append(alphabet.charAt(rng.nextInt(alphabet.length())));
            }
            String name = names.get(rng.nextInt(names.size()));
            String text = "before " + frames.get(rng.nextInt(frames.size())).formatted(name, secret) + " after";
            String clean = Redaction.of(text);
            assertThat(clean).as("seed %d: %s", seed, text).doesNotContain(secret).contains(Redaction.MASK);
            assertThat(Redaction.of(clean)).as("seed %d", seed).isEqualTo(clean);
        }
    }

    /** Text made to be slow: it takes well under a second each. */
    @ParameterizedTest
    @ValueSource(strings = {"secret", "a", "\"secret\":", "-----BEGIN X-----", "://a", "secret=\\\"", "bearer ", "=", "a/"})
    void staysQuickOnAnyText(String part) {
        String text = part.repeat(400_000 / part.length());
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> assertThat(Redaction.of(text).length()).isLessThanOrEqualTo(2 * text.length()));
    }

    @Test
    void cutsWithoutMakingHalfATokenThatPasses() {
        String text = "x".repeat(990) + " secret=" + KEY;

        String cut = Redaction.of(text, 1_010);

        assertThat(cut).isEqualTo("x".repeat(990) + " secret=***");
        assertThat(Redaction.of("y ".repeat(2_000), 100)).hasSize(100).endsWith("…");
    }
}
