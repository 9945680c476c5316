package dev.tradewind.app.upkeep;

import dev.tradewind.domain.Progress;
import dev.tradewind.monitor.Redaction;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip for whoever looks into a fault. Everything in it is text, and every text goes through {@link Redaction} on its way in;
 * the home folder is written as {@code ~}. The file is whole or not there, and its owner's alone.
 */
final class Bundle {

    private static final String CONTENTS = "contents.txt";

    private final List<Part> parts;
    private final String home;

    /**
     * A text of the bundle.
     *
     * @param name in the zip
     * @param what it is, in a few words
     * @param text makes it, piece by piece
     */
    record Part(String name, String what, Text text) {}

    /** Makes a text. */
    @FunctionalInterface
    interface Text {
        /** Hands over the text in pieces; a secret must not lie across two of them. */
        void to(Pieces pieces) throws IOException;
    }

    /** Takes a text. */
    @FunctionalInterface
    interface Pieces {
        /** Takes the next piece. */
        void add(String piece) throws IOException;
    }

    /** @param home the user's home folder, whose name is left out */
    Bundle(List<Part> parts, String home) {
        this.parts = List.copyOf(parts);
        this.home = home;
    }

    /** {@return what it would hold, a line each} */
    List<String> contents() {
        return parts.stream().map(part -> clean(part.name() + ": " + part.what())).toList();
    }

    /**
     * Writes it, over nothing that is there.
     *
     * @throws FileAlreadyExistsException if there is a file of that name
     */
    void write(Path zip, Progress progress) throws IOException {
        if (Files.exists(zip)) {
            throw new FileAlreadyExistsException(zip.toString());
        }
        Path beside = zip.resolveSibling("." + zip.getFileName() + ".part");
        Files.deleteIfExists(beside);
        try {
            Set<StandardOpenOption> create = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var channel = Files.newByteChannel(beside, create, OwnerOnly.ofFile(beside));
                    ZipOutputStream out = new ZipOutputStream(java.nio.channels.Channels.newOutputStream(channel))) {
                add(out, CONTENTS, pieces -> pieces.add(String.join("\n", contents()) + "\n"));
                for (int i = 0; i < parts.size(); i++) {
                    progress.at(i, parts.size());
                    add(out, parts.get(i).name(), parts.get(i).text());
                }
            }
            progress.at(parts.size(), parts.size());
            Files.move(beside, zip, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private void add(ZipOutputStream out, String name, Text text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        OutputStream target = out;
        try {
            text.to(piece -> target.write(clean(piece).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | RuntimeException e) {
            if (e instanceof dev.tradewind.domain.CancelledException) {
                throw e;
            }
            // what cannot be told is said, and the rest is still worth having
            target.write(clean("\nThis could not be gathered: " + e + "\n").getBytes(StandardCharsets.UTF_8));
        }
        out.closeEntry();
    }

    private String clean(String text) {
        String told = Redaction.of(text);
        return home.length() > 1 ? told.replace(home, "~") : told;
    }
}
