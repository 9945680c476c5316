package dev.tradewind.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where a command takes passphrases and keys from: the terminal, which does not show them, or lines of a file or of standard
 * input. Never an argument: those stand in the shell's history and in every list of processes.
 */
final class SecretInput implements AutoCloseable {

    private static final int LONGEST_BYTES = 16_384;

    @Option(names = "--passphrase-file", paramLabel = "FILE",
            description = "Take secrets from the lines of this file, which only you may be able to read.")
    private @Nullable Path file;

    @Option(names = "--stdin", description = "Take secrets from the lines of standard input.")
    private boolean stdin;

    @Option(names = "--key-file", paramLabel = "FILE",
            description = "The file that opens the vault together with the passphrase, if it was made so.")
    private @Nullable Path keyFile;

    private @Nullable InputStream lines;

    /** {@return the key file named, if one was} */
    Optional<Path> keyFile() {
        return Optional.ofNullable(keyFile);
    }

    /**
     * {@return the next secret, which the caller wipes}
     *
     * @param what a word or two, for instance {@code passphrase}
     * @throws IllegalArgumentException if there is none
     */
    char[] next(String what) {
        if (file != null && stdin) {
            throw new IllegalArgumentException("--passphrase-file and --stdin exclude each other; give one of them");
        }
        if (file == null && !stdin) {
            return asked(what);
        }
        Optional<char[]> line = line(what);
        if (line.isPresent()) {
            return line.get();
        }
        if (file != null && terminal() != null) {
            return asked(what);
        }
        throw new IllegalArgumentException(
                (stdin ? "standard input" : String.valueOf(file)) + " ended before the " + what
                        + " (see --help for what stands in which line)");
    }

    /** {@return a new passphrase, which a person at a terminal types twice} */
    char[] nextNew(String what) {
        if (file != null || stdin) {
            return next(what);
        }
        char[] first = asked(what);
        char[] second = asked(what + ", again");
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            Arrays.fill(first, '\0');
            throw new IllegalArgumentException("the two are not the same; nothing was done");
        }
        return first;
    }

    private static @Nullable Console terminal() {
        Console console = System.console();
        return console != null && console.isTerminal() ? console : null;
    }

    private static char[] asked(String what) {
        Console console = terminal();
        if (console == null) {
            throw new IllegalArgumentException("there is no terminal to ask for the " + what
                    + " on; --stdin or --passphrase-file would pass");
        }
        char[] typed = console.readPassword("%s: ", what);
        if (typed == null) {
            throw new IllegalArgumentException("no " + what + " was given; nothing was done");
        }
        return typed;
    }

    private Optional<char[]> line(String what) {
        byte[] bytes = new byte[LONGEST_BYTES];
        try {
            InputStream in = open();
            int size = 0;
            // one byte at a time: nothing of a secret may wait in a buffer
            int read = in.read();
            if (read < 0) {
                return Optional.empty();
            }
            for (; read >= 0 && read != '\n'; read = in.read()) {
                if (size == bytes.length) {
                    throw new IllegalArgumentException("the " + what + " is longer than " + LONGEST_BYTES + " bytes");
                }
                bytes[size++] = (byte) read;
            }
            return Optional.of(text(bytes, size > 0 && bytes[size - 1] == '\r' ? size - 1 : size));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the " + what + " is not UTF-8", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the " + what + " cannot be read: " + e.getMessage(), e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static char[] text(byte[] bytes, int size) throws CharacterCodingException {
        CharBuffer decoded = CharBuffer.allocate(size + 1);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var result = decoder.decode(ByteBuffer.wrap(bytes, 0, size), decoded, true);
        if (result.isError()) {
            Arrays.fill(decoded.array(), '\0');
            result.throwException();
        }
        char[] text = Arrays.copyOf(decoded.array(), decoded.position());
        Arrays.fill(decoded.array(), '\0');
        return text;
    }

    private InputStream open() throws IOException {
        InputStream open = lines;
        if (open == null) {
            Path from = file;
            open = from == null ? System.in : openFile(from);
            lines = open;
        }
        return open;
    }

    private static InputStream openFile(Path file) throws IOException {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
                others.retainAll(EnumSet.of(
                        PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE,
                        PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE));
                if (!others.isEmpty()) {
                    throw new IllegalArgumentException(
                            file + " can be read or written by others; make it yours alone first (chmod 600 " + file + ")");
                }
            }
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + file, e);
        }
    }

    @Override
    public void close() {
        InputStream open = lines;
        if (open != null && file != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new IllegalStateException("a file that was read cannot be closed: " + file, e);
            }
        }
    }
}
