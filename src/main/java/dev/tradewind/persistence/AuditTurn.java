package dev.tradewind.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Whose turn it is to write to the audit trail: a file lock that a writer holds for one row, so that the window and a command
 * may both record. Ends with the process.
 */
interface AuditTurn extends AutoCloseable {

    /** Waits for the turn. {@return what ends it} */
    Held take() throws IOException;

    @Override
    void close() throws IOException;

    /** A turn that is held. */
    interface Held extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /** A turn that nobody else can have: on a disk of this program's own. */
    static AuditTurn alone() {
        return new AuditTurn() {
            @Override
            public Held take() {
                return () -> {};
            }

            @Override
            public void close() {}
        };
    }

    /** {@return the turns at the trail in a folder, which must exist} */
    static AuditTurn in(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        return new LockFile(file, FileChannel.open(
                file,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE),
                SystemDisk.ownerOnly(file, "rw-------")));
    }

    /** The lock file. */
    record LockFile(Path file, FileChannel channel) implements AuditTurn {

        private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
        private static final long NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

        @Override
        public Held take() throws IOException {
            long began = System.nanoTime();
            while (true) {
                try {
                    FileLock lock = channel.tryLock();
                    if (lock != null) {
                        return lock::release;
                    }
                } catch (OverlappingFileLockException another) {
                    // another log of this process, which is done as soon as another process would be
                }
                if (System.nanoTime() - began > PATIENCE_NANOS) {
                    throw new IOException("another process has held " + file + " for "
                            + TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NANOS) + " seconds");
                }
                LockSupport.parkNanos(NAP_NANOS);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
