package dev.tradewind.smoke;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The smoke run on the program as the build has just compiled it, with everybody else let in by the umask and the
 * network watched: what the packaged forms have to do, and what none of them may.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "sockets and permissions are looked up where Linux keeps them")
class WholeProgramTest {

    private static final String CANDLES = "sample-data/binanceus-ethusd-5m-2023-03.csv";

    @TempDir
    private Path folder;

    private final SocketWatch watch = new SocketWatch();

    @Test
    void tradesGoesOnAndKeepsToItself() throws Exception {
        boolean traced = SocketWatch.canTrace();
        Path record = Files.createFile(folder.resolve("calls.strace"));
        SmokeRun run = smokeRun("000", traced ? SocketWatch.tracing(record) : List.of());
        Set<String> openMeanwhile = new TreeSet<>();
        run.trade(() -> openMeanwhile.addAll(openToOthers(run.dataFolder())));
        run.goOn();
        run.verify();
        backtest(run);

        assertAll(
                () -> assertEquals(Set.of(), watch.seen(), "sockets in the system's tables"),
                () -> assertEquals(Set.of(), SocketWatch.calls(record), "calls that strace saw"),
                () -> assertEquals(Set.of(), SocketWatch.socketClasses(folder), "kinds of socket the JVM set up"),
                () -> assertEquals(Set.of(), openMeanwhile, "open to others while it traded"),
                () -> assertEquals(Set.of(), openToOthers(run.dataFolder()), "open to others at the end"));
        if (!traced) {
            System.out.println("no strace that may trace: calls were not looked at, only tables and classes");
        }
    }

    @Test
    void whatTheUsualUmaskLeavesIsTheOwnersAloneToo() throws Exception {
        SmokeRun run = smokeRun("022", List.of());
        String data = run.dataFolder().toString();
        run.command("data", "import", candles(), "--data-dir", data);
        run.command("paper", "--bot", "dca", "--data", candles(), "--speed", "10000", "--seconds", "1",
                "--data-dir", data);
        run.command("optimise", "--bot", "sma-cross", "--param", "size=0.1", "--search", "fast=5:10:5", "slow=20:30:10",
                "--data", candles(), "--data-dir", data);
        backtest(run);

        assertEquals(Set.of(), openToOthers(run.dataFolder()));
    }

    @Test
    void aProgramThatListensOrLooksOutsideIsFound() throws Exception {
        boolean traced = SocketWatch.canTrace();
        Path record = folder.resolve("calls.strace");
        List<String> command = new ArrayList<>(traced ? SocketWatch.tracing(record) : List.of());
        command.addAll(java());
        // the same addresses with and without IPv6
        command.add("-Djava.net.preferIPv4Stack=true");
        command.add(PlantedSockets.class.getName());
        Process planted = new ProcessBuilder(command).start();
        try (BufferedReader said = planted.inputReader()) {
            String[] ports = said.readLine().split(" ");
            watch.look(planted.pid());
            planted.outputWriter().close();
            planted.waitFor();

            String listening = hex(ports[1]);
            assertEquals(
                    Set.of("tcp listening at 0100007F:" + listening, "udp at 00000000:" + hex(ports[3])),
                    watch.seen());
            assertEquals(
                    Set.of("sun/nio/ch/DatagramChannelImpl", "sun/nio/ch/NioSocketImpl"),
                    SocketWatch.socketClasses(folder));
        } finally {
            planted.destroyForcibly();
        }
        if (traced) {
            List<String> calls = SocketWatch.calls(record).stream().map(WholeProgramTest::callName).sorted().toList();
            assertEquals(List.of("bind", "listen"), calls);
        }
    }

    @Test
    void aFileThatOthersMayReadIsFound() throws IOException {
        Path open = Files.createFile(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r-----"));

        assertTrue(openToOthers(folder).contains("open rw-r-----"));
    }

    private static void backtest(SmokeRun run) throws IOException, InterruptedException {
        run.command("backtest", "--bot", "sma-cross", "--param", "size=0.1", "--data", candles(), "--keep", "Kept",
                "--data-dir", run.dataFolder().toString());
    }

    private SmokeRun smokeRun(String umask, List<String> before) {
        List<String> launcher = new ArrayList<>(List.of("/bin/sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"));
        launcher.addAll(before);
        launcher.addAll(java());
        launcher.add("dev.tradewind.Main");
        return new SmokeRun(Path.of(""), folder, launcher, watch::follow);
    }

    private List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("jpackage", "java.options").toAbsolutePath(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+init=info:file=" + folder.resolve("%p.init"),
                "-Dtradewind.app=" + Path.of("").toAbsolutePath(),
                "-classpath",
                absoluteClassPath());
    }

    private static String absoluteClassPath() {
        return String.join(
                ":",
                Stream.of(System.getProperty("java.class.path").split(":"))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    private static String candles() {
        return Path.of(CANDLES).toAbsolutePath().toString();
    }

    private static String hex(String port) {
        return String.format("%04X", Integer.parseInt(port));
    }

    private static String callName(String line) {
        return line.substring(line.indexOf(' ') + 1, line.indexOf('(')).strip();
    }

    /** {@return what is open to more than its owner, or to nobody, each with its permissions} */
    private static Set<String> openToOthers(Path root) {
        Set<String> open = new TreeSet<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path path : found.toList()) {
                String permissions = permissions(path);
                String wanted = Files.isDirectory(path) ? "rwx------" : "rw-------";
                if (!permissions.isEmpty() && !permissions.equals(wanted)) {
                    open.add(root.relativize(path) + " " + permissions);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return open;
    }

    /** {@return them; nothing for a file that has just been replaced} */
    private static String permissions(Path path) throws IOException {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (NoSuchFileException replaced) {
            return "";
        }
    }
}
