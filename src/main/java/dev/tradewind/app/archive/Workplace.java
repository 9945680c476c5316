package dev.tradewind.app.archive;

import dev.tradewind.domain.Progress;
import dev.tradewind.persistence.DataFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A new folder that a backup is unpacked into: nothing in it but what the backup holds, all of it readable by its owner alone.
 * Nothing outside of it is ever written. A file in it says that it is not whole until {@link #finish()}, so that nobody
 * takes half a restore for a data folder.
 */
final class Workplace implements BackupBody.Target {

    /** What the folders are called that stand beside a backup for a while, before the number of their process. */
    static final String VERIFY = ".verify-";

    static final String REHEARSAL = ".rehearsal-";

    private static final Pattern BESIDES = Pattern.compile("\\.(?:verify|rehearsal)-(\\d{1,18})-\\d{1,18}");
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path folder;
    private final boolean made;
    private final List<Path> files = new ArrayList<>();

    private Workplace(Path folder, boolean made) {
        this.folder = folder;
        this.made = made;
    }

    /**
     * Takes a folder that is empty, or makes it.
     *
     * @throws IOException if there is something in it, or it cannot be made
     */
    static Workplace take(Path path) throws IOException {
        Path folder = path.toAbsolutePath().normalize();
        boolean make = !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        if (make) {
            Path parent = folder.getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                throw new IOException("the folder " + parent + " it is to be made in does not exist");
            }
            Files.createDirectory(folder, DraftFile.ownerOnly(folder, "rwx------"));
        } else if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(folder + " is no folder");
        } else {
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new IOException(folder + " is not empty; name a new folder");
                }
            }
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(
                        folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
        Files.createFile(folder.resolve(DataFolder.UNFINISHED), DraftFile.ownerOnly(folder, "rw-------"));
        return new Workplace(folder, make);
    }

    @Override
    public OutputStream file(String path) throws IOException, BadBackupException {
        Path file = folder.resolve(BackupEntry.checked(path)).normalize();
        if (!file.startsWith(folder) || file.equals(folder.resolve(DataFolder.UNFINISHED))) {
            throw new BadBackupException("it holds a file that would lie outside of the folder: " + path);
        }
        makeFolders(file.getParent());
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadBackupException("it holds " + path + " as a file and as a folder");
        }
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                DraftFile.ownerOnly(file, "rw-------"));
        files.add(file);
        return new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
    }

    private void makeFolders(Path path) throws IOException, BadBackupException {
        if (path.equals(folder)) {
            return;
        }
        makeFolders(path.getParent());
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadBackupException(
                    "it holds " + folder.relativize(path) + " as a file and as a folder");
        }
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(path, DraftFile.ownerOnly(path, "rwx------"));
        }
    }

    Path folder() {
        return folder;
    }

    /** Makes everything durable and says that it is whole. */
    void finish(Progress progress) throws IOException {
        for (Path file : files) {
            progress.at(0, 0);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            DraftFile.forceFolder(file.getParent());
        }
        Files.delete(folder.resolve(DataFolder.UNFINISHED));
        DraftFile.forceFolder(folder);
    }

    /** Removes what was unpacked; the folder is missing or empty again, as it was. */
    void remove() throws IOException {
        empty(folder);
        if (made) {
            Files.deleteIfExists(folder);
        }
    }

    /** Removes what processes that ended early left beside backups: what was encrypted lies there in the clear. */
    static void removeLeft(Path backups) throws IOException {
        List<Path> content;
        try (Stream<Path> all = Files.list(backups)) {
            content = all.toList();
        }
        for (Path path : content) {
            Matcher name = BESIDES.matcher(path.getFileName().toString());
            if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                removeAll(path);
            }
        }
    }

    /** Removes a folder that was made here with everything that was put into it since. */
    static void removeAll(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            empty(folder);
            Files.deleteIfExists(folder);
        }
    }

    private static void empty(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path path, @Nullable IOException cause)
                    throws IOException {
                if (!path.equals(folder)) {
                    Files.deleteIfExists(path);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
