package dev.tradewind.app.archive;

import dev.tradewind.app.archive.BackupDesk.BackupPlan;
import dev.tradewind.app.archive.BackupDesk.BackupRow;
import dev.tradewind.app.archive.PlanStore.Sound;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.domain.Progress;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.FolderMoment;
import dev.tradewind.persistence.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes backups, lists them and drops those a plan no longer keeps. One at a time in a process. */
final class Making {

    /** Left over for everything else on the disk. */
    private static final long SPARE_BYTES = 32L << 20;

    private final ArchiveParts parts;
    private final PlanStore plans;

    Making(ArchiveParts parts, PlanStore plans) {
        this.parts = parts;
        this.plans = plans;
    }

    /**
     * Makes a backup and drops the oldest.
     *
     * @throws RefusedException in words; nothing is left of one that was not made
     */
    synchronized BackupRow make(Actor actor, Progress progress) {
        BackupPlan plan = plans.load();
        try {
            BackupRow row = write(plan.folder(), 0, progress);
            parts.trail().record(new AuditEntry(
                    actor, "backup.made", row.file().toString(), "", row.bytes() + " bytes, " + row.words()));
            rotate(plan, actor);
            return row;
        } catch (AuditException e) {
            throw new RefusedException("The backup was made, but that could not be recorded. " + e.getMessage(), e);
        } catch (RefusedException e) {
            failed(actor, plan.folder().toString(), e);
            throw e;
        }
    }

    /** Notes that something about backups failed; that must not hide why. */
    void failed(Actor actor, String subject, RuntimeException why) {
        try {
            parts.trail().record(new AuditEntry(actor, "backup.failed", subject, "", String.valueOf(why.getMessage())));
        } catch (RuntimeException unwritten) {
            why.addSuppressed(unwritten);
        }
    }

    /**
     * Makes a backup in a folder.
     *
     * @param schema the form the database is about to get, 0 on any other occasion
     */
    BackupRow write(Path folder, int schema, Progress progress) {
        try {
            makeFolder(folder);
            removeLeft(folder);
            requireRoom(parts.folder(), databaseBytes(), "a copy of the database");
            try (FolderMoment moment = FolderMoment.take(parts.folder(), progress)) {
                requireRoom(folder, moment.bytes(), "the backup");
                long now = parts.clock().nowNanos();
                Path file = folder.resolve(BackupName.free(folder, now, schema).text());
                BackupHead head = BackupFile.write(
                        file, moment, now, parts.program(), VaultSeal.of(moment), progress);
                return row(file, head);
            }
        } catch (StorageException e) {
            throw new RefusedException("No backup was made. " + e.getMessage(), e);
        } catch (IOException e) {
            throw refused(folder, e);
        }
    }

    private static RefusedException refused(Path folder, IOException cause) {
        String words = String.valueOf(cause.getMessage());
        boolean full = words.contains("No space left") || words.contains("quota") || words.contains("File too large");
        return new RefusedException(
                "No backup was made in " + folder + ": " + (full ? "the disk is full (" + words + ")" : words)
                        + ". Nothing of it was left, the backups before are as they were, and the data folder was not touched."
                        + " Make room or choose another folder for backups.",
                cause);
    }

    static void makeFolder(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            return;
        }
        if (Files.exists(absolute)) {
            throw new IOException(folder + " is a file, not a folder");
        }
        Path parent = absolute.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new IOException("the folder " + parent + " does not exist; is the disk with it connected?");
        }
        Files.createDirectory(absolute, DraftFile.ownerOnly(absolute, "rwx------"));
    }

    /** What a process that ended in the middle has left. */
    private static void removeLeft(Path folder) throws IOException {
        for (Path path : content(folder)) {
            String name = path.getFileName().toString();
            if (name.startsWith("tradewind-") && name.endsWith(".twb" + DraftFile.SUFFIX)) {
                DraftFile.removeLeft(path);
            }
        }
        Workplace.removeLeft(folder);
    }

    private static List<Path> content(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private long databaseBytes() throws IOException {
        Path database = parts.folder().resolve(Database.FILE);
        return Files.isRegularFile(database) ? Files.size(database) : 0;
    }

    private static void requireRoom(Path folder, long bytes, String what) throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < bytes + SPARE_BYTES) {
            throw new IOException("No space left for " + what + " in " + folder + ": it takes "
                    + BackupHead.size(bytes + SPARE_BYTES) + ", " + BackupHead.size(room) + " are free");
        }
    }

    static BackupRow row(Path file, BackupHead head) throws IOException {
        return new BackupRow(file, head.made(), Files.size(file), head.encrypted(), head.words(), true);
    }

    /** {@return what a file is} */
    static BackupRow look(Path file) {
        try {
            return look(file, Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new RefusedException("There is no backup " + file + " that can be read: " + e.getMessage(), e);
        }
    }

    private static BackupRow look(Path file, Instant made) throws IOException {
        try {
            return row(file, BackupFile.head(file));
        } catch (BadBackupException e) {
            return new BackupRow(file, made, Files.size(file), false, "unreadable: " + e.getMessage(), false);
        }
    }

    /** {@return the backups in a folder, the newest first} */
    static List<BackupRow> list(Path folder) {
        List<BackupRow> rows = new ArrayList<>();
        try {
            for (BackupName name : names(folder)) {
                rows.add(look(folder.resolve(name.text()), name.made()));
            }
        } catch (IOException e) {
            throw new RefusedException("The backups in " + folder + " cannot be listed: " + e.getMessage(), e);
        }
        return rows;
    }

    /** {@return the names of the backups in a folder, the newest first} */
    static List<BackupName> names(Path folder) throws IOException {
        return content(folder).stream()
                .filter(Files::isRegularFile)
                .flatMap(path -> BackupName.parse(path.getFileName().toString()).stream())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private void rotate(BackupPlan plan, Actor actor) {
        Instant now = Instant.ofEpochSecond(0, parts.clock().nowNanos());
        Optional<BackupName> sound = plans.sound().map(Sound::name).flatMap(BackupName::parse);
        try {
            for (BackupName name : Rotation.drop(names(plan.folder()), plan.keep(), now, sound)) {
                Path file = plan.folder().resolve(name.text());
                parts.trail().record(AuditEntry.of(actor, "backup.dropped", file.toString()));
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new RefusedException(
                    "The backup was made, but older ones in " + plan.folder() + " cannot be dropped: " + e.getMessage(), e);
        }
    }
}
