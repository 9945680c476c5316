package dev.tradewind.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Progress;
import dev.tradewind.kernel.SystemClock;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.settings.Preferences;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data folder that is copied while it is written to is one that a crash could have left. */
class FolderMomentTest {

    private static final int MOMENTS = 25;
    private static final int ROWS_BETWEEN = 60;

    @TempDir
    private Path folder;

    /** Writes a session as fast as it can: files roll, blocks close, states are saved and the tape's beginning is dropped. */
    private static final class Writer implements AutoCloseable {

        private final SessionScript script;
        private final FileJournal journal;
        private final Snapshots snapshots;
        private final List<String> rows = new ArrayList<>();
        private final List<String> inputs = new ArrayList<>();
        private final Thread thread = new Thread(this::run);
        private volatile boolean ending;
        private volatile long committed;

        Writer(Path session, long seed) {
            script = new SessionScript(seed);
            journal = FileJournal.create(
                    new SystemDisk(), session, SessionScript.IDENTITY, 0, SessionScript.PROPERTIES,
                    new JournalLimits(20_000, 50, 6_000));
            snapshots = Snapshots.begin(new SystemDisk(), session, new TapeKeep(Long.MAX_VALUE, 30_000));
            thread.start();
        }

        private void run() {
            for (int step = 1; !ending; step++) {
                script.step(journal);
                if (step % 60 == 0) {
                    journal.commit();
                    committed = journal.lastRow();
                } else if (step % 23 == 0) {
                    journal.flush();
                }
                if (step % 480 == 0) {
                    snapshots.write(journal.mark(), new byte[] {1, 2, 3});
                }
            }
            rows.addAll(script.rows);
            inputs.addAll(script.inputs);
        }

        @Override
        public void close() {
            ending = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            snapshots.close();
            journal.close();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {20261121, 7, 4711})
    void whateverTheMomentTheSessionGoesOnFromIt(long seed) throws Exception {
        List<Path> copies = new ArrayList<>();
        List<Long> durable = new ArrayList<>();
        Writer writer = new Writer(folder.resolve("sessions/1"), seed);
        try (writer) {
            for (int i = 0; i < MOMENTS; i++) {
                long before = writer.committed;
                for (int wait = 0; wait < 1_000 && writer.committed < before + ROWS_BETWEEN; wait++) {
                    LockSupport.parkNanos(1_000_000);
                }
                durable.add(writer.committed);
                try (FolderMoment moment = FolderMoment.take(folder, Progress.NONE)) {
                    copies.add(write(moment, folder.resolveSibling(folder.getFileName() + "-copy-" + i)));
                }
            }
        }
        assertTrue(writer.rows.size() > 1_000, "the session was written meanwhile: " + writer.rows.size() + " rows");
        for (int i = 0; i < MOMENTS; i++) {
            Path session = copies.get(i).resolve("sessions/1");
            StoredSession stored = StoredSession.newest(session, SessionScript.IDENTITY);
            String which = "seed " + seed + ", moment " + i + ": " + stored.check().message();
            assertTrue(stored.check().usable(), which);
            stored.resume().close();
            JournalCheck after = JournalReader.check(session);
            assertTrue(after instanceof JournalCheck.Intact, "after it was opened, " + which + " " + after.message());
            long rows = ((JournalCheck.Intact) after).rows();
            assertTrue(rows >= durable.get(i), which + " holds " + rows + " rows, durable were " + durable.get(i));
            assertPrefix(writer, session, which);
            delete(copies.get(i));
        }
    }

    private static void assertPrefix(Writer writer, Path session, String which) {
        StoredSession whole = StoredSession.earliest(session);
        if (whole.startRow() > 0) {
            return; // its beginning was dropped: the chain says that its rows are the recorded ones
        }
        List<String> rows = SessionScript.rowsOf(session);
        assertEquals(writer.rows.subList(0, rows.size()), rows, which);
        List<String> inputs = SessionScript.inputsOf(session);
        assertEquals(writer.inputs.subList(0, inputs.size()), inputs, which);
    }

    @Test
    void theDatabaseIsWholeWhileItIsWrittenTo() throws Exception {
        try (Database database = Database.open(folder)) {
            Thread writer = new Thread(() -> {
                for (int i = 0; i < 400 && !Thread.currentThread().isInterrupted(); i++) {
                    database.settings().put(Map.of("test.first", Integer.toString(i), "test.second", Integer.toString(i)));
                }
            });
            writer.start();
            for (int i = 0; i < 10; i++) {
                try (FolderMoment moment = FolderMoment.take(folder, Progress.NONE)) {
                    Path copy = write(moment, folder.resolveSibling(folder.getFileName() + "-db-" + i));
                    assertEquals(List.of(), TableCounts.faults(copy.resolve(Database.FILE)));
                    try (Database restored = Database.open(copy)) {
                        Map<String, String> values = restored.settings().values("test.");
                        assertEquals(values.get("test.first"), values.get("test.second"), "one transaction, whole or not");
                    }
                    delete(copy);
                }
            }
            writer.interrupt();
            writer.join();
        }
        assertEquals(List.of("tradewind.db"), names(folder), "nothing of the copies is left");
    }

