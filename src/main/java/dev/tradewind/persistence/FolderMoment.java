package dev.tradewind.persistence;

import dev.tradewind.domain.CancelledException;
import dev.tradewind.domain.Progress;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything worth keeping of a data folder, as of one moment, while sessions write to it. Nobody waits for it, and it needs
 * no lock: it works beside a terminal of another process. Taken in an order that leaves what a crash could have left:
 *
 * <ol>
 *   <li>the small files (the vault's among them), then a copy of the database, then the small files again: where one of them
 *       was replaced meanwhile all of it is done anew, so that keys and what they open belong together
 *   <li>the logs that only grow, as long as they are then: the audit trail says what was to be done before it is done, so it
 *       may know more than the database, never less
 *   <li>the sessions, each in the order {@link SessionMoment} says: the trail is tied to rows their journals have by then, and
 *       the database's tables mirror rows they have by then. A journal in turn remembers the trail it began on, so all is
 *       done anew where a session began meanwhile
 * </ol>
 *
 * <p>Left out: lock files, the program's log, unfinished and temporary files, what is made again by itself (the trials'
 * tables), and backups. Owned by one thread; files are held open until it is closed.
 */
public final class FolderMoment implements AutoCloseable {

    private static final String SESSIONS = "sessions";
    private static final Set<String> NOT_KEPT = Set.of("lock", "lock.pid", "backups", "logs", "crash", "trade.png");
    private static final Pattern NOT_KEPT_NAMES = Pattern.compile(
            "\\..*|tradewind\\.log.*|hs_err.*|.*(-wal|-shm|-journal|\\.(new|part|copy|seen|twb|tmp|hprof|jfr|sock))");
    private static final Pattern COPY_NAME = Pattern.compile("database-(\\d{1,18})-\\d{1,18}\\.copy(-journal)?");

    /** Files up to this size are read at once, and compared. */
    private static final int SMALL_BYTES = 1 << 20;

    /** As long as a vault gets. */
    private static final int VAULT_BYTES = 16 << 20;

    private static final int TRIES = 5;

    private final Path folder;
    private final Path copy;
    private final List<FolderPiece> pieces = new ArrayList<>();
    private int sessions;

