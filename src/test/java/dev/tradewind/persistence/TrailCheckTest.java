package dev.tradewind.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.domain.Progress;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Journals and the trail hold each other: whatever is cut, swapped or rewritten of the one is found by the other. */
class TrailCheckTest {

    private static final Path HOME = Path.of("home");
    private static final JournalLimits SMALL = new JournalLimits(2_000, 25, 700);

    private final MemoryDisk disk = new MemoryDisk();
    private long now = 1_700_000_000_000_000_000L;
    private long anchoredRow;

    @BeforeEach
    void twoSessions() {
        try (AuditLog log = log("")) {
            session(log, disk, 1, 21);
            session(log, disk, 2, 22);
            log.record(AuditEntry.of(Actor.USER, "settings.look", "light"));
        }
        assertThat(lines(check(disk))).containsExactly(
                "Audit trail intact: 8 rows in 1 file.",
                "Session 1: " + rows(disk, 1) + " rows intact, tied to the trail in 3 places.",
                "Session 2: " + rows(disk, 2) + " rows intact, tied to the trail in 3 places.");
        assertThat(check(disk).sound()).isTrue();
        assertThat(check(disk).rows()).isEqualTo(8 + rows(disk, 1) + rows(disk, 2));
    }

    private AuditLog log(String older) {
        return AuditLog.open(
                disk, HOME, () -> now += 1_000, () -> AuditEntry.of(Actor.PROGRAM, "trail.began", "sessions " + older), 1L << 20);
    }

    private static Path folder(int number) {
        return HOME.resolve("sessions").resolve(Integer.toString(number));
    }

    /** As the program ties a session: at its beginning, at a saved state, at its end. */
    private void session(AuditLog log, MemoryDisk target, int number, long seed) {
        Map<String, String> properties = new LinkedHashMap<>(SessionScript.PROPERTIES);
        properties.put("audit", log.head().toString());
        SessionScript script = new SessionScript(seed);
        try (FileJournal journal =
                FileJournal.create(target, folder(number), "paper/" + number, 5, properties, SMALL)) {
            tie(log, "session.began", number, journal.mark());
            for (int i = 0; i < 60; i++) {
                script.step(journal);
            }
            anchoredRow = journal.mark().row();
            tie(log, "session.anchored", number, journal.mark());
            for (int i = 0; i < 40; i++) {
                script.step(journal);
            }
            tie(log, "session.ended", number, journal.mark());
        }
    }

    private static void tie(AuditLog log, String action, int number, SnapshotMark mark) {
        log.record(new AuditEntry(Actor.PROGRAM, action, "session " + number, "", JournalAnchor.of(mark).toString()));
    }

    private static TrailCheck.Result check(MemoryDisk of) {
        return TrailCheck.run(of, HOME, Progress.NONE);
    }

    private static List<String> lines(TrailCheck.Result result) {
        return result.findings().stream().map(TrailCheck.Finding::words).toList();
    }

    private static List<String> wrong(MemoryDisk of) {
        return check(of).findings().stream().filter(each -> !each.sound()).map(TrailCheck.Finding::words).toList();
    }

    private static long rows(MemoryDisk of, int number) {
        JournalCheck check = JournalReader.check(of, folder(number));
        assertThat(check).isInstanceOf(JournalCheck.Intact.class);
        return ((JournalCheck.Intact) check).rows();
    }

    private List<Path> journal(int number) {
        return disk.files().keySet().stream()
                .filter(file -> file.startsWith(folder(number).resolve("journal")))
                .toList();
    }

    @Test
    void aJournalCutAtAnyByteIsFound() {
        List<Path> files = journal(1);
        assertThat(files).hasSizeGreaterThan(1);
        for (int file = 0; file < files.size(); file++) {
            byte[] bytes = disk.files().get(files.get(file));
            for (int length = 0; length < bytes.length; length++) {
                MemoryDisk cut = disk.copy();
                cut.files().put(files.get(file), Arrays.copyOf(bytes, length));
                for (int later = file + 1; later < files.size(); later++) {
                    cut.files().remove(files.get(later));
                }
                assertThat(wrong(cut)).as("file %s cut to %s", file, length).singleElement().asString().startsWith("Session 1:");
            }
        }
    }

