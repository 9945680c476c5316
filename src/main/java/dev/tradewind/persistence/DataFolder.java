package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Where everything of one user is kept: open to the owner alone, and used by one process at a time. Closing it lets the
 * next one in; so does the end of the process, however it ends.
 */
public final class DataFolder implements AutoCloseable {

    /** Stands in a folder that is being restored; whatever ends the restore early leaves it there. */
    public static final String UNFINISHED = "restore-is-not-finished";

    private static final String LOCK_FILE = "lock";
    private static final String HOLDER_FILE = "lock.pid";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * {@return the folder this system keeps programs' data in: {@code $XDG_DATA_HOME/tradewind} or
     * {@code ~/.local/share/tradewind}, {@code ~/Library/Application Support/Tradewind} on macOS,
     * {@code %APPDATA%\Tradewind} on Windows}
     *
     * @param osName      the system property {@code os.name}
     * @param userHome    the system property {@code user.home}
     * @param environment the environment's variables
     */
    public static Path locate(String osName, Path userHome, Map<String, String> environment) {
        String system = osName.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return userHome.resolve("Library").resolve("Application Support").resolve("Tradewind");
        }
        if (system.startsWith("windows")) {
            String appData = environment.get("APPDATA");
            Path roaming = appData == null || appData.isBlank()
                    ? userHome.resolve("AppData").resolve("Roaming")
                    : Path.of(appData);
            return roaming.resolve("Tradewind");
        }
        String dataHome = environment.get("XDG_DATA_HOME");
        // The XDG specification: a relative path is invalid and to be ignored.
        boolean named = dataHome != null && !dataHome.isBlank() && Path.of(dataHome).isAbsolute();
        Path share = named ? Path.of(dataHome) : userHome.resolve(".local").resolve("share");
        return share.resolve("tradewind");
    }

    /**
     * Makes the folder if it is missing and takes it for this process.
     *
     * @throws StorageException if another process has it, or it cannot be made or written
     */
    public static DataFolder open(Path path) {
        return open(new SystemDisk(), path, ProcessHandle.current().pid());
    }

    static DataFolder open(Disk disk, Path path, long processId) {
        try {
            disk.createFolder(path);
            if (disk.isFile(path.resolve(UNFINISHED))) {
                throw new StorageException("The data folder " + path + " was not restored to its end, so parts of it are"
                        + " missing. Nothing was started. Delete it and restore the backup again.");
            }
            restrict(path);
            FileChannel lock = takeLock(path);
            try {
                String holder = processId + "\n";
                disk.replace(path.resolve(HOLDER_FILE), ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)));
                return new DataFolder(path, lock);
            } catch (IOException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StorageException(DiskTrouble.describe("use the data folder", path, e), e);
        }
    }

    private static void restrict(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !PosixFilePermissions.toString(Files.getPosixFilePermissions(path)).equals("rwx------")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static FileChannel takeLock(Path path) throws IOException {
        Path file = path.resolve(LOCK_FILE);
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE),
                SystemDisk.ownerOnly(file, "rw-------"));
        if (!isLocked(channel)) {
            channel.close();
            throw new StorageException("Tradewind already runs on the data folder " + path + " (process " + holderText(path)
                    + "). This one was not started and sent no order. Use the one that runs, end it first, or name"
                    + " another folder with --data-dir.");
        }
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String holderText(Path path) {
        try {
            return Files.readString(path.resolve(HOLDER_FILE), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** {@return whether a folder was ever taken by this program} */
    public static boolean isOne(Path path) {
        return Files.isRegularFile(path.resolve(LOCK_FILE));
    }

    /**
     * {@return the running process that says it has a folder; empty where there is none}
     *
     * <p>Told from the holder's note, not by trying the lock: to close a second channel to its file would give up a lock this
     * very process has. A process that took over the number of one that was killed is mistaken for it.
     */
    public static OptionalLong holder(Path path) {
        String text = holderText(path);
        if (!text.matches("[1-9][0-9]{0,17}")) {
            return OptionalLong.empty();
        }
        long process = Long.parseLong(text);
        return ProcessHandle.of(process).isPresent() ? OptionalLong.of(process) : OptionalLong.empty();
    }

    /** {@return the folder} */
    public Path path() {
        return path;
    }

    /** Lets other processes in. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path.resolve(HOLDER_FILE));
            lock.close();
        } catch (IOException e) {
            throw new StorageException(DiskTrouble.describe("leave the data folder", path, e), e);
        }
    }
}
