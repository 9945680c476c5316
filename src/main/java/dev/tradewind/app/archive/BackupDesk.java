package dev.tradewind.app.archive;

import dev.tradewind.app.job.Job;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Backups. One is a single file with everything of the data folder as of one moment, taken while sessions go on; encrypted so
 * that the vault's passphrase (or recovery code) opens it. Without a vault there are no keys to guard and it is not encrypted,
 * which {@link BackupRow#encrypted()} says. What takes long is a {@link Job}; jobs fail with a
 * {@link dev.tradewind.app.job.RefusedException} in words for the user. Every {@code char[]} handed over is wiped.
 */
public interface BackupDesk {

    /** {@return where backups go, how often, how many are kept} */
    BackupPlan plan();

    /** Keeps a plan; the folder is made if it is missing. */
    void plan(BackupPlan plan);

    /** {@return the backups in the plan's folder, the newest first; blocks for a moment} */
    List<BackupRow> list();

    /** {@return when the next backup of the plan is due, empty if it makes none by itself} */
    Optional<Instant> due();

    /** {@return what came of the last backup made by the plan, in words; empty if it was made} */
    String trouble();

    /** Makes a backup now and drops the oldest the plan no longer keeps. */
    Job<BackupRow> create();

    /** Checks a backup: all its bytes, and with the passphrase also all that is in it. */
    Job<BackupCheck> verify(Path file, Optional<Unlock> unlock);

    /** Restores a backup into a folder that must not exist or be empty. */
    Job<RestoreReceipt> restore(Path file, Path folder, Optional<Unlock> unlock);

    /** Restores it into a folder of its own, opens everything there as a start would, and removes it again. */
    Job<Rehearsal> rehearse(Path file, Optional<Unlock> unlock);

    /** Writes everything without secrets as CSV and JSON files into a new folder. */
    Job<ExportReceipt> export(Path folder);

    /** What opens a backup: the passphrase with the key file if one is needed, or a recovery code. */
    record Unlock(char[] passphrase, Optional<Path> keyFile, boolean recoveryCode) {

        @Override
        public String toString() {
            return "Unlock[redacted]";
        }
    }

    /**
     * Where and how often.
     *
     * @param folder where backups go
     * @param every  how often one is made while the program runs
     * @param keep   how many of the newest are kept, 1 to 1,000; older ones go, but for the newest of each of the last four
     *               weeks
     */
    record BackupPlan(Path folder, Every every, int keep) {

        public BackupPlan {
            if (keep < 1 || keep > 1_000) {
                throw new IllegalArgumentException("keeping " + keep + " backups; it takes 1 to 1000");
            }
        }
    }

    /** How often a backup is made. */
    enum Every {
        NEVER,
        HOUR,
        DAY,
        WEEK
    }

    /**
     * A backup.
     *
     * @param made      when
     * @param bytes     the file's size
     * @param encrypted whether a passphrase is needed
     * @param words     what is in it, for instance {@code 3 sessions, 2 accounts, 1.2 GB}; or what is wrong with the file
     * @param readable  whether its head is whole
     */
    record BackupRow(Path file, Instant made, long bytes, boolean encrypted, String words, boolean readable) {}

    /** What a check found: {@code sound}, and one line for each thing checked. */
    record BackupCheck(Path file, boolean sound, List<String> findings) {

        public BackupCheck {
            findings = List.copyOf(findings);
        }
    }

    /** What was restored. */
    record RestoreReceipt(Path folder, int files, long bytes) {}

    /** What a rehearsal found: whether a start from this backup would succeed, one line for each step, and how long it took. */
    record Rehearsal(boolean passed, List<String> steps, long tookMillis) {

        public Rehearsal {
            steps = List.copyOf(steps);
        }
    }

    /** What was written. */
    record ExportReceipt(Path folder, int files, long bytes) {}
}
