package dev.tradewind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of {@code target/app}, started with JDKs that only say how they were called. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

    private static final int STATUS_OF_FAKE_JAVA = 7;

    @TempDir
    private Path folder;

    private Path app;

    @BeforeEach
    void layOutTheProgram() throws IOException {
        app = folder.toRealPath().resolve("an app");
        Files.createDirectories(app.resolve("bin"));
        Files.copy(Path.of("src", "build", "bin", "tradewind"), app.resolve("bin/tradewind"));
    }

    @Test
    void javaTakesTheLaunchersPlaceWithItsOptionsAndTheUsersArguments() throws Exception {
        Path home = jdk("jdk-26", "26.0.1");

        assertEquals(
                List.of("status " + STATUS_OF_FAKE_JAVA,
                        home.toString(),
                        "@" + app + "/lib/java.options",
                        "-Dtradewind.app=" + app,
                        "-Dorg.sqlite.lib.path=" + app + "/lib/native",
                        "-classpath",
                        app + "/lib/*",
                        "dev.tradewind.Main",
                        "backtest",
                        "--out",
                        "a file"),
                launch(home, folder, "backtest", "--out", "a file"));
    }

    @Test
    void benchBringsItsPeers() throws Exception {
        Path home = jdk("jdk-25", "25");

        assertEquals(app + "/lib/*:" + app + "/lib-bench/*", launch(home, folder, "bench").get(6));
    }

    @Test
    void anOlderJavaIsPassedOverForTheOneOnThePath() throws Exception {
        Path old = jdk("jdk-24", "24.0.2");
        Path current = jdk("jdk-25", "25.0.1");

        assertEquals(current.toString(), launch(old, current.resolve("bin")).get(1));
    }

    @Test
    void aLinkToTheLauncherFindsTheProgram() throws Exception {
        Path home = jdk("jdk-25", "25.0.1");
        Path link = Files.createSymbolicLink(folder.resolve("tradewind"), app.resolve("bin/tradewind"));

        assertEquals("-Dtradewind.app=" + app, launch(link, home, folder).get(4));
    }

    @Test
    void theWindowStartsFromAnArchiveWhereThereIsAPlaceForIt() throws Exception {
        Path home = jdk("jdk-25", "25.0.1");

        assertTrue(launch(home, folder).contains("-XX:SharedArchiveFile=" + folder.resolve("cache/tradewind/classes.jsa")));
        Files.delete(folder.resolve("cache/tradewind"));
        Files.delete(folder.resolve("cache"));
        Files.writeString(folder.resolve("cache"), "no folder");
        assertEquals(
                List.of(
                        "@" + app + "/lib/window.options",
                        "-Dtradewind.app=" + app,
                        "-Dorg.sqlite.lib.path=" + app + "/lib/native",
                        "-classpath",
                        app + "/lib/*",
                        "dev.tradewind.Main"),
                launch(home, folder).subList(3, 9));
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.toRealPath().resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), """
                IMPLEMENTOR="Nobody"
                JAVA_VERSION="%s"
                """.formatted(version));
        Path java = home.resolve("bin/java");
        Files.writeString(java, """
                #!/bin/sh
                printf '%%s\\n' '%s' "$@"
                exit %d
                """.formatted(home, STATUS_OF_FAKE_JAVA));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    private List<String> launch(Path javaHome, Path firstOnPath, String... arguments) throws Exception {
        return launch(app.resolve("bin/tradewind"), javaHome, firstOnPath, arguments);
    }

    private List<String> launch(Path launcher, Path javaHome, Path firstOnPath, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().merge("PATH", firstOnPath.toString(), (path, first) -> first + ":" + path);
        Process process = builder.start();
        List<String> said;
        try (var reader = process.inputReader()) {
            said = new ArrayList<>(reader.lines().toList());
        }
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The launcher hangs after: " + said);
        }
        said.addFirst("status " + process.exitValue());
        return said;
    }
}
