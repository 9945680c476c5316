package dev.tradewind.ui;

import dev.tradewind.app.archive.BackupDesk;
import dev.tradewind.app.job.Job;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.domain.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Backups as a person may have them, and what was asked. A test may hold a job up half-way. */
public final class FakeBackupDesk implements BackupDesk {

    private static final Path FOLDER = Path.of("/home/trader/Backups/tradewind");

    public final List<BackupRow> rows = new CopyOnWriteArrayList<>();
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public final List<char[]> handed = new CopyOnWriteArrayList<>();
    public volatile BackupPlan plan = new BackupPlan(FOLDER, Every.NEVER, 7);
    public volatile Optional<Instant> due = Optional.empty();
    public volatile String trouble = "";
    public volatile String refusal = "";
    /** A job waits here at half of its work. */
    public volatile CountDownLatch gate = new CountDownLatch(0);

    /** {@return a desk with a daily plan, four backups, one of them damaged and one not encrypted} */
    public static FakeBackupDesk filled() {
        FakeBackupDesk desk = new FakeBackupDesk();
        desk.plan = new BackupPlan(FOLDER, Every.DAY, 7);
        desk.due = Optional.of(Instant.parse("2024-08-06T04:00:00Z"));
        desk.add("2024-08-05T04:00:02Z", 1_288_490_188L, true, "3 sessions, 5 accounts, 1.2 GB", true);
        desk.add("2024-08-04T04:00:01Z", 1_181_116_006L, true, "3 sessions, 5 accounts, 1.1 GB", true);
        desk.add("2024-08-03T04:00:03Z", 73_400_320L, true, "the file ends after 70.0 MB of 1.1 GB", false);
        desk.add("2024-07-28T04:00:01Z", 412_316_860L, false, "2 sessions, no accounts, 393.2 MB", true);
        return desk;
    }

    private void add(String made, long bytes, boolean encrypted, String words, boolean readable) {
        rows.add(new BackupRow(
                FOLDER.resolve("tradewind-" + made.substring(0, 10) + ".twbackup"), Instant.parse(made), bytes,
                        encrypted, words,
                readable));
    }

    @Override
    public BackupPlan plan() {
        return plan;
    }

    @Override
    public void plan(BackupPlan wanted) {
        refuse();
        asked.add("plan " + wanted.folder() + " " + wanted.every() + " " + wanted.keep());
        plan = wanted;
    }

    private void refuse() {
        if (!refusal.isEmpty()) {
            throw new RefusedException(refusal);
        }
    }

    @Override
    public List<BackupRow> list() {
        return List.copyOf(rows);
    }

    @Override
    public Optional<Instant> due() {
        return due;
    }

    @Override
    public String trouble() {
        return trouble;
    }

    @Override
    public Job<BackupRow> create() {
        asked.add("create");
        return Job.start("fake-backup", progress -> {
            half(progress);
            BackupRow row = new BackupRow(FOLDER.resolve("tradewind-2024-08-05-1.twbackup"),
                    Instant.parse("2024-08-05T14:19:00Z"), 1_288_499_999L, true, "3 sessions, 5 accounts, 1.2 GB",
                            true);
            rows.addFirst(row);
            return row;
        });
    }

    private void half(Progress progress) throws InterruptedException {
        progress.at(1, 2);
        gate.await();
        progress.at(1, 2);
        refuse();
    }

    @Override
    public Job<BackupCheck> verify(Path file, Optional<Unlock> unlock) {
        asked.add("verify " + file.getFileName() + wipe(unlock));
        return Job.start("fake-verify", progress -> {
            half(progress);
            return new BackupCheck(file, true, List.of("1,234 blocks match their checksums",
                    "the audit trail's chain is whole"));
        });
    }

    private String wipe(Optional<Unlock> unlock) {
        unlock.ifPresent(given -> {
            handed.add(given.passphrase());
            Arrays.fill(given.passphrase(), '\0');
        });
        return unlock.isEmpty() ? "" : unlock.get().recoveryCode() ? " with a recovery code" : " with the passphrase";
    }

    @Override
    public Job<RestoreReceipt> restore(Path file, Path folder, Optional<Unlock> unlock) {
        asked.add("restore " + file.getFileName() + " to " + folder + wipe(unlock));
        return Job.start("fake-restore", progress -> {
            half(progress);
            return new RestoreReceipt(folder, 214, 1_288_490_188L);
        });
    }

    @Override
    public Job<Rehearsal> rehearse(Path file, Optional<Unlock> unlock) {
        asked.add("rehearse " + file.getFileName() + wipe(unlock));
        return Job.start("fake-rehearse", progress -> {
            half(progress);
            return new Rehearsal(true, List.of(
                    "restored 214 files", "opened the database, version 5", "recovered 3 sessions, nothing differed"),
                            8_400);
        });
    }

    @Override
    public Job<ExportReceipt> export(Path folder) {
        asked.add("export " + folder);
        return Job.start("fake-export", progress -> {
            half(progress);
            return new ExportReceipt(folder, 31, 48_234_496L);
        });
    }
}
