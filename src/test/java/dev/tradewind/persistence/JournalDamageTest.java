package dev.tradewind.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.kernel.JournalEntry;
import dev.tradewind.kernel.Rng;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cuts and flips every byte of a small session with journal, tape and saved states, swaps, doubles and loses its files: every
 * outcome has a name, and what is read is never wrong.
 */
class JournalDamageTest {

    private static final JournalLimits SMALL = new JournalLimits(2_000, 25, 700);
    private static final Path SESSION = Path.of("session");
    private static final List<String> JOURNAL =
            List.of("journal/00000001.twj", "journal/00000002.twj", "journal/00000003.twj");
    private static final List<String> TAPE =
            List.of("tape/00000001.twt", "tape/00000002.twt", "tape/open.twp");

    private final MemoryDisk disk = new MemoryDisk();
    private final SessionScript script = new SessionScript(77);
    private final Map<Long, String> states = new TreeMap<>();
    private final List<SnapshotMark> marks = new ArrayList<>();
    private JournalCheck intact = new JournalCheck.Intact(0, 0, 0, 0);

    @BeforeEach
    void write() {
        write(disk, SessionScript.IDENTITY, script);
        intact = JournalReader.check(disk, SESSION);
        assertThat(intact).isInstanceOf(JournalCheck.Intact.class);
        List<String> expected = new ArrayList<>(JOURNAL);
        marks.forEach(mark -> expected.add("snapshot/" + SnapshotFile.path(SESSION, mark.row()).getFileName()));
        expected.addAll(TAPE);
        assertThat(disk.files().keySet().stream().map(file -> SESSION.relativize(file).toString()))
                .containsExactlyElementsOf(expected);
    }

    /** Two states: one in the second file of the journal, one in the third. */
    private void write(MemoryDisk target, String identity, SessionScript steps) {
        try (FileJournal journal =
                        FileJournal.create(target, SESSION, identity, 5, SessionScript.PROPERTIES, SMALL);
                Snapshots snapshots = Snapshots.beginAtOnce(target, SESSION, TapeKeep.ALL)) {
            for (int i = 0; i < 110; i++) {
                if (steps.step(journal)) {
                    journal.commit();
                }
                if (i % 7 == 0) {
                    journal.flush();
                }
                if (i == 60 || i == 95) {
                    SnapshotMark mark = journal.mark();
                    String state = "state " + identity + " " + mark.sequence();
                    snapshots.write(mark, state.getBytes(StandardCharsets.UTF_8));
                    marks.add(mark);
                    states.put(mark.row(), state);
                }
            }
        }
    }

    private List<Path> files() {
        return List.copyOf(disk.files().keySet());
    }

    private static Path path(String name) {
        return SESSION.resolve(name);
    }

    private byte[] bytes(String name) {
        return disk.files().get(path(name));
    }

