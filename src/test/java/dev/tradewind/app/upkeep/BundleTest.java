package dev.tradewind.app.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.app.job.RefusedException;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.Actor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class BundleTest {

    private static final String SECRET = "Zx9kQ2mN7vB4cR8tY1uI6oP3aS5dF0gH";
    private static final String KEY = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            """;

    @TempDir
    private Path folder;

    private static Map<String, String> read(Path zip) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                texts.put(entry.getName(), new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /** Secrets wherever one could get in: none comes out. */
    @Test
    void plantedSecretsDoNotComeOut() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(data.resolve("logs"));
        // what an older program, or a line cut in half, may have left in a file
        Files.writeString(data.resolve("logs/tradewind.log.1"), "apiKey=" + SECRET + "\n{\"listenKey\":\"" + SECRET);
        Files.writeString(data.resolve("logs/crash-2026-01-01T000000Z-1.json"), "{\"exception\":\"secret=" + SECRET + "\"}\n");
        Files.writeString(
                data.resolve("logs/hs_err_pid77.log"),
                "#  SIGSEGV (0xb)\n# token=" + SECRET + "\nCommand Line: -Dsecret=" + SECRET + " dev.tradewind.Main\n"
                        + "Registers:\nRAX=" + SECRET + "\nJava frames: (J=compiled)\nJ 1 dev.tradewind.kernel.EventLoop.market\n\n"
                        + "Environment Variables:\nHOME=/home/somebody\n");
        Files.writeString(data.resolve("accounts.csv"), SECRET);
        DiagnosticsFixture fixture = new DiagnosticsFixture(data);
        fixture.settings.putAll(Map.of("vault.hint", "my " + SECRET, "look.light", "true", "account.3.name", "Grandmother"));
        fixture.row("account.renamed", "Grandfather", "Grandmother");
        CountDownLatch read = new CountDownLatch(1);
        Thread named = Thread.ofPlatform().daemon().name("signature=" + SECRET).start(() -> {
            try {
                read.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Path zip = folder.resolve("bundle.zip");
        try (Diagnostics diagnostics = fixture.open()) {
            LoggerFactory.getLogger("dev.tradewind.x").warn("X-MBX-APIKEY: {} {}", SECRET, KEY, new RuntimeException(KEY));
            assertThat(diagnostics.bundle(zip).await()).isEqualTo(zip);
            assertThat(fixture.trail).containsExactly(AuditEntry.of(Actor.USER, "bundle.made", "bundle.zip"));
        } finally {
            read.countDown();
            named.join();
        }

        Map<String, String> texts = read(zip);
        assertThat(texts.toString())
                .doesNotContain(SECRET)
                .doesNotContain("MC4CAQAw")
                .doesNotContain("Grand")
                .doesNotContain("/home/somebody")
                .doesNotContain(System.getProperty("user.home") + "/");
        assertThat(texts.get("log/tradewind.log.1")).startsWith("apiKey=***\n");
        assertThat(texts.get("crash/hs_err_pid77.log"))
                .contains("SIGSEGV", "J 1 dev.tradewind.kernel.EventLoop.market")
                .doesNotContain("RAX", "Command Line");
        assertThat(texts.get("settings.txt")).contains("look.light true", "vault.hint (not told)");
        assertThat(texts.get("audit.txt")).isEqualTo("2023-11-14T22:13:20Z audit 1 USER account.renamed\n");
        assertThat(texts.get("threads.txt")).contains("\"signature=***", "at ", BundleTest.class.getName());
        assertThat(texts.get("files.txt")).contains("accounts.csv 32 bytes", "logs/hs_err_pid77.log");
        assertThat(texts.get("versions.txt")).contains("Tradewind 9.9.9", "library logback-classic-");
        assertThat(texts.get("memory.txt")).contains("heap init = ", "collector ");
        assertThat(texts.get("metrics.txt")).contains("tradewind_sessions_running 0");
        assertThat(texts.get("log/newest.jsonl")).contains("X-MBX-APIKEY: ***");
    }

    @Test
    void saysBeforehandWhatIsInIt() throws Exception {
        DiagnosticsFixture fixture = new DiagnosticsFixture(folder);
        Path zip = folder.resolve("bundle.zip");
        try (Diagnostics diagnostics = fixture.open()) {
            var contents = diagnostics.bundleContents();
            diagnostics.bundle(zip).await();

            Map<String, String> texts = read(zip);
            assertThat(texts.get("contents.txt").lines()).containsExactlyElementsOf(contents);
            assertThat(contents)
                    .extracting(line -> line.substring(0, line.indexOf(": ")))
                    .containsExactlyInAnyOrderElementsOf(texts.keySet().stream()
                            .filter(name -> !name.equals("contents.txt"))
                            .toList());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip))).isEqualTo("rw-------");
        }
    }

    @Test
    void leavesAFileThatIsThereAlone() throws Exception {
        Path there = Files.writeString(folder.resolve("there.zip"), "mine");
        try (Diagnostics diagnostics = new DiagnosticsFixture(folder).open()) {
            assertRefused(diagnostics, there, there + " is there already and was not touched; name another file");
            assertRefused(diagnostics, folder, folder + " cannot be written: it is a folder; name a file");
            Path nowhere = folder.resolve("none/b.zip");
            assertRefused(diagnostics, nowhere, nowhere + " cannot be written: there is no folder " + folder.resolve("none"));
        }
        assertThat(Files.readString(there)).isEqualTo("mine");
        assertThat(Files.list(folder)).noneMatch(file -> file.getFileName().toString().endsWith(".part"));
    }

    private static void assertRefused(Diagnostics diagnostics, Path zip, String words) {
        assertThatThrownBy(() -> diagnostics.bundle(zip).await())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RefusedException.class)
                .cause()
                .hasMessage(words);
    }

    /** The trail, for instance, cannot be read: the rest is still told. */
    @Test
    void whatCannotBeGatheredIsSaid() throws Exception {
        Path zip = folder.resolve("bundle.zip");
        Bundle bundle = new Bundle(
                java.util.List.of(
                        new Bundle.Part("a.txt", "fails", pieces -> {
                            pieces.add("begun");
                            throw new IllegalStateException("no " + folder);
                        }),
                        new Bundle.Part("b.txt", "works", pieces -> pieces.add("whole"))),
                folder.toString());

        bundle.write(zip, (done, total) -> {});

        assertThat(read(zip))
                .containsEntry("a.txt", "begun\nThis could not be gathered: java.lang.IllegalStateException: no ~\n")
                .containsEntry("b.txt", "whole");
    }
}
