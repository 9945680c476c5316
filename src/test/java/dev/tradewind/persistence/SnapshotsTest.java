package dev.tradewind.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.kernel.JournalEntry;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.kernel.Rng;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States saved beside a journal: which are kept, which are used, and that a session goes on behind them. */
class SnapshotsTest {

    private static final JournalLimits SMALL = new JournalLimits(4_000, 20, 1_500);
    private static final Path SESSION = Path.of("session");

    private final MemoryDisk disk = new MemoryDisk();
    private final SessionScript script = new SessionScript(21);
    private final Map<Long, SnapshotMark> marks = new TreeMap<>();

    private static byte[] stateOf(SnapshotMark mark) {
        return ("state after input " + mark.sequence() + " ").repeat(20).getBytes(StandardCharsets.UTF_8);
    }

    private FileJournal create() {
        return FileJournal.create(disk, SESSION, SessionScript.IDENTITY, 5, SessionScript.PROPERTIES, SMALL);
    }

    private void steps(FileJournal journal, int steps) {
        for (int i = 0; i < steps; i++) {
            if (script.step(journal)) {
                journal.commit();
            }
        }
    }

    private SnapshotMark save(FileJournal journal, Snapshots snapshots) {
        SnapshotMark mark = journal.mark();
        snapshots.write(mark, stateOf(mark));
        assertThat(snapshots.trouble()).isEmpty();
        marks.put(mark.row(), mark);
        return mark;
    }

    private StoredSession newest() {
        return StoredSession.newest(disk, SESSION, SessionScript.IDENTITY);
    }

    private List<String> files(String folder) {
        return disk.list(SESSION.resolve(folder));
    }

    /** A session of 600 steps with a state after 200, 400 and 500 of them. */
    private List<SnapshotMark> threeStates(TapeKeep keep) {
        List<SnapshotMark> saved = new ArrayList<>();
        try (FileJournal journal = create();
                Snapshots snapshots = Snapshots.beginAtOnce(disk, SESSION, keep)) {
            for (int more : new int[] {200, 200, 100}) {
                steps(journal, more);
                saved.add(save(journal, snapshots));
            }
            steps(journal, 100);
        }
        return saved;
    }

    @Test
    void theNewestTwoAreKept() {
        List<SnapshotMark> saved = threeStates(TapeKeep.ALL);
        assertThat(files("snapshot"))
                .containsExactly(
                        String.format("%012d.tws", saved.get(1).row()),
                        String.format("%012d.tws", saved.get(2).row()));
    }

