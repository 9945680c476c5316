package dev.tradewind.app.upkeep;

import dev.tradewind.monitor.LogLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The log in the data folder: a JSON object a line, readable by the owner alone. A file that would grow beyond its size
 * becomes {@code .1}, that one {@code .2} and so on; the last is dropped. Safe on any thread. Trouble with the disk never
 * stops the program: lines are lost then, and {@link #trouble()} says why.
 *
 * <p>By hand, since Logback's own rolling looks at a file's size once a minute, so that it bounds nothing when it matters.
 */
final class LogFile implements AutoCloseable {

    /** The most bytes of a file. */
    static final long MOST_BYTES = 5L * 1024 * 1024;

    /** How many files are kept beside the one that is written. */
    static final int OLD_FILES = 3;

    private final Path path;
    private final long mostBytes;
    private @Nullable FileChannel channel;
    private long size;
    private String trouble = "";

    private LogFile(Path path, long mostBytes) {
        this.path = path;
        this.mostBytes = mostBytes;
    }

    /** Goes on with a file, or begins it with its folder. */
    static LogFile open(Path path) {
        return open(path, MOST_BYTES);
    }

    /** As above, with files of another size. */
    static LogFile open(Path path, long mostBytes) {
        LogFile file = new LogFile(path, mostBytes);
        file.reopen();
        return file;
    }

    private synchronized void reopen() {
        try {
            OwnerOnly.createFolder(path.toAbsolutePath().getParent());
            if (Files.exists(path)) {
                OwnerOnly.restrict(path);
            }
            FileChannel opened = FileChannel.open(
                    path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), OwnerOnly.ofFile(path));
            channel = opened;
            size = opened.size();
            trouble = "";
        } catch (IOException e) {
            failed(e);
        }
    }

    /** Writes a line; it is in the system's hands when this returns. */
    synchronized void write(LogLine line) {
        FileChannel open = channel;
        if (open == null) {
            return;
        }
        byte[] bytes = (line.json() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            if (size > 0 && size + bytes.length > mostBytes) {
                open.close();
                roll();
                reopen();
                open = channel;
            }
            if (open != null) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    open.write(left);
                }
                size += bytes.length;
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    private void roll() throws IOException {
        for (int number = OLD_FILES; number >= 1; number--) {
            Path from = number == 1 ? path : old(number - 1);
            if (Files.exists(from)) {
                Files.move(from, old(number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path old(int number) {
        return path.resolveSibling(path.getFileName() + "." + number);
    }

    private void failed(IOException cause) {
        trouble = "the log " + path + " cannot be written: " + cause.getMessage();
    }

    /** {@return where it is} */
    Path path() {
        return path;
    }

    /** {@return why the last line was lost; empty if it was not} */
    synchronized String trouble() {
        return trouble;
    }

    /** {@return the files there are, the oldest first} */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (int number = OLD_FILES; number >= 0; number--) {
            Path file = number == 0 ? path : old(number);
            if (Files.isRegularFile(file)) {
                files.add(file);
            }
        }
        return files;
    }

    @Override
    public synchronized void close() {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                failed(e);
            }
        }
    }
}
