package dev.tradewind.app.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.app.archive.BackupDesk.BackupCheck;
import dev.tradewind.app.archive.BackupDesk.BackupPlan;
import dev.tradewind.app.archive.BackupDesk.BackupRow;
import dev.tradewind.app.archive.BackupDesk.Every;
import dev.tradewind.app.archive.BackupDesk.Rehearsal;
import dev.tradewind.app.archive.BackupDesk.RestoreReceipt;
import dev.tradewind.app.archive.BackupDesk.Unlock;
import dev.tradewind.app.job.Job;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.domain.CancelledException;
import dev.tradewind.domain.Progress;
import dev.tradewind.monitor.Actor;
import dev.tradewind.persistence.DataFolder;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups are made, listed, checked, restored, rehearsed and dropped; a failure leaves nothing and says so. */
class ArchiveDeskTest {

    @TempDir
    private Path temporary;

    private ArchiveFixture home;
    private ArchiveDesk desk;

    @BeforeEach
    void fill() throws IOException {
        home = new ArchiveFixture(Files.createDirectory(temporary.resolve("data"))).filled();
        desk = ArchiveDesk.once(home.parts);
    }

    private static <T> T done(Job<T> job) throws InterruptedException {
        try {
            return job.await();
        } catch (ExecutionException e) {
            throw assertInstanceOf(RefusedException.class, e.getCause(), () -> "failed by " + e.getCause());
        }
    }

    private static Optional<Unlock> unlock(String passphrase) {
        return Optional.of(new Unlock(passphrase.toCharArray(), Optional.empty(), false));
    }

