package dev.tradewind.kernel;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The file operations a session is kept with: the seam where a simulated disk fills up, tears and reorders what was not
 * forced, and fails to read. Every call either does all it says or throws. Safe for use by several threads, as long as no
 * two of them write the same file.
 */
public interface Disk {

    /** A file open for writing; owned by one thread. */
    interface OpenFile extends Closeable {

        /** Writes all of {@code bytes} at the end; until {@link #force} a power cut may take any of it away. */
        void append(ByteBuffer bytes) throws IOException;

        /** Returns once everything appended survives a power cut. */
        void force() throws IOException;

        /** Cuts the file to {@code size} bytes; until {@link #force} a power cut may undo that. */
        void truncate(long size) throws IOException;

        /** {@return its size in bytes} */
        long size() throws IOException;

        @Override
        void close() throws IOException;
    }

    /**
     * Opens an existing file to append to.
     *
     * @throws NoSuchFileException if there is none
     */
    OpenFile open(Path file) throws IOException;

    /**
     * Puts a whole file in place, durably and at once: after a crash it is either the old one or the new one.
     *
     * @param file    its folder must exist
     * @param content what it holds from then on; all that remains of it is taken
     */
    void replace(Path file, ByteBuffer content) throws IOException;

    /** Makes a folder and those above it, durably; nothing happens if it is there. */
    void createFolder(Path folder) throws IOException;

    /** Removes a file durably; nothing happens if it is not there. */
    void delete(Path file) throws IOException;

    /** {@return whether there is a file of this name (a folder is none)} */
    boolean isFile(Path file) throws IOException;

    /** {@return whether there is a folder of this name} */
    boolean isFolder(Path folder) throws IOException;

    /**
     * {@return the names in a folder, sorted; files and folders alike}
     *
     * @throws IOException if it is no folder
     */
    List<String> list(Path folder) throws IOException;

    /**
     * {@return a file's size in bytes}
     *
     * @throws NoSuchFileException if there is none
     */
    long size(Path file) throws IOException;

    /**
     * Reads a part of a file: from byte {@code offset} on, until {@code target} is full or the file ends.
     *
     * @return how many bytes were read; fewer than {@code target} had room for only at the file's end
     * @throws NoSuchFileException if there is none
     */
    int read(Path file, long offset, ByteBuffer target) throws IOException;

    /**
     * {@return all bytes of a file}
     *
     * @throws IOException if there is none, or it has more than 2 GiB
     */
    default byte[] read(Path file) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(Math.min(size(file), Integer.MAX_VALUE))];
        int read = read(file, 0, ByteBuffer.wrap(bytes));
        if (read < bytes.length) {
            throw new EOFException(file + " ended at byte " + read + " of " + bytes.length + " while it was read");
        }
        return bytes;
    }
}