    @Test
    void aJournalCutBetweenTwoRowsIsFoundThoughItIsWholeInItself() {
        List<Path> files = journal(1);
        MemoryDisk cut = disk.copy();
        cut.files().remove(files.getLast());
        assertThat(wrong(cut)).singleElement().asString()
                .startsWith("Session 1: its journal was cut: it ends with row ")
                .contains("was on the disk when the trail was tied to it");
    }

    @Test
    void aJournalPutInTheOthersPlaceIsFound() {
        MemoryDisk swapped = disk.copy();
        swapped.files().keySet().removeIf(file -> file.startsWith(HOME.resolve("sessions")));
        for (Path file : disk.files().keySet()) {
            if (file.startsWith(folder(1)) || file.startsWith(folder(2))) {
                int other = file.startsWith(folder(1)) ? 2 : 1;
                Path target = folder(other).resolve(folder(3 - other).relativize(file));
                swapped.files().put(target, disk.files().get(file));
            }
        }
        assertThat(wrong(swapped)).anySatisfy(words -> assertThat(words)
                .startsWith("Session 1: its journal was replaced: it is of paper/2"));
        assertThat(wrong(swapped)).anySatisfy(words -> assertThat(words).startsWith("Session 2: its journal was replaced"));
    }

    @Test
    void aJournalWrittenAnewWithARightChainIsFound() {
        MemoryDisk forged = disk.copy();
        forged.files().keySet().removeIf(file -> file.startsWith(folder(1)));
        try (AuditLog elsewhere = AuditLog.open(
                new MemoryDisk(), HOME, () -> 1, () -> AuditEntry.of(Actor.PROGRAM, "trail.began", "sessions "), 1L << 20)) {
            session(elsewhere, forged, 1, 99);
        }
        assertThat(rows(forged, 1)).isPositive();
        assertThat(wrong(forged)).anySatisfy(words -> assertThat(words)
                .startsWith("Session 1: its journal was rewritten: rows up to 1 are not those the trail was tied to"));
    }

    @Test
    void aTrailCutAtAnyByteIsFoundAsFarAsAJournalRefersToIt() {
        Path file = HOME.resolve("audit").resolve("00000001.twa");
        byte[] bytes = disk.files().get(file);
        // session 2 began behind row 4
        boolean found = true;
        for (int length = 0; length <= bytes.length; length++) {
            MemoryDisk cut = disk.copy();
            cut.files().put(file, Arrays.copyOf(bytes, length));
            TrailCheck.Result result = check(cut);
            long rows = AuditReader.of(cut, HOME).check((row, head) -> {}, Progress.NONE).rows();
            // without its row 5, the trail knows nothing of session 2
            assertThat(result.sound()).as("cut to %s, %s rows: %s", length, rows, lines(result)).isEqualTo(rows >= 5);
            found &= rows >= 4 || lines(result).stream().anyMatch(words -> words.startsWith("The audit trail"));
        }
        assertThat(found).isTrue();
    }

    @Test
    void aTrailWrittenAnewIsFound() {
        MemoryDisk forged = disk.copy();
        forged.files().keySet().removeIf(file -> file.startsWith(HOME.resolve("audit")));
        List<AuditRow> rows = new ArrayList<>();
        AuditReader.of(disk, HOME).check((row, head) -> rows.add(row), Progress.NONE);
        try (AuditLog log = AuditLog.open(forged, HOME, () -> now += 1_000, () -> rows.getFirst().entry(), 1L << 20)) {
            rows.stream().skip(1).forEach(row -> log.record(row.entry()));
        }
        assertThat(wrong(forged)).containsExactly(
                "The audit trail was rewritten: its row 1 is not the one session 1 began behind. Compare it with the one in"
                        + " your last backup.",
                "The audit trail was rewritten: its row 4 is not the one session 2 began behind. Compare it with the one in"
                        + " your last backup.");
    }

