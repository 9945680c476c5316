package dev.tradewind.app.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A large file that comes into being under a name of its own and takes its place once it is whole and durable. It is forced
 * to disk every megabyte, or few where the disk is slow, so that a session that has to make an order durable never waits for more than those; after
 * each it leaves the disk alone for about as long as that took, as far as the rate stays above a floor. Owned by one
 * thread.
 */
final class PacedFile extends OutputStream {

    static final String SUFFIX = ".part";

    private static final int BUFFER_BYTES = 1 << 19;
    private static final int LEAST_FORCED = 1 << 20;

    /** Where forcing takes long whatever the size, a disk that is busy anyway, larger pieces make up for it. */
    private static final int MOST_FORCED = 8 << 20;

    /** Slower than this it is not made by itself: 2 GB stay well below a minute. */
    private static final double FLOOR_BYTES_PER_SECOND = 60e6;

    /** How long to leave the disk alone, as a multiple of how long it was kept busy. */
    private static final double REST = 2;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Path draft;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final long beganNanos = System.nanoTime();
    private int forceBytes = LEAST_FORCED;
    private long unforced;
    private long written;
    private boolean placed;

    private PacedFile(Path draft, FileChannel channel) {
        this.draft = draft;
        this.channel = channel;
    }

    /** Begins a file that will stand at {@code file}, whose folder exists. */
    static PacedFile begin(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + SUFFIX);
        FileChannel channel = FileChannel.open(
                draft, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), ownerOnly(draft, "rw-------"));
        try {
            if (channel.tryLock() == null) {
                throw new IOException(draft + " is in use");
            }
            return new PacedFile(draft, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    /** Removes an unfinished file that nobody is writing any more. */
    static void removeLeft(Path draft) throws IOException {
        try (FileChannel left = FileChannel.open(draft, StandardOpenOption.WRITE);
                FileLock lock = left.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(draft);
            }
        } catch (OverlappingFileLockException inUse) {
            // by another backup of this process
        }
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            int some = Math.min(left, buffer.remaining());
            buffer.put(bytes, at, some);
            at += some;
            left -= some;
            if (!buffer.hasRemaining()) {
                drain();
            }
        }
    }

    private void drain() throws IOException {
        long busyFrom = System.nanoTime();
        buffer.flip();
        written += buffer.remaining();
        unforced += buffer.remaining();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
        if (unforced >= forceBytes) {
            channel.force(false);
            unforced = 0;
            pace(System.nanoTime() - busyFrom);
        }
    }

    private void pace(long busyNanos) {
        double floorNanos = written / FLOOR_BYTES_PER_SECOND * NANOS_PER_SECOND;
        double spare = floorNanos - (System.nanoTime() - beganNanos);
        forceBytes = Math.clamp(spare < 0 ? 2L * forceBytes : forceBytes / 2, LEAST_FORCED, MOST_FORCED);
        long nanos = (long) Math.min(busyNanos * REST, spare);
        if (nanos > TimeUnit.MICROSECONDS.toNanos(50)) {
            LockSupport.parkNanos(nanos);
        }
    }

    /** {@return bytes so far} */
    long written() {
        return written + buffer.position();
    }

    /** Makes it durable and puts it in its place. */
    void place(Path file) throws IOException {
        drain();
        channel.force(true);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        placed = true;
        channel.close();
        forceFolder(file.toAbsolutePath().getParent());
    }

    static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    /** Leaves nothing behind of a file that was not put in its place. */
    @Override
    public void close() throws IOException {
        try (channel) {
            if (!placed) {
                Files.deleteIfExists(draft);
            }
        }
    }
}
