package dev.tradewind.persistence;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** Turns what the operating system says into what happened, what it means for orders, and what to do. */
final class DiskTrouble {

    private static final String ORDERS =
            " No further order is sent; orders already at the exchange stay as they are, and everything saved so far is"
                    + " kept. ";

    private DiskTrouble() {}

    /** @param what what could not be done, for instance {@code write the journal} */
    static String describe(String what, Path path, Exception cause) {
        String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("no space left") || words.contains("not enough space") || words.contains("disk full")
                || words.contains("database or disk is full")) {
            return "The disk is full: cannot " + what + " in " + path + "." + ORDERS
                    + "Free some space, then start Tradewind again.";
        }
        if (words.contains("quota")) {
            return "Your disk quota is used up: cannot " + what + " in " + path + "." + ORDERS
                    + "Free some space, then start Tradewind again.";
        }
        if (cause instanceof AccessDeniedException || cause instanceof ReadOnlyFileSystemException
                || words.contains("read-only") || words.contains("readonly") || words.contains("permission denied")) {
            return "The folder cannot be written: cannot " + what + " in " + path + "." + ORDERS
                    + "Make it writable for you, or choose another with --data-dir.";
        }
        if (cause instanceof FileAlreadyExistsException || words.contains("not a directory")) {
            return cause.getMessage() + " is a file, not a folder: cannot " + what + " in " + path + "." + ORDERS
                    + "Choose another folder with --data-dir, or move that file away.";
        }
        if (cause instanceof NoSuchFileException) {
            return "A file is missing: cannot " + what + " in " + path + " (" + cause.getMessage() + ")." + ORDERS
                    + "Restore it from a backup, or choose another folder.";
        }
        return "The disk failed: cannot " + what + " in " + path + " (" + detail(cause) + ")." + ORDERS
                + "Check the disk, then start Tradewind again.";
    }

    private static String detail(Exception cause) {
        return cause instanceof IOException && cause.getMessage() != null ? cause.getMessage() : cause.toString();
    }
}
