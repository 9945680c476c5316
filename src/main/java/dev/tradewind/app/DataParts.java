package dev.tradewind.app;

import dev.tradewind.marketdata.ImportException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The texts in a file, told apart by its first bytes: one of a plain or gzip file, those of a zip. Every failure is an
 * {@link ImportException} that names the file.
 */
final class DataParts implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final List<String> TEXTS = List.of(".csv", ".json", ".txt", ".gz");

    private final Path path;
    private final @Nullable ZipFile zip;
    private final List<Part> parts;

    private DataParts(Path path, @Nullable ZipFile zip, List<Part> parts) {
        this.path = path;
        this.zip = zip;
        this.parts = parts;
    }

    /**
     * One text.
     *
     * @param name  as the user knows it, for messages
     * @param path  with its folders; of a zip's entry the entry's own
     * @param bytes what reading it counts up to
     */
    record Part(String name, String path, long bytes) {}

    /** Something read from an open text. */
    interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    /**
     * Opens a file.
     *
     * @throws ImportException if it is missing, no file, damaged, or a zip without a text
     */
    static DataParts open(Path path) {
        if (!Files.exists(path)) {
            throw refused(path.toString(), "there is no such file");
        }
        if (!Files.isRegularFile(path)) {
            throw refused(path.toString(), "is not a file");
        }
        try {
            if (!isZip(path)) {
                Part whole = new Part(path.toString(), path.toAbsolutePath().toString(), Files.size(path));
                return new DataParts(path, null, List.of(whole));
            }
            ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
            List<Part> parts = entries(path, zip);
            if (parts.isEmpty()) {
                zip.close();
                throw refused(path.toString(), "is a zip without a CSV or JSON file in it");
            }
            return new DataParts(path, zip, parts);
        } catch (IOException e) {
            throw told(path.toString(), e);
        }
    }

    private static boolean isZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] first = in.readNBytes(4);
            return first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] == 3 && first[3] == 4;
        }
    }

    private static List<Part> entries(Path path, ZipFile zip) {
        List<Part> parts = new ArrayList<>();
        zip.stream().forEach(entry -> {
            String name = entry.getName();
            String file = name.substring(name.lastIndexOf('/') + 1);
            String lower = file.toLowerCase(Locale.ROOT);
            boolean text = TEXTS.stream().anyMatch(lower::endsWith);
            if (!entry.isDirectory() && text && !file.startsWith(".") && !name.startsWith("__MACOSX")) {
                // the folders the zip lies in may tell a venue as well as those inside it
                String place = path.toAbsolutePath().getParent() + "/" + name;
                parts.add(new Part(path + " (" + name + ")", place, Math.max(0, entry.getSize())));
            }
        });
        parts.sort(Comparator.comparing(Part::name));
        return parts;
    }

    /** {@return the texts, by name} */
    List<Part> parts() {
        return parts;
    }

    /**
     * Reads a text.
     *
     * @param counted hears how many bytes were read since it heard last
     */
    <T> T read(Part part, LongConsumer counted, Reading<T> reading) {
        try (InputStream raw = new BufferedInputStream(new Counted(open(part), counted), BUFFER)) {
            return reading.read(unpacked(raw));
        } catch (IOException e) {
            throw told(part.name(), e);
        }
    }

    private InputStream open(Part part) throws IOException {
        ZipFile packed = zip;
        if (packed == null) {
            return Files.newInputStream(path);
        }
        String entryName = part.name().substring(path.toString().length() + 2, part.name().length() - 1);
        ZipEntry entry = packed.getEntry(entryName);
        InputStream in = entry == null ? null : packed.getInputStream(entry);
        if (in == null) {
            throw new ZipException("the entry " + entryName + " is not there any more");
        }
        return in;
    }

    /** {@return what a stream holds, unpacked if it is gzip} */
    static InputStream unpacked(InputStream raw) throws IOException {
        raw.mark(2);
        boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
        raw.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
    }

    private static ImportException told(String file, IOException e) {
        return switch (e) {
            case EOFException cut -> refused(file, "the packed data ends early; the file was cut off");
            case ZipException damaged -> refused(file, "the packed data is damaged: " + damaged.getMessage());
            case AccessDeniedException denied -> refused(file, "cannot be read: permission denied");
            default -> refused(file, "cannot be read: " + e);
        };
    }

    private static ImportException refused(String file, String reason) {
        return new ImportException(file, 0, reason);
    }

    @Override
    public void close() {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            throw told(path.toString(), e);
        }
    }

    /** Counts what is read. */
    private static final class Counted extends FilterInputStream {

        private final LongConsumer counted;

        private Counted(InputStream in, LongConsumer counted) {
            super(in);
            this.counted = counted;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            counted.accept(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = super.read(to, offset, length);
            counted.accept(Math.max(0, read));
            return read;
        }
    }
}
