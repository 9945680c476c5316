package dev.tradewind.app.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders nobody but their owner can open, where the system knows such a thing. */
final class OwnerOnly {

    private static final String FILE = "rw-------";
    private static final String FOLDER = "rwx------";

    private OwnerOnly() {}

    static FileAttribute<?>[] ofFile(Path file) {
        return of(file, FILE);
    }

    private static FileAttribute<?>[] of(Path path, String permissions) {
        return knows(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Makes a folder, and those above it, where they are missing. */
    static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, of(folder, FOLDER));
    }

    /** Takes a file away from everybody else. */
    static void restrict(Path file) throws IOException {
        if (knows(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
        }
    }

    private static boolean knows(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
