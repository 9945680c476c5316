package dev.tradewind.app.upkeep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Java itself leaves when it stops: {@code hs_err_pid*.log}. Of it only what holds no memory may be handed on. */
final class JavaCrash {

    private static final String OURS = "dev.tradewind";
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    /** Where the report begins to show registers, memory and the environment. */
    private static final Pattern PRIVATE = Pattern.compile(
            "(?m)^(?:Command Line:|Registers:|Register to memory|Top of Stack|Instructions:|Stack slot|Environment Variables|siginfo:"
                    + "|Launcher|Host:).*$|^-{6,} {2}P R O C E S S.*$");

    /** The stacks, which come behind the registers in some reports. */
    private static final Pattern STACK =
            Pattern.compile("(?m)^(?:Native frames|Java frames):?.*\\R(?:^.+\\R)*");

    private JavaCrash() {}

    /** {@return the newest report of this program in some folders} */
    static Optional<Path> newest(List<Path> folders) {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().matches("hs_err_pid\\d+\\.log"))
                        .forEach(found::add);
            } catch (IOException e) {
                // a folder that cannot be listed has no report for us
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(JavaCrash::modified).reversed())
                .filter(JavaCrash::isOurs)
                .findFirst();
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static boolean isOurs(Path file) {
        try {
            return text(file).contains(OURS);
        } catch (IOException e) {
            return false;
        }
    }

    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }

    /** {@return what may be handed on: the head up to the first dump of memory, and the stacks} */
    static String head(Path file) throws IOException {
        String text = text(file);
        var end = PRIVATE.matcher(text);
        int cut = end.find() ? end.start() : text.length();
        StringBuilder out = new StringBuilder(text.substring(0, cut));
        var stacks = STACK.matcher(text);
        for (int from = cut; stacks.find(from); from = stacks.end()) {
            out.append('\n').append(stacks.group());
        }
        return out.toString();
    }
}
