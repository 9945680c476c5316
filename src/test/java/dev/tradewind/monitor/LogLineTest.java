package dev.tradewind.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.kernel.Rng;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogLineTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678901Z");

    @Test
    void isOneJsonObjectOnOneLine() {
        LogLine line = new LogLine(
                TIME, Severity.WARN, "dev.tradewind.app.PaperSession", "tradewind-engine", "first\nsecond \"quoted\"",
                "java.lang.IllegalStateException: no\n\tat a.B.c(B.java:1)");

        assertThat(line.json()).isEqualTo("{\"time\":\"2026-01-02T03:04:05.678901Z\",\"level\":\"WARN\","
                + "\"logger\":\"dev.tradewind.app.PaperSession\",\"thread\":\"tradewind-engine\","
                + "\"message\":\"first\\nsecond \\\"quoted\\\"\","
                + "\"exception\":\"java.lang.IllegalStateException: no\\n\\tat a.B.c(B.java:1)\"}");
    }

    @Test
    void cannotHoldASecretInAnyOfItsTexts() {
        String secret = "Zx9kQ2mN7vB4cR8tY1uI6oP3aS5dF0gH";
        LogLine line = new LogLine(
                TIME, Severity.ERROR, "secret=" + secret, "worker token=" + secret, "apiKey " + secret,
                "java.io.IOException: GET https://x/y?signature=" + secret + "\n\tat a.B.c(B.java:1)");

        assertThat(line.toString()).doesNotContain(secret);
        assertThat(line.json()).doesNotContain(secret).contains("\\tat a.B.c(B.java:1)");
    }

    /** Any text at all, read again by another reader of JSON, is the text. */
    @Test
    void jsonReadsBackAsTheSameText() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        for (long seed = 1; seed <= 500; seed++) {
            Rng rng = new Rng(seed);
            StringBuilder text = new StringBuilder();
            for (int i = rng.nextInt(40); i >= 0; i--) {
                text.appendCodePoint(rng.nextInt(3) == 0 ? rng.nextInt(0x20) : anyCodePoint(rng));
            }
            String json = "{\"a\":" + JsonText.quoted(text.toString()) + "}";
            JsonNode read = mapper.readTree(json);
            assertThat(read.get("a").asText()).as("seed %d", seed).isEqualTo(text.toString());
            assertThat(json.chars().noneMatch(c -> c < 0x20 || c == 0x7f)).as("seed %d", seed).isTrue();
        }
    }

    private static int anyCodePoint(Rng rng) {
        int point = rng.nextInt(0x11_0000);
        return point >= 0xd800 && point <= 0xdfff ? 'x' : point;
    }

    @Test
    void theRingKeepsTheNewestAndCountsAll() {
        LogRing ring = new LogRing(3);
        for (int i = 1; i <= 5; i++) {
            ring.add(new LogLine(TIME, i == 2 ? Severity.ERROR : Severity.INFO, "l", "t", "m" + i, ""));
        }

        assertThat(ring.newest()).extracting(LogLine::message).containsExactly("m3", "m4", "m5");
        assertThat(ring.count(Severity.ERROR)).isEqualTo(1);
        assertThat(ring.count(Severity.INFO)).isEqualTo(4);
        assertThat(ring.count(Severity.WARN)).isZero();
    }
}
