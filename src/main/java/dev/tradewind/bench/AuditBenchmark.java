package dev.tradewind.bench;

import dev.tradewind.app.ActivityFolder;
import dev.tradewind.app.activity.ActivityDesk;
import dev.tradewind.domain.Reason;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.persistence.AuditLog;
import dev.tradewind.persistence.FileJournal;
import dev.tradewind.persistence.JournalAnchor;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Rows a second that {@code tradewind audit verify} checks: an audit trail and two journals tied to it, by the way the command
 * takes. Beside it, in turns, the same files are read and put through SHA-256, file by file and nothing else. The gate: every
 * row was counted, and one bit changed in the middle of a journal is found.
 */
final class AuditBenchmark implements Benchmark {

    private static final int WARM_UPS = 1;
    private static final int RUNS = 5;
    private static final int SESSIONS = 2;
    private static final int ANCHORED_EVERY = 50_000;
    private static final int BUFFER_BYTES = 1 << 20;
    private static final double GOAL = 200_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final int trailRows;
    private final int journalRows;
    private long rows;

    AuditBenchmark(int trailRows, int journalRows) {
        this.trailRows = trailRows;
        this.journalRows = journalRows;
    }

    @Override
    public String name() {
        return "audit.verify";
    }

    @Override
    public String unit() {
        return "rows/s";
    }

    @Override
    public OptionalDouble goal() {
        return OptionalDouble.of(GOAL);
    }

    @Override
    public BenchResult run() throws Exception {
        Path folder = Files.createTempDirectory("tradewind-audit");
        try {
            make(folder);
            List<Path> files = files(folder);
            String[] verdict = {BenchResult.OK};
            Repeated.Pair medians = Repeated.inTurns(WARM_UPS, RUNS, () -> {
                long began = System.nanoTime();
                ActivityDesk.Verdict found = verify(folder);
                double rate = found.rows() * NANOS_PER_SECOND / (System.nanoTime() - began);
                if (!found.sound() || found.rows() != rows) {
                    verdict[0] = rows + " rows were written, found was " + found;
                }
                return rate;
            }, () -> read(files));
            return BenchResult.of(medians.work())
                    .beside("only reading and SHA-256", medians.peer())
                    .judged(verdict[0].equals(BenchResult.OK) ? planted(folder) : verdict[0]);
        } finally {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
        }
    }

    private static ActivityDesk.Verdict verify(Path folder) throws Exception {
        return ActivityFolder.look(Optional.of(folder)).verify().await();
    }

    /** {@return whether a flipped bit is found, as the gate says it} */
    private static String planted(Path folder) throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("sessions/2/journal/00000001.twj").toFile(), "rw")) {
            long at = file.length() / 2;
            file.seek(at);
            int was = file.read();
            file.seek(at);
            file.write(was ^ 1);
        }
        ActivityDesk.Verdict found = verify(folder);
        return found.sound() ? "a flipped bit was not found: " + found : BenchResult.OK;
    }

    private void make(Path folder) {
        long[] now = {1_700_000_000_000_000_000L};
        try (AuditLog log = AuditLog.open(
                new UnforcedDisk(), folder, () -> now[0]++, () -> AuditEntry.of(Actor.PROGRAM, "trail.began", "sessions "))) {
            rows = 1;
            for (int session = 1; session <= SESSIONS; session++) {
                journal(folder, session, log);
            }
            while (rows < SESSIONS * (long) journalRows + trailRows) {
                record(log, new AuditEntry(
                        Actor.USER, "settings.changed", "", "backup.every 6 h", "backup.every " + rows % 24 + " h"));
            }
        }
    }

    private void record(AuditLog log, AuditEntry entry) {
        log.record(entry);
        rows++;
    }

    private void journal(Path folder, int session, AuditLog log) {
        Path place = folder.resolve("sessions").resolve(Integer.toString(session));
        String subject = "session " + session;
        try (FileJournal journal = FileJournal.create(
                new UnforcedDisk(), place, "paper/" + session, 0, Map.of("audit", log.head().toString()))) {
            for (long sequence = 1; journal.lastRow() < journalRows; sequence++) {
                journal.timer(sequence, sequence, 7);
                journal.decision(sequence, sequence, 1, Reason.SAFETY_ORDER_PLACED, 5_231_044 + sequence % 1_000, 0);
                if (sequence == 1 || journal.lastRow() % ANCHORED_EVERY == 1) {
                    record(log, new AuditEntry(
                            Actor.PROGRAM, sequence == 1 ? "session.began" : "session.anchored", subject, "",
                            JournalAnchor.of(journal.mark()).toString()));
                }
            }
            rows += journal.lastRow();
        }
    }

    /** {@return rows a second, were reading and hashing all there is} */
    private double read(List<Path> files) throws IOException, NoSuchAlgorithmException {
        byte[] buffer = new byte[BUFFER_BYTES];
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        long began = System.nanoTime();
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                        sha256.update(buffer, 0, read);
                    }
                }
                sha256.digest();
            }
        }
        return rows * NANOS_PER_SECOND / (System.nanoTime() - began);
    }

    /** {@return everything in a folder, its content before itself} */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
