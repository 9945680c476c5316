package dev.tradewind.persistence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The file operations journal and tape are written with: the seam where tests let disks fill up and fail. */
interface Disk {

    /** A file open for writing; owned by one thread. */
    interface OpenFile extends Closeable {

        /** Writes all of {@code bytes} at the end. */
        void append(ByteBuffer bytes) throws IOException;

        /** Returns once everything appended survives a power cut. */
        void force() throws IOException;

        /** Cuts the file. */
        void truncate(long size) throws IOException;

        /** {@return its size in bytes} */
        long size() throws IOException;
    }

    /** Opens an existing file to append to. */
    OpenFile open(Path file) throws IOException;

    /** Puts a whole file in place, durably and at once: after a crash it is either the old one or the new one. */
    void replace(Path file, ByteBuffer content) throws IOException;

    /** Makes a folder and those above it, open to the owner alone. */
    void createFolder(Path folder) throws IOException;

    /** Removes a file durably. */
    void delete(Path file) throws IOException;

    /** {@return the operating system's own} */
    static Disk system() {
        return new SystemDisk();
    }
}