    private FolderMoment(Path folder) {
        this.folder = folder;
        this.copy = folder.resolve("database-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".copy");
    }

    /**
     * Takes the moment. Needs room in the folder for a copy of the database.
     *
     * @param pause    called now and then while the database is copied, to end that or to slow it down
     * @throws CancelledException as {@code pause} threw it
     * @throws StorageException   in words, if something cannot be read, or the copy not be written
     */
    public static FolderMoment take(Path folder, Progress pause) {
        FolderMoment moment = new FolderMoment(folder);
        try {
            moment.look(pause);
            return moment;
        } catch (IOException e) {
            moment.close();
            throw new StorageException(
                    "The data folder " + folder + " cannot be copied: " + e.getMessage()
                            + ". Nothing in it was changed, and sessions go on.",
                    e);
        } catch (RuntimeException e) {
            moment.close();
            throw e;
        }
    }

    private void look(Progress pause) throws IOException {
        removeLeftCopies();
        Path database = folder.resolve(Database.FILE);
        for (int attempt = 1; ; attempt++) {
            Map<String, byte[]> before = smallFiles();
            if (Files.isRegularFile(database)) {
                Files.deleteIfExists(copy);
                DatabaseCopy.make(database, copy, () -> pause.at(0, 0));
            }
            List<String> known = names(folder.resolve(SESSIONS));
            Map<String, byte[]> after = smallFiles();
            List<String> changed = changed(before, after);
            if (changed.isEmpty()) {
                open(after);
                if (names(folder.resolve(SESSIONS)).equals(known)) {
                    return;
                }
                // a session that began just now remembers the trail as it is by now
                changed = List.of("the sessions in " + folder);
                closePieces();
            }
            if (attempt == TRIES) {
                throw new IOException(
                        String.join(", ", changed) + " changed each time they were copied; try again");
            }
        }
    }

    /** What was read stays as it was read: a file that is replaced may be overwritten before its room is given back. */
    private void open(Map<String, byte[]> small) throws IOException {
        if (Files.isRegularFile(copy)) {
            pieces.add(FolderPiece.open(Database.FILE, copy));
        }
        small.forEach((name, content) -> pieces.add(FolderPiece.of(name, content)));
        // all names first, then their lengths: where a log went on in a new file, the one before has its last length by then
        Map<String, Path> found = new TreeMap<>();
        others(found::put);
        for (Map.Entry<String, Path> other : found.entrySet()) {
            try {
                if (!small.containsKey(other.getKey())) {
                    pieces.add(FolderPiece.open(other.getKey(), other.getValue()));
                }
            } catch (NoSuchFileException gone) {
                // deleted just now: it is not part of the moment
            }
        }
        openSessions();
    }

    /** What a process that was killed while it copied has left. */
    private void removeLeftCopies() throws IOException {
        for (String name : names(folder)) {
            Matcher matcher = COPY_NAME.matcher(name);
            if (matcher.matches()
                    && ProcessHandle.of(Long.parseLong(matcher.group(1))).isEmpty()) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        return Files.isDirectory(folder) ? new SystemDisk().list(folder) : List.of();
    }

    /** A file as it was found in the folder. */
    private interface Finding {
        void found(String name, Path file) throws IOException;
    }

    /** Every file that is kept and is neither the database nor of a session's journal, tape or states. */
    private void others(Finding finding) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                return path.equals(folder) || isKept(path) && !isOfSession(path)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                String name = name(path);
                if (attributes.isRegularFile() && isKept(path) && !name.equals(Database.FILE)) {
                    finding.found(name, path);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException cause) throws IOException {
                if (cause instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw cause;
            }
        });
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private static boolean isKept(Path path) {
        String last = path.getFileName().toString();
        return !NOT_KEPT.contains(last) && !NOT_KEPT_NAMES.matcher(last).matches();
    }

    private boolean isOfSession(Path path) {
        return name(path).matches(SESSIONS + "/[1-9][0-9]{0,6}/(journal|tape|snapshot)");
    }

    /** Files that only ever grow: they are held open, and cut at the length they had. */
    private static boolean isLog(String name) {
        return name.startsWith(AuditLog.FOLDER + "/") || name.startsWith("trials/");
    }

    private Map<String, byte[]> smallFiles() throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        others((name, file) -> {
            try {
                if (!isLog(name) && Files.size(file) <= (name.contains("vault") ? VAULT_BYTES : SMALL_BYTES)) {
                    found.put(name, Files.readAllBytes(file));
                }
            } catch (NoSuchFileException replaced) {
                // it will be seen as gone, or be there again
            }
        });
        return found;
    }

    /** {@return the files that are new or not what they were, apart from having grown} */
    private static List<String> changed(Map<String, byte[]> before, Map<String, byte[]> after) {
        List<String> names = new ArrayList<>();
        after.forEach((name, now) -> {
            byte[] content = before.get(name);
            boolean same = content != null
                    && now.length >= content.length
                    && Arrays.equals(content, 0, content.length, now, 0, content.length);
            if (!same) {
                names.add(name);
            }
        });
        before.forEach((name, content) -> {
            // a log may have grown past what is small
            if (!after.containsKey(name) && content.length < SMALL_BYTES / 2) {
                names.add(name);
            }
        });
        return names;
    }

    private void openSessions() throws IOException {
        Path all = folder.resolve(SESSIONS);
        for (String name : names(all)) {
            if (name.matches("[1-9][0-9]{0,6}") && Files.isDirectory(all.resolve(name))) {
                sessions++;
                pieces.addAll(SessionMoment.take(all.resolve(name), SESSIONS + "/" + name + "/"));
            }
        }
    }

    /** {@return the folder} */
    public Path folder() {
        return folder;
    }

    /** {@return the copy of the database, there until this is closed; empty where there is no database} */
    public Optional<Path> database() {
        return Files.isRegularFile(copy) ? Optional.of(copy) : Optional.empty();
    }

    /** {@return the files, the database first} */
    public List<FolderPiece> pieces() {
        return List.copyOf(pieces);
    }

    /** {@return bytes of all of them} */
    public long bytes() {
        return pieces.stream().mapToLong(FolderPiece::bytes).sum();
    }

    /** {@return how many sessions there are} */
    public int sessions() {
        return sessions;
    }

    private void closePieces() throws IOException {
        for (FolderPiece piece : pieces) {
            piece.close();
        }
        pieces.clear();
        sessions = 0;
    }

    /** Lets the files go and removes the copy of the database. */
    @Override
    public void close() {
        try {
            closePieces();
            Files.deleteIfExists(copy);
            Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + "-journal"));
        } catch (IOException e) {
            throw new StorageException("The copy of the database in " + copy + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