    @Test
    void everyCutHasANamedOutcomeAndWhatIsKeptIsRight() {
        for (Path file : files()) {
            byte[] whole = disk.files().get(file);
            for (int size = 0; size < whole.length; size++) {
                disk.files().put(file, Arrays.copyOf(whole, size));
                examine(file + " cut to " + size);
            }
            disk.files().put(file, whole);
        }
        assertThat(JournalReader.check(disk, SESSION)).isEqualTo(intact);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyFlipIsNoticedAndWhatIsKeptIsRight(long seed) {
        Rng rng = new Rng(seed);
        for (Path file : files()) {
            boolean state = file.toString().endsWith(SnapshotFile.SUFFIX);
            byte[] whole = disk.files().get(file);
            for (int at = 0; at < whole.length; at++) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << rng.nextInt(8));
                disk.files().put(file, flipped);
                String what = file + " flipped at " + at + ", seed " + seed;
                Outcome outcome = examine(what);
                if (state) {
                    assertThat(outcome.newest().check()).as(what).isEqualTo(intact);
                    assertThat(outcome.newest().snapshots())
                            .as(what)
                            .anyMatch(found -> found.file().equals(file) && !(found instanceof SnapshotCheck.Usable));
                } else {
                    assertThat(outcome.earliest().check()).as(what).isNotInstanceOf(JournalCheck.Intact.class);
                    assertThat(outcome.newest().check()).as(what).isNotInstanceOf(JournalCheck.Intact.class);
                }
            }
            disk.files().put(file, whole);
        }
    }

    @Test
    void damageBeforeTheTailNamesTheRowAndIsNeverCut() {
        byte[] whole = bytes("journal/00000002.twj");
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x10;
            disk.files().put(path("journal/00000002.twj"), flipped);
            assertThat(examine("flipped at " + at).newest().check().usable()).as("flipped at %d", at).isFalse();
        }
        byte[] flipped = whole.clone();
        flipped[SegmentHeader.CHAIN_BYTES + 200] ^= 0x10;
        disk.files().put(path("journal/00000002.twj"), flipped);
        assertThat(JournalReader.check(disk, SESSION)).isInstanceOfSatisfying(JournalCheck.Damaged.class, damaged -> {
            assertThat(damaged.file()).isEqualTo(path("journal/00000002.twj"));
            assertThat(damaged.row()).isBetween(2L, 100L);
            assertThat(damaged.message()).contains("row " + damaged.row());
        });
    }

    @Test
    void aCutSessionGoesOnAsIfTheLostRowsHadNeverBeen() {
        String last = JOURNAL.getLast();
        byte[] whole = bytes(last);
        for (int size = whole.length - 1; size > whole.length - 400; size -= 9) {
            MemoryDisk cut = disk.copy();
            cut.files().put(path(last), Arrays.copyOf(whole, size));
            StoredSession stored = StoredSession.newest(cut, SESSION, SessionScript.IDENTITY);
            if (!stored.check().usable()) {
                continue;
            }
            List<String> expected = new ArrayList<>(script.inputs.subList(0, (int) stored.lastSequence()));
            SessionScript more = new SessionScript(size);
            try (FileJournal journal = stored.resume(SMALL)) {
                assertThat(journal.found()).isEqualTo(stored.check());
                more.sequence = journal.lastSequence();
                for (int i = 0; i < 60; i++) {
                    more.step(journal);
                }
            }
            assertThat(JournalReader.check(cut, SESSION)).as("cut to %d", size).isInstanceOf(JournalCheck.Intact.class);
            expected.addAll(more.inputs);
            assertThat(inputs(StoredSession.earliest(cut, SESSION))).as("cut to %d", size).isEqualTo(expected);
        }
    }

    @Test
    void lostMarketEventsBeforeAnOrderAreDamage() {
        MemoryDisk other = new MemoryDisk();
        SessionScript few = new SessionScript(1);
        try (FileJournal journal = FileJournal.create(
                other, SESSION, SessionScript.IDENTITY, 5, SessionScript.PROPERTIES, JournalLimits.DEFAULT)) {
            for (int i = 0; i < 3; i++) {
                few.market(journal);
            }
            journal.flush();
            journal.cancelIntent(3, 2_000_000_000_000_000_000L, 7);
        }
        byte[] tape = other.files().get(path("tape/open.twp"));
        other.files().put(path("tape/open.twp"), Arrays.copyOf(tape, 110));
        assertThat(JournalReader.check(other, SESSION)).isInstanceOfSatisfying(JournalCheck.Damaged.class, damaged -> {
            assertThat(damaged.row()).isEqualTo(2);
            assertThat(damaged.reason()).contains("input 1 is missing").contains("order was sent after it");
        });
    }

    @Test
    void aMissingFileIsAHole() {
        for (String name : List.of("journal/00000001.twj", "journal/00000002.twj", "tape/00000001.twt", "tape/open.twp")) {
            byte[] whole = bytes(name);
            disk.delete(path(name));
            // behind the state the session still starts from, the beginning of the tape is not needed
            boolean dropped = name.equals("tape/00000001.twt");
            JournalCheck check = examine(name + " missing").newest().check();
            assertThat(check).as(name).isInstanceOf(dropped ? JournalCheck.Intact.class : JournalCheck.Damaged.class);
            disk.files().put(path(name), whole);
        }
        disk.delete(path(JOURNAL.getLast()));
        assertThat(examine("the last file missing").newest().check()).isNotInstanceOf(JournalCheck.Intact.class);
    }

    @Test
    void everyMissingRowAndEveryRowThatStandsTwiceIsDamage() {
        for (String name : JOURNAL) {
            byte[] whole = bytes(name);
            SegmentHeader header = header(whole);
            RowCursor rows = new RowCursor(
                    whole, whole.length, Place.before(header, header.chain(), 0), null);
            while (rows.next()) {
                boolean last = name.equals(JOURNAL.getLast()) && rows.end() == whole.length;
                disk.files().put(path(name), spliced(whole, rows.start(), rows.end(), false));
                String what = name + " without row " + rows.row();
                Outcome without = examine(what);
                assertThat(without.newest().check().usable()).as(what).isEqualTo(last);
                disk.files().put(path(name), spliced(whole, rows.start(), rows.end(), true));
                what = name + " with row " + rows.row() + " twice";
                assertThat(examine(what).newest().check()).as(what).isInstanceOf(JournalCheck.Damaged.class);
            }
            disk.files().put(path(name), whole);
        }
    }

    private static SegmentHeader header(byte[] file) {
        SegmentHeader.Parsed parsed = SegmentHeader.parse(file, file.length, SegmentHeader.JOURNAL);
        assertThat(parsed).isInstanceOf(SegmentHeader.Parsed.Good.class);
        return ((SegmentHeader.Parsed.Good) parsed).header();
    }

    private static byte[] spliced(byte[] whole, int from, int to, boolean twice) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * whole.length).put(whole, 0, twice ? to : from);
        bytes.put(whole, twice ? from : to, whole.length - (twice ? from : to));
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    @Test
    void filesThatChangePlacesOrStandTwiceAreDamage() {
        swap(JOURNAL.get(0), JOURNAL.get(1));
        swap(JOURNAL.get(1), JOURNAL.get(2));
        swap(TAPE.get(0), TAPE.get(1));
        disk.files().put(path("journal/00000004.twj"), bytes(JOURNAL.get(2)).clone());
        assertThat(examine("a file twice").newest().check()).isInstanceOf(JournalCheck.Damaged.class);
        disk.delete(path("journal/00000004.twj"));
        disk.files().put(path("tape/00000003.twt"), bytes(TAPE.get(1)).clone());
        assertThat(examine("a tape file twice").newest().check()).isInstanceOf(JournalCheck.Damaged.class);
    }

    private void swap(String one, String other) {
        byte[] first = bytes(one);
        byte[] second = bytes(other);
        disk.files().put(path(one), second);
        disk.files().put(path(other), first);
        assertThat(examine(one + " for " + other).newest().check()).isInstanceOf(JournalCheck.Damaged.class);
        disk.files().put(path(one), first);
        disk.files().put(path(other), second);
    }

    @Test
    void everyFileOfAnotherVersionIsNamed() {
        for (Path file : files()) {
            byte[] whole = disk.files().get(file);
            byte[] newer = whole.clone();
            newer[11] = 2;
            disk.files().put(file, newer);
            StoredSession newest = examine(file + " of version 2").newest();
            if (file.toString().endsWith(SnapshotFile.SUFFIX)) {
                assertThat(newest.snapshots()).contains(new SnapshotCheck.UnknownVersion(file, 2, 1));
            } else if (file.toString().endsWith(SegmentFiles.JOURNAL_SUFFIX)) {
                assertThat(newest.check()).isEqualTo(new JournalCheck.UnknownVersion(file, 2, 1));
            } else {
                assertThat(newest.check().message()).contains("format version 2, this program reads 1");
            }
            disk.files().put(file, whole);
        }
    }

    @Test
    void theJournalOfAnotherAccountIsNamed() {
        assertThat(StoredSession.newest(disk, SESSION, "paper/2").check())
                .isEqualTo(new JournalCheck.OtherIdentity(
                        path("journal/00000001.twj"), SessionScript.IDENTITY, "paper/2"));
    }

    @Test
    void partsOfOtherSessionsAreNamed() {
        List<SnapshotMark> own = List.copyOf(marks);
        for (String identity : List.of("paper/2", SessionScript.IDENTITY)) {
            MemoryDisk other = new MemoryDisk();
            write(other, identity, new SessionScript(identity.length()));
            SnapshotMark foreign = marks.getLast();
            Path place = SnapshotFile.path(SESSION, foreign.row());
            Optional<byte[]> before = Optional.ofNullable(disk.files().get(place));
            disk.files().put(place, other.files().get(place));
            StoredSession newest = examine("a state of " + identity).newest();
            assertThat(newest.check()).isEqualTo(intact);
            assertThat(newest.snapshots())
                    .anyMatch(found -> found.file().equals(place)
                            && (found instanceof SnapshotCheck.OtherSession || found instanceof SnapshotCheck.OffCourse));
            assertThat(newest.state().map(SavedState::mark)).isPresent().get().isIn(own);
            before.ifPresentOrElse(bytes -> disk.files().put(place, bytes), () -> disk.delete(place));
            for (String name : List.of(JOURNAL.get(1), TAPE.get(0))) {
                byte[] whole = bytes(name);
                disk.files().put(path(name), other.files().get(path(name)));
                assertThat(newest().check().usable()).as(name + " of " + identity).isFalse();
                disk.files().put(path(name), whole);
            }
        }
    }

    /** What a session was found to be when it is to start as early and as late as possible. */
    private record Outcome(StoredSession earliest, StoredSession newest) {}

    private StoredSession newest() {
        return StoredSession.newest(disk, SESSION, SessionScript.IDENTITY);
    }

    /** Reads what there is; fails on any exception and on anything that was never written. */
    private Outcome examine(String what) {
        Outcome outcome =
                new Outcome(StoredSession.earliest(disk, SESSION, SessionScript.IDENTITY), newest());
        examine(what + ", earliest", outcome.earliest());
        examine(what + ", newest", outcome.newest());
        return outcome;
    }

    private void examine(String what, StoredSession stored) {
        assertThat(stored.check().message()).as(what).isNotBlank();
        assertThat(stored.snapshots()).as(what).allMatch(found -> !found.message().isBlank());
        if (!stored.check().usable()) {
            return;
        }
        int start = (int) stored.startSequence();
        stored.state().ifPresent(saved -> assertThat(new String(saved.state(), StandardCharsets.UTF_8))
                .as(what)
                .isEqualTo(states.get(saved.mark().row())));
        List<String> inputs = inputs(stored);
        assertThat(inputs).as(what).isEqualTo(script.inputs.subList(start, start + inputs.size()));
        assertThat(stored.lastSequence()).as(what).isEqualTo(start + inputs.size());
        List<String> rows = new ArrayList<>();
        JournalReader reader = JournalReader.open(disk, SESSION);
        for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
            rows.add(SessionScript.text(entry));
        }
        rows.removeIf(String::isEmpty);
        assertThat(rows).as(what).isEqualTo(script.rows.subList(0, rows.size()));
    }

    private static List<String> inputs(StoredSession stored) {
        List<String> found = new ArrayList<>();
        stored.inputs().forEachRemaining(input -> found.add(SessionScript.text(input)));
        return found;
    }
}
