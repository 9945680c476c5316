package dev.tradewind.smoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What processes have to do with the network, seen in three ways: the system's own tables, looked at every few
 * milliseconds; the calls they make, as strace writes them; and the classes they set up, as the JVM itself logs them.
 * The first needs nothing but Linux, the second misses nothing, the third tells apart who asked.
 */
final class SocketWatch {

    private static final List<String> TABLES =
            List.of("tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6");
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final long PAUSE_NANOS = 20_000_000;

    private static final Pattern ADDRESS = Pattern.compile(
            "\\b(?:connect|bind|sendto|sendm?msg)\\(.*?(?:inet_addr\\(|inet_pton\\(AF_INET6, )\"([^\"]+)\"");
    private static final Pattern LISTEN = Pattern.compile("\\blisten\\(");
    private static final Pattern OTHER_FAMILY = Pattern.compile("\\bsocket\\((?!AF_UNIX|AF_INET6?,)(\\w+)");
    private static final Pattern LOOPBACK = Pattern.compile("(::ffff:)?127\\.\\d+\\.\\d+\\.\\d+|::1");
    private static final Pattern SOCKET_CLASS = Pattern.compile(
            "Initializing '(sun/nio/ch/(?:NioSocket|SocketChannel|ServerSocketChannel|DatagramChannel)Impl)'");

    private final Set<String> seen = new TreeSet<>();

    /** Looks at the process's sockets until it ends, on a thread of its own. */
    void follow(Process process) {
        Thread.ofPlatform().daemon().name("socket-watch").start(() -> {
            while (process.isAlive()) {
                look(process.pid());
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        });
    }

    /** {@return what the tables showed so far that goes beyond this machine, or listens} */
    synchronized Set<String> seen() {
        return new TreeSet<>(seen);
    }

    /** Looks at the tables once. */
    synchronized void look(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        Set<String> open = openSockets(process.resolve("fd"));
        for (String table : TABLES) {
            try (Stream<String> lines = Files.lines(process.resolve("net").resolve(table))) {
                lines.skip(1).map(line -> line.strip().split("\\s+")).forEach(columns -> judge(table, columns, open));
            } catch (IOException | UncheckedIOException gone) {
                // no such table on this system, or the process has just ended
            }
        }
    }

    private void judge(String table, String[] columns, Set<String> open) {
        if (!open.contains(columns[INODE])) {
            return;
        }
        boolean listens = table.startsWith("tcp") && columns[STATE].equals(LISTENING);
        if (listens || !loopback(columns[LOCAL_ADDRESS].split(":")[0])) {
            seen.add(table + (listens ? " listening" : "") + " at " + columns[LOCAL_ADDRESS]);
        }
    }

    /** The kernel prints each word of an address in the machine's byte order. */
    private static boolean loopback(String address) {
        return address.length() == 8
                ? address.endsWith("7F")
                : address.equals("00000000000000000000000001000000")
                        || address.startsWith("0000000000000000FFFF0000") && address.endsWith("7F");
    }

    private static Set<String> openSockets(Path files) {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> links = Files.newDirectoryStream(files)) {
            for (Path link : links) {
                String target = target(link);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        } catch (IOException | DirectoryIteratorException gone) {
            // the process has just ended
        }
        return inodes;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    /**
     * {@return the calls in strace's record that name an address beyond this machine, or listen, or open a socket of a
     * family that is neither local nor IP}
     */
    static Set<String> calls(Path record) throws IOException {
        Set<String> calls = new TreeSet<>();
        for (String line : Files.readAllLines(record)) {
            Matcher address = ADDRESS.matcher(line);
            boolean beyond = address.find() && !LOOPBACK.matcher(address.group(1)).matches();
            if (beyond || LISTEN.matcher(line).find() || OTHER_FAMILY.matcher(line).find()) {
                calls.add(line);
            }
        }
        return calls;
    }

    /** {@return the JDK's kinds of socket that a JVM set up, by its logs of {@code class+init} in a folder} */
    static Set<String> socketClasses(Path logs) throws IOException {
        Set<String> classes = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(logs, "*.init")) {
            for (Path file : files) {
                Matcher found = SOCKET_CLASS.matcher(Files.readString(file));
                while (found.find()) {
                    classes.add(found.group(1));
                }
            }
        }
        return classes;
    }

    /** {@return whether there is a strace here that is allowed to trace} */
    static boolean canTrace() throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=network", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** {@return what to start a program with so that its calls are added to a record} */
    static List<String> tracing(Path record) {
        return List.of("strace", "-D", "-f", "--seccomp-bpf", "-qq", "-e", "trace=network", "-e", "signal=none",
                "-A", "-o", record.toString());
    }
}