    @Test
    void withoutAVaultItIsNotEncryptedAndSaysSo() throws Exception {
        BackupRow row = done(desk.create());
        assertEquals("tradewind-2026-11-21T12-00-00Z.twb", row.file().getFileName().toString());
        assertEquals(ArchiveFixture.NOON, row.made());
        assertFalse(row.encrypted());
        assertTrue(row.words().startsWith("1 session, 0 accounts, "), row.words());
        assertTrue(row.words().endsWith(", not encrypted"), row.words());
        assertEquals(List.of(row), desk.list());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(row.file())));
        assertEquals(List.of("USER backup.made"), home.trail);

        BackupCheck check = done(desk.verify(row.file(), Optional.empty()));
        assertTrue(check.sound(), check.findings().toString());
        assertTrue(check.findings().getLast().startsWith("session 1: Journal intact: 1 rows"), check.findings().toString());
    }

    @Test
    void whatIsRestoredIsWhatWasThere() throws Exception {
        home.guarded();
        BackupRow row = done(desk.create());
        assertTrue(row.encrypted());
        Path target = temporary.resolve("restored");
        RestoreReceipt receipt = done(desk.restore(row.file(), target, unlock(ArchiveFixture.PASSPHRASE)));
        assertEquals(target, receipt.folder());
        for (String name : List.of("vault", "trials/0a.log", "sessions/1/journal/00000001.twj", "sessions/1/tape/open.twp")) {
            assertArrayEquals(
                    Files.readAllBytes(home.folder.resolve(name)), Files.readAllBytes(target.resolve(name)), name);
        }
        try (DataFolder taken = DataFolder.open(target); Database database = Database.open(taken.path())) {
            assertEquals(150, database.settings().load().textPercent());
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("sessions"))));
    }

    @Test
    void nothingOfAnEncryptedOneIsInTheClear() throws Exception {
        home.guarded();
        BackupRow row = done(desk.create());
        String all = new String(Files.readAllBytes(row.file()), StandardCharsets.ISO_8859_1);
        for (String word : List.of("look.light", "paper/1", "SQLite format", "sessions/1", "trials/0a.log")) {
            assertFalse(all.contains(word), word + " stands in the file");
        }
    }

    @Test
    void anEncryptedOneIsCheckedByBytesWithoutThePassphraseAndOpensWithItAlone() throws Exception {
        home.guarded();
        BackupRow row = done(desk.create());
        BackupCheck bytes = done(desk.verify(row.file(), Optional.empty()));
        assertTrue(bytes.sound(), bytes.findings().toString());
        assertTrue(bytes.findings().getLast().startsWith("encrypted: what is in it was not looked at"), bytes.findings().toString());

        Path target = temporary.resolve("restored");
        RefusedException none =
                assertThrows(RefusedException.class, () -> done(desk.restore(row.file(), target, Optional.empty())));
        assertTrue(none.getMessage().contains("takes the passphrase"), none.getMessage());
        assertThrows(RefusedException.class, () -> done(desk.restore(row.file(), target, unlock("another passphrase"))));
        assertFalse(Files.exists(target), "nothing is left of a restore that failed");

        char[] typed = ArchiveFixture.PASSPHRASE.toCharArray();
        BackupCheck all = done(desk.verify(row.file(), Optional.of(new Unlock(typed, Optional.empty(), false))));
        assertTrue(all.sound(), all.findings().toString());
        assertArrayEquals(new char[typed.length], typed, "the passphrase was wiped");
        assertEquals(List.of(row.file()), desk.list().stream().map(BackupRow::file).toList());
        try (Stream<Path> left = Files.list(row.file().getParent())) {
            assertEquals(1, left.count(), "what it was looked at in was removed");
        }
    }

    @Test
    void aFolderWithSomethingInItIsRefused() throws Exception {
        BackupRow row = done(desk.create());
        Path target = Files.createDirectory(temporary.resolve("mine"));
        Files.writeString(target.resolve("thesis.txt"), "years of work");
        RefusedException refused =
                assertThrows(RefusedException.class, () -> done(desk.restore(row.file(), target, Optional.empty())));
        assertTrue(refused.getMessage().contains("is not empty"), refused.getMessage());
        assertEquals("years of work", Files.readString(target.resolve("thesis.txt")));
        try (Stream<Path> all = Files.list(target)) {
            assertEquals(1, all.count());
        }
    }

    @Test
    void halfARestoreIsNoDataFolder() throws Exception {
        Path target = temporary.resolve("half");
        Workplace place = Workplace.take(target);
        place.file("tradewind.db").close();
        assertThrows(StorageException.class, () -> DataFolder.open(target));
        place.finish(Progress.NONE);
        DataFolder.open(target).close();
    }

    @Test
    void aRehearsalStartsFromItAndLeavesNothing() throws Exception {
        List<Path> started = new ArrayList<>();
        ArchiveParts parts = new ArchiveParts(home.folder, "1.2.3", home, home.parts.trail(), home.clock, (folder, progress) -> {
            started.add(folder);
            assertTrue(Files.exists(folder.resolve("tradewind.db")));
            return List.of(new StartTrial.Step(true, "it starts"), new StartTrial.Step(false, "a session does not"));
        });
        ArchiveDesk rehearsing = ArchiveDesk.once(parts);
        BackupRow row = done(rehearsing.create());
        Rehearsal rehearsal = done(rehearsing.rehearse(row.file(), Optional.empty()));
        assertFalse(rehearsal.passed());
        assertEquals("it starts", rehearsal.steps().get(rehearsal.steps().size() - 2));
        assertEquals("failed: a session does not", rehearsal.steps().getLast());
        assertEquals(row.file().getParent(), started.getFirst().getParent());
        assertFalse(Files.exists(started.getFirst()));
        assertEquals(List.of("USER backup.made", "USER backup.rehearsed"), home.trail);
    }

    @Test
    void aCancelledOneLeavesNothing() throws Exception {
        Making making = new Making(home.parts, new PlanStore(home, home.folder));
        assertThrows(CancelledException.class, () -> making.make(Actor.USER, (done, total) -> {
            if (total > 0 && done > 0) {
                throw new CancelledException("enough");
            }
        }));
        try (Stream<Path> left = Files.list(home.folder.resolve("backups"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void whatACrashLeftIsRemovedByTheNextOne() throws Exception {
        Path backups = Files.createDirectory(home.folder.resolve("backups"));
        Path left = Files.writeString(backups.resolve("tradewind-2026-11-20T12-00-00Z.twb.part"), "half");
        Files.writeString(home.folder.resolve("database-999999999-1.copy"), "half");
        Path opened = Files.createDirectory(backups.resolve(".rehearsal-999999999-1"));
        Files.writeString(opened.resolve("vault"), "in the clear");
        assertEquals(List.of(), desk.list());
        done(desk.create());
        assertFalse(Files.exists(left));
        assertFalse(Files.exists(opened));
        assertFalse(Files.exists(home.folder.resolve("database-999999999-1.copy")));
    }

    @Test
    void onlyTheNewestAreKept() throws Exception {
        desk.plan(new BackupPlan(temporary.resolve("elsewhere"), Every.HOUR, 2));
        for (int i = 0; i < 4; i++) {
            done(desk.create());
            home.advanceSeconds(3_600);
        }
        assertEquals(
                List.of("tradewind-2026-11-21T15-00-00Z.twb", "tradewind-2026-11-21T14-00-00Z.twb"),
                desk.list().stream().map(row -> row.file().getFileName().toString()).toList());
        assertEquals(2, home.trail.stream().filter("USER backup.dropped"::equals).count());
        assertEquals("USER plan.changed", home.trail.getFirst());
    }

    @Test
    void theNewestThatWasFoundSoundIsNeverDropped() throws Exception {
        desk.plan(new BackupPlan(temporary.resolve("elsewhere"), Every.HOUR, 1));
        Path first = done(desk.create()).file();
        assertTrue(done(desk.verify(first, Optional.empty())).sound());
        for (int i = 0; i < 3; i++) {
            home.advanceSeconds(3_600);
            done(desk.create());
        }
        assertTrue(Files.exists(first));
        assertEquals(2, desk.list().size());
    }

    @Test
    void aBrokenFileIsListedAsThat() throws Exception {
        BackupRow row = done(desk.create());
        Files.writeString(row.file(), "no backup at all");
        BackupRow broken = desk.list().getFirst();
        assertFalse(broken.readable());
        assertEquals("unreadable: it does not begin like a backup of Tradewind", broken.words());
        assertFalse(done(desk.verify(row.file(), Optional.empty())).sound());
    }

    @Test
    void aFolderThatIsNotThereIsRefusedAndTold() throws Exception {
        home.put(Map.of("backup.folder", temporary.resolve("unplugged/disk").toString()));
        RefusedException refused = assertThrows(RefusedException.class, () -> done(desk.create()));
        assertTrue(refused.getMessage().contains("is the disk with it connected?"), refused.getMessage());
        assertEquals(List.of("USER backup.failed"), home.trail);
    }

    @Test
    void thePlanMakesThemByItself() throws Exception {
        Schedule schedule = desk.schedule();
        assertEquals(Optional.of(ArchiveFixture.NOON.plusSeconds(86_400)), desk.due());
        assertFalse(schedule.look(Progress.NONE), "nothing is due yet");
        home.advanceSeconds(86_400);
        assertTrue(schedule.look(Progress.NONE));
        assertFalse(schedule.look(Progress.NONE), "the next is due in a day");
        assertEquals(Optional.of(Instant.parse("2026-11-23T12:00:00Z")), desk.due());
        assertEquals(List.of("RULE backup.made"), home.trail);
        assertEquals("", desk.trouble());
        desk.plan(new BackupPlan(desk.plan().folder(), Every.NEVER, 1));
        assertEquals(Optional.empty(), desk.due());
    }

    @Test
    void troubleOfThePlanIsToldUntilOneIsMade() throws Exception {
        home.advanceSeconds(1);
        desk.due();
        home.advanceSeconds(2 * 86_400);
        Path blocked = Files.writeString(temporary.resolve("blocked"), "a file");
        home.put(Map.of("backup.folder", blocked.toString()));
        assertFalse(desk.schedule().look(Progress.NONE));
        assertTrue(desk.trouble().contains("is a file, not a folder"), desk.trouble());
        assertEquals(List.of("RULE backup.failed"), home.trail);
        assertFalse(desk.schedule().look(Progress.NONE), "tried again only after a while");
        assertEquals(1, home.trail.size());
        Files.delete(blocked);
        home.advanceSeconds(601);
        assertTrue(desk.schedule().look(Progress.NONE));
        assertEquals("", desk.trouble());
    }

    @Test
    void everythingIsExportedWithoutSecrets() throws Exception {
        home.guarded();
        try (Database database = Database.open(home.folder)) {
            database.settings().put(Map.of("metrics.token", "s3cret", "look.title", "a,b \"c\""));
        }
        Path target = temporary.resolve("export");
        done(desk.export(target));
        String settings = Files.readString(target.resolve("settings.csv"));
        assertTrue(settings.contains("look.title,\"a,b \"\"c\"\"\"\n"), settings);
        assertFalse(settings.contains("s3cret"), settings);
        assertTrue(Files.readString(target.resolve("manifest.json")).contains("\"secrets\" : false"));
        assertTrue(Files.exists(target.resolve("sessions/1/orders.json")));
        try (Stream<Path> all = Files.walk(target)) {
            assertFalse(all.anyMatch(path -> path.getFileName().toString().contains("vault")));
        }
        assertEquals(List.of("USER data.exported"), home.trail);
    }
}
