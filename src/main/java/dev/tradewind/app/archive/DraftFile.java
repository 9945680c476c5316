package dev.tradewind.app.archive;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/**
 * A large file that comes into being under a name of its own and takes its place once it is whole and durable. Its bytes go
 * past the system's cache to the disk: a session that has to make an order durable would otherwise have to wait for those
 * that gathered there. Where a file system cannot do that, they are forced out every megabyte. Owned by one thread.
 */
final class DraftFile extends OutputStream {

    static final String SUFFIX = ".part";

    /** What bytes that go past the cache come in, where they lie in memory and in the file: no disk has larger blocks. */
    private static final int BLOCK_BYTES = 4_096;

    private static final int BUFFER_BYTES = 1 << 19;
    private static final int FORCED_BYTES = 1 << 20;

    private final Path draft;
    private final FileChannel channel;
    private final boolean direct;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES + BLOCK_BYTES)
            .alignedSlice(BLOCK_BYTES)
            .limit(BUFFER_BYTES)
            .slice();
    private long written;
    private long unforced;
    private boolean placed;

    private DraftFile(Path draft, FileChannel channel, boolean direct) {
        this.draft = draft;
        this.channel = channel;
        this.direct = direct;
    }

    /** Begins a file that will stand at {@code file}, whose folder exists. */
    static DraftFile begin(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + SUFFIX);
        try {
            return begin(draft, true);
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (e instanceof FileAlreadyExistsException there) {
                throw there;
            }
            // a system may have made the file before it says that it cannot write it this way
            Files.deleteIfExists(draft);
            return begin(draft, false);
        }
    }

    private static DraftFile begin(Path draft, boolean direct) throws IOException {
        Set<OpenOption> options = new HashSet<>(Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
        if (direct) {
            options.add(ExtendedOpenOption.DIRECT);
        }
        FileChannel channel = FileChannel.open(draft, options, ownerOnly(draft, "rw-------"));
        try {
            if (channel.tryLock() == null) {
                throw new IOException(draft + " is in use");
            }
            return new DraftFile(draft, channel, direct);
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
        buffer.flip();
        written += buffer.remaining();
        unforced += buffer.remaining();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
        if (!direct && unforced >= FORCED_BYTES) {
            channel.force(false);
            unforced = 0;
        }
    }

    /** Makes it durable and puts it in its place. */
    void place(Path file) throws IOException {
        long size = written + buffer.position();
        while (direct && buffer.position() % BLOCK_BYTES != 0) {
            buffer.put((byte) 0);
        }
        drain();
        channel.truncate(size);
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