    @Test
    void theAuditTrailIsWholeWhileItIsWrittenTo() throws Exception {
        String long4000 = "x".repeat(AuditEntry.LONGEST);
        AuditEntry entry = new AuditEntry(Actor.USER, "setting.changed", "look", long4000, long4000);
        long rows = 0;
        try (AuditLog log = AuditLog.open(folder, new SystemClock(), () -> entry)) {
            AtomicBoolean ending = new AtomicBoolean();
            Thread writer = new Thread(() -> {
                while (!ending.get()) {
                    log.record(entry);
                }
            });
            writer.start();
            for (int i = 0; i < 20; i++) {
                LockSupport.parkNanos(20_000_000);
                long durable = log.head().row();
                try (FolderMoment moment = FolderMoment.take(folder, Progress.NONE)) {
                    Path copy = write(moment, folder.resolveSibling(folder.getFileName() + "-audit-" + i));
                    AuditReader.Found found = AuditReader.of(copy).check((row, head) -> {}, Progress.NONE);
                    assertTrue(found.whole(), found.message());
                    assertTrue(found.rows() >= durable, found.rows() + " rows, " + durable + " were durable");
                    rows = found.rows();
                    delete(copy);
                }
            }
            ending.set(true);
            writer.join();
        }
        assertTrue(rows > 10, "it was written meanwhile: " + rows + " rows");
    }

    @Test
    void aWriterDoesNotWaitForTheCopy() throws Exception {
        try (Database database = Database.open(folder)) {
            database.settings().save(Preferences.DEFAULT);
            boolean[] wrote = {false};
            try (Connection reader = database.connect(); Statement statement = reader.createStatement()) {
                statement.execute("create table ballast as with recursive n(i) as (select 1 union all select i + 1 from n"
                        + " where i < 20000) select i, randomblob(200) as b from n");
            }
            try (FolderMoment moment = FolderMoment.take(folder, (done, total) -> {
                if (!wrote[0]) {
                    // in the middle of the copy, on its own thread: it would wait for ever if it waited
                    database.settings().put(Map.of("test.meanwhile", "yes"));
                    wrote[0] = true;
                }
            })) {
                assertTrue(wrote[0], "the copy took long enough to be met");
                Path copy = write(moment, folder.resolveSibling(folder.getFileName() + "-one"));
                try (Database restored = Database.open(copy)) {
                    assertEquals(Map.of(), restored.settings().values("test."), "written after the moment");
                }
                delete(copy);
            }
            assertEquals(Map.of("test.meanwhile", "yes"), database.settings().values("test."));
        }
    }

    @Test
    void takesWhatIsWorthKeepingAndLeavesTheRest() throws IOException {
        for (String kept : List.of("vault", "trials/0a.log", "audit/00000001.twa", "notes.txt")) {
            put(kept, kept);
        }
        for (String left : List.of(
                "lock", "lock.pid", "tradewind.log", "tradewind.log.1", "trials/0a.seen", "trials/lock", "x.new", "a.twb.part",
                "backups/tradewind-2026-11-21T15-30-00Z.twb", "elsewhere/tradewind-2026-11-21T15-30-00Z.twb", "trade.png",
                ".rehearsal-1/tradewind.db", "database-999999999-1.copy", "tradewind.db-wal", "crash/one.zip")) {
            put(left, left);
        }
        try (FolderMoment moment = FolderMoment.take(folder, Progress.NONE)) {
            assertEquals(
                    List.of("audit/00000001.twa", "notes.txt", "trials/0a.log", "vault"),
                    moment.pieces().stream().map(FolderPiece::path).sorted().toList());
        }
    }

    @Test
    void whatIsReplacedOrDeletedLaterMakesNoDifference() throws IOException {
        put("vault", "before");
        put("trials/0a.log", "x".repeat(3_000_000));
        try (FolderMoment moment = FolderMoment.take(folder, Progress.NONE)) {
            Files.writeString(folder.resolve("vault"), "overwritten in place");
            Files.delete(folder.resolve("trials/0a.log"));
            Path copy = write(moment, folder.resolveSibling(folder.getFileName() + "-later"));
            assertEquals("before", Files.readString(copy.resolve("vault")));
            assertArrayEquals("x".repeat(3_000_000).getBytes(), Files.readAllBytes(copy.resolve("trials/0a.log")));
            delete(copy);
        }
    }

    private void put(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static Path write(FolderMoment moment, Path target) throws IOException {
        for (FolderPiece piece : moment.pieces()) {
            Path file = target.resolve(piece.path());
            Files.createDirectories(file.getParent());
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(piece.bytes()));
            piece.read(0, bytes);
            Files.write(file, bytes.array());
        }
        return target;
    }

    private static List<String> names(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
