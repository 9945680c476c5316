package dev.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.kernel.Rng;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process of its own handles secrets this one knows, seals them and dumps its heap. Then every file it wrote is searched for
 * them: as they are, as Java holds text, in hexadecimal and in base 64, the first half and the last half of each alone.
 */
class LeakTest {

    private static final int PART = 15;

    /** Something looked for. */
    private record Sought(String what, byte[] bytes) {}

    @TempDir
    Path folder;

    @Test
    void nothingOfASecretIsLeftOnceItIsSealed() throws Exception {
        long seed = 20_260_611;
        Rng rng = new Rng(seed);
        String canary = "canary-" + random(rng, 40);
        String passphrase = random(rng, 30);
        String apiKey = random(rng, 64);
        String secret = random(rng, 64);
        String otherApiKey = random(rng, 64);
        byte[] privateSeed = new byte[32];
        for (int i = 0; i < privateSeed.length; i++) {
            privateSeed[i] = (byte) rng.nextInt(256);
        }
        String pem = pem(privateSeed);
        String next = random(rng, 30);
        String wrong = random(rng, 30);
        Path data = folder.resolve("data");
        Path out = run(
                data, List.of(canary, passphrase, apiKey, secret, otherApiKey, pem, next, wrong, next));

        List<Sought> secrets = new ArrayList<>();
        look(secrets, "passphrase", passphrase);
        look(secrets, "API key", apiKey);
        look(secrets, "secret", secret);
        look(secrets, "other API key", otherApiKey);
        look(secrets, "new passphrase", next);
        look(secrets, "wrong passphrase", wrong);
        look(secrets, "private key's text", pem.substring(pem.indexOf("MC4"), pem.lastIndexOf("-----END")));
        forms(secrets, "private key", privateSeed);
        List<Sought> canaries = new ArrayList<>();
        look(canaries, "canary", canary);
        look(canaries, "name", "Account-with-a-name");

        List<Path> written;
        try (Stream<Path> files = Files.walk(folder)) {
            written = files.filter(Files::isRegularFile).toList();
        }
        assertThat(written).anySatisfy(file -> assertThat(file.toString()).endsWith(".twj"))
                .anySatisfy(file -> assertThat(file.toString()).endsWith("tradewind.log"))
                .anySatisfy(file -> assertThat(file.toString()).endsWith("export.jsonl"))
                .contains(out);
        for (Path file : written) {
            assertThat(found(file, secrets)).as("seed %d, in %s", seed, folder.relativize(file)).isEmpty();
        }
        assertThat(found(folder.resolve("first.hprof"), canaries))
                .as("what is in memory is found")
                .contains("canary, raw", "canary, UTF-16");
        assertThat(found(data.resolve("tradewind.db"), canaries)).contains("name, raw");
    }

    private static String random(Rng rng, int length) {
        String letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(rng.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static String pem(byte[] seed) {
        byte[] der = Arrays.copyOf(HexFormat.of().parseHex("302e020100300506032b657004220420"), 48);
        System.arraycopy(seed, 0, der, 16, seed.length);
        return "-----BEGIN PRIVATE KEY----- " + Base64.getEncoder().encodeToString(der) + " -----END PRIVATE KEY-----";
    }

    private Path run(Path data, List<String> lines) throws Exception {
        Path said = folder.resolve("said");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx400m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeakChild.class.getName(),
                        data.toString(),
                        folder.resolve("first.hprof").toString(),
                        folder.resolve("second.hprof").toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try (OutputStream in = new BufferedOutputStream(child.getOutputStream())) {
            for (String line : lines) {
                in.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
        try {
            assertThat(child.waitFor(3, TimeUnit.MINUTES)).as("the child has ended").isTrue();
            assertThat(child.exitValue()).as(Files.readString(said)).isZero();
        } finally {
            child.destroyForcibly();
        }
        return said;
    }

    private static void look(List<Sought> all, String what, String text) {
        forms(all, what, text.getBytes(StandardCharsets.US_ASCII));
        all.add(new Sought(what + ", UTF-16", part(text.getBytes(StandardCharsets.UTF_16BE), 2 * PART, true)));
        all.add(new Sought(what + ", UTF-16", part(text.getBytes(StandardCharsets.UTF_16BE), 2 * PART, false)));
        all.add(new Sought(what + ", UTF-16 turned", part(text.getBytes(StandardCharsets.UTF_16LE), 2 * PART, true)));
        all.add(new Sought(what + ", UTF-16 turned", part(text.getBytes(StandardCharsets.UTF_16LE), 2 * PART, false)));
    }

    private static void forms(List<Sought> all, String what, byte[] bytes) {
        for (boolean first : new boolean[] {true, false}) {
            byte[] part = part(bytes, PART, first);
            all.add(new Sought(what + ", raw", part));
            String hex = HexFormat.of().formatHex(part);
            all.add(new Sought(what + ", hex", hex.getBytes(StandardCharsets.US_ASCII)));
            all.add(new Sought(what + ", HEX", HexFormat.of().withUpperCase().formatHex(part)
                    .getBytes(StandardCharsets.US_ASCII)));
            all.add(new Sought(what + ", hex as UTF-16", hex.getBytes(StandardCharsets.UTF_16BE)));
        }
        for (int skip = 0; skip < 3; skip++) {
            byte[] base64 = Base64.getEncoder().encode(Arrays.copyOfRange(bytes, skip, skip + PART));
            all.add(new Sought(what + ", base 64", base64));
        }
    }

    private static byte[] part(byte[] bytes, int size, boolean first) {
        int length = Math.min(size, bytes.length);
        return first ? Arrays.copyOf(bytes, length) : Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
    }

    /** {@return what is found of it in a file} */
    private static Set<String> found(Path file, List<Sought> all) throws IOException {
        List<List<Sought>> byStart = new ArrayList<>();
        for (int i = 0; i < 1 << 16; i++) {
            byStart.add(List.of());
        }
        int longest = 0;
        for (Sought one : all) {
            int start = (one.bytes[0] & 0xff) << 8 | one.bytes[1] & 0xff;
            List<Sought> more = new ArrayList<>(byStart.get(start));
            more.add(one);
            byStart.set(start, more);
            longest = Math.max(longest, one.bytes.length);
        }
        Set<String> found = new TreeSet<>();
        byte[] window = new byte[1 << 20];
        try (InputStream in = new DataInputStream(Files.newInputStream(file))) {
            int kept = 0;
            for (int read = in.readNBytes(window, 0, window.length); read > 0;
                    read = in.readNBytes(window, kept, window.length - kept)) {
                int size = kept + read;
                for (int at = 0; at + 1 < size; at++) {
                    for (Sought one : byStart.get((window[at] & 0xff) << 8 | window[at + 1] & 0xff)) {
                        int end = at + one.bytes.length;
                        if (end <= size && Arrays.equals(window, at, end, one.bytes, 0, one.bytes.length)) {
                            found.add(one.what);
                        }
                    }
                }
                kept = Math.min(size, longest - 1);
                System.arraycopy(window, size - kept, window, 0, kept);
            }
        }
        return found;
    }
}