    @Test
    void aSessionGoesOnBehindItsNewestState() {
        SnapshotMark mark = threeStates(TapeKeep.ALL).getLast();
        StoredSession stored = newest();
        assertThat(stored.check()).isEqualTo(JournalReader.check(disk, SESSION));
        SavedState state = stored.state().orElseThrow();
        assertThat(state.mark()).isEqualTo(mark);
        assertThat(state.state()).isEqualTo(stateOf(mark));
        assertThat(inputs(stored)).isEqualTo(script.inputs.subList((int) mark.sequence(), script.inputs.size()));
        List<String> rows = rows(stored);
        assertThat(rows).isEqualTo(script.rows.subList(script.rows.size() - rows.size(), script.rows.size()));
        assertThat(stored.snapshots())
                .allMatch(outcome -> outcome instanceof SnapshotCheck.Usable)
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverStateItStartsFromASessionIsTheSame(long seed) {
        Rng rng = new Rng(seed);
        FileJournal journal = create();
        Snapshots snapshots = Snapshots.beginAtOnce(disk, SESSION, TapeKeep.ALL);
        for (int i = 0; i < 1_500; i++) {
            if (script.step(journal)) {
                journal.commit();
            }
            if (rng.nextInt(90) == 0) {
                save(journal, snapshots);
            }
            if (rng.nextInt(150) == 0) {
                journal.close();
                StoredSession stored = newest();
                assertThat(stored.check()).as("seed %d", seed).isEqualTo(JournalReader.check(disk, SESSION));
                SnapshotMark mark = stored.state().map(SavedState::mark).orElse(null);
                assertThat(mark).as("seed %d", seed).isEqualTo(marks.isEmpty() ? null : marks.get(lastMarkedRow()));
                int from = mark == null ? 0 : (int) mark.sequence();
                journal = stored.resume(SMALL);
                assertThat(inputs(stored)).as("seed %d", seed).isEqualTo(script.inputs.subList(from, script.inputs.size()));
                snapshots = Snapshots.goOnAtOnce(stored, TapeKeep.ALL);
            }
        }
        journal.close();
        assertThat(rows(StoredSession.earliest(disk, SESSION))).as("seed %d", seed).isEqualTo(script.rows);
    }

    private long lastMarkedRow() {
        return marks.keySet().stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    @Test
    void aDamagedStateIsNamedAndTheOlderOneUsed() {
        List<SnapshotMark> saved = threeStates(TapeKeep.ALL);
        flip(saved.get(2), 150);
        StoredSession stored = newest();
        assertThat(stored.state().orElseThrow().mark()).isEqualTo(saved.get(1));
        assertThat(stored.snapshots())
                .contains(new SnapshotCheck.Damaged(path(saved.get(2)), "it does not match its checksum"));
        flip(saved.get(1), 150);
        assertThat(newest().state()).isEmpty();
        assertThat(inputs(newest())).isEqualTo(script.inputs);
    }

    @Test
    void aStateOfANewerVersionIsNamed() {
        SnapshotMark last = threeStates(TapeKeep.ALL).getLast();
        disk.files().get(path(last))[11] = 7;
        assertThat(newest().snapshots()).contains(new SnapshotCheck.UnknownVersion(path(last), 7, 1));
    }

    @Test
    void aStateOfAnotherSessionIsNamed() throws Exception {
        SnapshotMark last = threeStates(TapeKeep.ALL).getLast();
        SnapshotMark foreign = new SnapshotMark(
                "paper/9", 5, last.row(), last.sequence(), last.timeNanos(), last.inputs(), last.runHash(),
                last.block(), last.blockEvents(), last.chain());
        disk.replace(path(last), SnapshotFile.encode(foreign, stateOf(last)));
        assertThat(newest().snapshots()).contains(new SnapshotCheck.OtherSession(path(last), "paper/9"));
        assertThat(newest().state().orElseThrow().mark().row()).isLessThan(last.row());
    }

    @Test
    void aStateTheJournalNeverWasInIsNamed() throws Exception {
        SnapshotMark last = threeStates(TapeKeep.ALL).getLast();
        byte[] chain = last.chain().clone();
        chain[3] ^= 1;
        put(last.row(), last.sequence(), chain);
        assertThat(newest().snapshots())
                .contains(new SnapshotCheck.OffCourse(path(last), last.row(), "the row's chain hash is another"));
        put(last.row(), last.sequence() + 1, last.chain());
        assertThat(newest().snapshots())
                .anyMatch(outcome -> outcome instanceof SnapshotCheck.OffCourse off && off.reason().contains("inputs"));
        put(999_999, last.sequence(), last.chain());
        assertThat(newest().snapshots())
                .anyMatch(outcome -> outcome instanceof SnapshotCheck.OffCourse off
                        && off.row() == 999_999
                        && off.reason().startsWith("the journal ends with row"));
        disk.files().put(path(last).resolveSibling("000000000003.tws"), disk.files().get(path(last)));
        assertThat(newest().snapshots())
                .anyMatch(outcome -> outcome instanceof SnapshotCheck.Damaged damaged && damaged.reason().contains("name"));
    }

    private void put(long row, long sequence, byte[] chain) throws Exception {
        SnapshotMark last = marks.get(lastMarkedRow());
        SnapshotMark mark = new SnapshotMark(
                last.identity(), last.createdNanos(), row, sequence, last.timeNanos(), sequence, last.runHash(),
                last.block(), last.blockEvents(), chain);
        disk.replace(SnapshotFile.path(SESSION, row), SnapshotFile.encode(mark, stateOf(mark)));
    }

    @Test
    void aSessionThatCannotTakeItsNewestStateOverTriesTheOneBefore() {
        List<SnapshotMark> saved = threeStates(TapeKeep.ALL);
        StoredSession second =
                StoredSession.newest(disk, SESSION, SessionScript.IDENTITY, saved.get(2).row() - 1);
        assertThat(second.state().orElseThrow().mark()).isEqualTo(saved.get(1));
        StoredSession third =
                StoredSession.newest(disk, SESSION, SessionScript.IDENTITY, saved.get(1).row() - 1);
        assertThat(third.state()).isEmpty();
        assertThat(inputs(third)).isEqualTo(script.inputs);
    }

    @Test
    void aFullDiskCostsTheStateAndNothingElse() {
        List<SnapshotMark> saved = threeStates(TapeKeep.ALL);
        StoredSession stored = newest();
        FileJournal journal = stored.resume(SMALL);
        Snapshots snapshots = Snapshots.goOnAtOnce(stored, TapeKeep.ALL);
        SnapshotMark mark = journal.mark();
        disk.full = true;
        snapshots.write(mark, stateOf(mark));
        assertThat(snapshots.trouble()).contains("No space left").contains("The session goes on");
        disk.full = false;
        journal.close();
        assertThat(newest().state().orElseThrow().mark()).isEqualTo(saved.get(2));
        assertThat(files("snapshot")).hasSize(2);
    }

    /** A disk that writes a state only once it may. */
    private static final class SlowDisk extends MemoryDisk {

        private final CountDownLatch writing = new CountDownLatch(1);
        private final CountDownLatch mayWrite = new CountDownLatch(1);

        @Override
        public void replace(Path file, ByteBuffer content) throws IOException {
            if (file.toString().endsWith(SnapshotFile.SUFFIX)) {
                writing.countDown();
                try {
                    mayWrite.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            super.replace(file, content);
        }
    }

    @Test
    void aStateThatComesWhileAnotherIsWrittenIsNotTaken() throws Exception {
        SlowDisk slow = new SlowDisk();
        FileJournal journal =
                FileJournal.create(slow, SESSION, SessionScript.IDENTITY, 5, SessionScript.PROPERTIES, SMALL);
        StoredSession stored = StoredSession.newest(slow, SESSION, SessionScript.IDENTITY);
        try (Snapshots snapshots = Snapshots.goOn(stored, TapeKeep.ALL)) {
            SnapshotMark mark = journal.mark();
            assertThat(snapshots.write(mark, stateOf(mark))).isTrue();
            slow.writing.await();
            assertThat(snapshots.write(mark, stateOf(mark))).isFalse();
            slow.mayWrite.countDown();
        }
        assertThat(slow.list(SESSION.resolve("snapshot"))).containsExactly("000000000001.tws");
    }

    @Test
    void theStateASessionEndsWithIsWrittenAfterTheOneThatIsBeingWritten() throws Exception {
        SlowDisk slow = new SlowDisk();
        FileJournal journal =
                FileJournal.create(slow, SESSION, SessionScript.IDENTITY, 5, SessionScript.PROPERTIES, SMALL);
        Snapshots snapshots = Snapshots.begin(slow, SESSION, TapeKeep.ALL);
        SnapshotMark first = journal.mark();
        assertThat(snapshots.write(first, stateOf(first))).isTrue();
        slow.writing.await();
        steps(journal, 50);
        SnapshotMark last = journal.mark();
        Thread end = Thread.ofPlatform().start(() -> snapshots.end(last, stateOf(last)));
        slow.mayWrite.countDown();
        end.join();
        journal.close();
        assertThat(snapshots.trouble()).isEmpty();
        StoredSession stored = StoredSession.newest(slow, SESSION, SessionScript.IDENTITY);
        assertThat(stored.state().orElseThrow().mark()).isEqualTo(last);
        assertThat(stored.startSequence()).isEqualTo(stored.lastSequence());
    }

    @Test
    void theTapeIsDroppedBySizeButNotBeyondTheOlderState() {
        List<SnapshotMark> saved = threeStates(new TapeKeep(Long.MAX_VALUE, 1));
        assertThat(files("tape")).doesNotContain("00000001.twt").contains("open.twp");
        StoredSession stored = newest();
        assertThat(stored.snapshots()).allMatch(outcome -> outcome instanceof SnapshotCheck.Usable).hasSize(2);
        assertThat(stored.state().orElseThrow().mark()).isEqualTo(saved.get(2));
        StoredSession earliest = StoredSession.earliest(disk, SESSION);
        assertThat(earliest.startSequence()).isEqualTo(saved.get(1).sequence());
        assertThat(inputs(earliest)).isEqualTo(script.inputs.subList((int) saved.get(1).sequence(), script.inputs.size()));
        assertThat(earliest.check()).isEqualTo(stored.check());
    }

    @Test
    void theJournalIsNeverDroppedAndCanBeReadFromItsFirstRow() {
        threeStates(new TapeKeep(1, 1));
        assertThat(files("journal")).contains("00000001.twj", "00000002.twj");
        JournalReader all = JournalReader.open(disk, SESSION);
        List<String> rows = new ArrayList<>();
        for (JournalEntry entry = all.next(); entry != null; entry = all.next()) {
            rows.add(SessionScript.text(entry));
        }
        rows.removeIf(String::isEmpty);
        assertThat(rows).isEqualTo(script.rows);
    }

    @Test
    void theTapeIsDroppedByAge() {
        threeStates(TapeKeep.ALL);
        List<String> all = files("tape");
        SnapshotMark older = marks.values().stream().skip(1).findFirst().orElseThrow();
        SnapshotMark newer = marks.get(lastMarkedRow());
        assertThat(drop(older, newer.timeNanos(), Long.MAX_VALUE)).isZero();
        assertThat(drop(older, newer.timeNanos(), 2 * newer.timeNanos())).isZero();
        int dropped = drop(older, newer.timeNanos(), newer.timeNanos() - older.timeNanos());
        assertThat(dropped).isPositive();
        assertThat(files("tape")).isEqualTo(all.subList(dropped, all.size()));
        assertThat(newest().state().orElseThrow().mark()).isEqualTo(newer);
    }

    private int drop(SnapshotMark older, long now, long keepNanos) {
        try {
            return new TapeRetention(disk, SESSION, new TapeKeep(keepNanos, Long.MAX_VALUE)).drop(older, now);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nothingIsDroppedBeforeThereAreTwoStates() {
        try (FileJournal journal = create();
                Snapshots snapshots = Snapshots.beginAtOnce(disk, SESSION, new TapeKeep(1, 1))) {
            steps(journal, 500);
            save(journal, snapshots);
        }
        assertThat(files("tape")).contains("00000001.twt", "00000002.twt");
    }

    @Test
    void withoutTapeAndStatesThereIsNothingToStartFrom() {
        List<SnapshotMark> saved = threeStates(new TapeKeep(1, 1));
        flip(saved.get(1), 60);
        flip(saved.get(2), 60);
        assertThat(newest().check()).isInstanceOfSatisfying(JournalCheck.TapeDropped.class, dropped -> {
            assertThat(dropped.rows()).isPositive();
            assertThat(dropped.block()).isGreaterThan(1);
            assertThat(dropped.message()).contains("no saved state to start from");
        });
        assertThatThrownBy(() -> newest().inputs()).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> FileJournal.resume(disk, SESSION, SessionScript.IDENTITY))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("no saved state");
    }

    @Test
    void theBeginningOfADroppedTapeCannotBeLivedThrough() {
        threeStates(new TapeKeep(1, 1));
        assertThatThrownBy(() -> Recording.open(disk, SESSION))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("begins with block");
    }

    private Path path(SnapshotMark mark) {
        return SnapshotFile.path(SESSION, mark.row());
    }

    private void flip(SnapshotMark mark, int at) {
        disk.files().get(path(mark))[at] ^= 4;
    }

    private static List<String> inputs(StoredSession stored) {
        List<String> found = new ArrayList<>();
        stored.inputs().forEachRemaining(input -> found.add(SessionScript.text(input)));
        return found;
    }

    private static List<String> rows(StoredSession stored) {
        List<String> found = new ArrayList<>();
        JournalReader reader = stored.rows();
        for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
            found.add(SessionScript.text(entry));
        }
        found.removeIf(String::isEmpty);
        return found;
    }
}