    @Test
    void aTrailThatIsGoneIsMissedByTheJournals() {
        MemoryDisk gone = disk.copy();
        gone.files().keySet().removeIf(file -> file.startsWith(HOME.resolve("audit")));
        assertThat(wrong(gone)).contains("The audit trail was cut: session 1 began when it had row 1, now it ends with row 0."
                + " Compare it with the one in your last backup.");
    }

    @Test
    void aSessionsFolderThatIsGoneIsMissedByTheTrail() {
        MemoryDisk gone = disk.copy();
        gone.files().keySet().removeIf(file -> file.startsWith(folder(2)));
        assertThat(wrong(gone)).singleElement().asString()
                .startsWith("Session 2: its").contains("gone; the trail knows it up to row " + rows(disk, 2));
    }

    @Test
    void aSessionTheTrailKnowsNothingOfIsFoundUnlessItIsOlderThanTheTrail() {
        MemoryDisk extra = disk.copy();
        try (AuditLog elsewhere = AuditLog.open(
                new MemoryDisk(), HOME, () -> 1, () -> AuditEntry.of(Actor.PROGRAM, "trail.began", "sessions "), 1L << 20)) {
            session(elsewhere, extra, 3, 5);
        }
        assertThat(wrong(extra)).anySatisfy(words -> assertThat(words)
                .isEqualTo("Session 3: the trail knows nothing of it: its beginning was recorded nowhere."));

        disk.files().keySet().removeIf(file -> file.startsWith(HOME.resolve("audit")));
        log("1 2").close();
        assertThat(lines(check(disk))).containsExactly(
                "Audit trail intact: 1 row in 1 file.",
                "Session 1: " + rows(disk, 1) + " rows intact, tied to the trail in 0 places; it is older than the trail.",
                "Session 2: " + rows(disk, 2) + " rows intact, tied to the trail in 0 places; it is older than the trail.");
        assertThat(check(disk).sound()).isTrue();
    }

    @Test
    void aCrashBetweenJournalAndTrailIsNoAlarm() {
        try (AuditLog log = log("")) {
            Map<String, String> properties = new LinkedHashMap<>(SessionScript.PROPERTIES);
            properties.put("audit", log.head().toString());
            FileJournal.create(disk, folder(3), "paper/3", 5, properties, SMALL).close();
        }
        assertThat(wrong(disk)).isEmpty();
        assertThat(lines(check(disk))).last().isEqualTo("Session 3: 1 row intact, tied to the trail in 0 places.");
    }

    @Test
    void rowsThatACrashTookBehindTheLastTieAreNoAlarm() {
        MemoryDisk torn = new MemoryDisk();
        AuditLog log = AuditLog.open(
                torn, HOME, () -> now, () -> AuditEntry.of(Actor.PROGRAM, "trail.began", "sessions "), 1L << 20);
        Map<String, String> properties = new LinkedHashMap<>(SessionScript.PROPERTIES);
        properties.put("audit", log.head().toString());
        SessionScript script = new SessionScript(8);
        FileJournal journal = FileJournal.create(torn, folder(1), "paper/1", 5, properties, JournalLimits.DEFAULT);
        tie(log, "session.began", 1, journal.mark());
        for (int i = 0; i < 60; i++) {
            script.step(journal);
        }
        SnapshotMark tied = journal.mark();
        tie(log, "session.anchored", 1, tied);
        Path file = folder(1).resolve("journal").resolve("00000001.twj");
        int durable = torn.files().get(file).length;
        for (int i = 0; i < 60; i++) {
            script.step(journal);
        }
        journal.close();
        byte[] bytes = torn.files().get(file);
        for (int length = bytes.length; length >= durable; length--) {
            torn.files().put(file, Arrays.copyOf(bytes, length));
            assertThat(wrong(torn)).as("cut to %s of %s", length, bytes.length).isEmpty();
        }
        torn.files().put(file, Arrays.copyOf(bytes, durable - 1));
        assertThat(wrong(torn)).singleElement().asString().contains("row " + tied.row() + " was on the disk");
    }
}
