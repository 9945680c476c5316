package dev.tradewind.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A place somebody named for a result, looked at before the work is done. The file is whole or untouched: it is written beside
 * its place and moved there.
 *
 * @param path where it is
 */
record OutFile(Path path) {

    /** What writes the file. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /**
     * {@return the place}
     *
     * @param what what would be written, for the message: {@code fills}
     * @throws StartException if it is a folder, or its folder is missing or cannot be written to
     */
    static OutFile at(Path path, String what) throws StartException {
        if (Files.isDirectory(path)) {
            throw new StartException(path + " is a folder; name a file to write " + what + " to");
        }
        Path folder = folderOf(path);
        if (!Files.isDirectory(folder)) {
            throw new StartException(path + " cannot be written: there is no folder " + folder);
        }
        if (!Files.isWritable(folder) || Files.exists(path) && !Files.isWritable(path)) {
            throw new StartException(path + " cannot be written: permission denied");
        }
        return new OutFile(path);
    }

    private static Path folderOf(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }

    /**
     * Writes it, replacing a file of that name.
     *
     * @return whether there was one
     * @throws StartException if it cannot be written; a file that was there is still as it was
     */
    boolean write(Writing writing) throws StartException {
        boolean replaces = Files.exists(path);
        try {
            Path beside = path.resolveSibling("." + path.getFileName() + ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
                    writing.to(out);
                }
                Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (AccessDeniedException e) {
            throw new StartException(path + " cannot be written: permission denied", e);
        } catch (IOException e) {
            throw new StartException(path + " cannot be written: " + e.getMessage(), e);
        }
        return replaces;
    }
}
