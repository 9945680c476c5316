package dev.tradewind.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.kernel.Rng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What survives when the power or the disk's space ends in the middle. */
class JournalCrashTest {

    private static final JournalLimits SMALL = new JournalLimits(3_000, 15);

    @TempDir
    Path folder;

    private static FileJournal create(Disk disk, Path session) {
        return FileJournal.create(disk, session, SessionScript.IDENTITY, 5, SessionScript.PROPERTIES, SMALL);
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 200, 300, 400})
    void everythingUpToTheLastCommitSurvivesAPowerCut(long firstSeed) throws IOException {
        for (long seed = firstSeed; seed < firstSeed + 40; seed++) {
            Rng rng = new Rng(seed);
            SessionScript script = new SessionScript(seed);
            FaultyDisk disk = new FaultyDisk();
            Path session = folder.resolve("session" + seed);
            FileJournal journal = create(disk, session);
            Snapshots snapshots = Snapshots.beginAtOnce(disk, session, TapeKeep.ALL);
            SnapshotMark saved = null;
            int committedInputs = 0;
            int committedRows = 0;
            int steps = rng.nextInt(300);
            for (int i = 0; i < steps; i++) {
                boolean intent = script.step(journal);
                if (intent && rng.nextInt(3) > 0) {
                    journal.commit();
                    committedInputs = script.inputs.size();
                    committedRows = script.rows.size();
                } else if (rng.nextInt(5) == 0) {
                    journal.flush();
                } else if (rng.nextInt(40) == 0) {
                    saved = journal.mark();
                    snapshots.write(saved, new byte[] {1, 2, 3});
                }
            }
            disk.cutPower(rng);
            JournalCheck check = JournalReader.check(session, SessionScript.IDENTITY);
            assertThat(check.usable()).as("seed %d: %s", seed, check.message()).isTrue();
            List<String> inputs = SessionScript.inputsOf(session);
            List<String> rows = SessionScript.rowsOf(session);
            assertThat(inputs).as("seed %d", seed).isEqualTo(script.inputs.subList(0, inputs.size()));
            assertThat(rows).as("seed %d", seed).isEqualTo(script.rows.subList(0, rows.size()));
            assertThat(inputs.size()).as("seed %d", seed).isGreaterThanOrEqualTo(committedInputs);
            assertThat(rows.size()).as("seed %d", seed).isGreaterThanOrEqualTo(committedRows);
            StoredSession stored = StoredSession.newest(session, SessionScript.IDENTITY);
            assertThat(stored.check()).as("seed %d", seed).isEqualTo(check);
            assertThat(stored.state().map(SavedState::mark)).as("seed %d", seed).isEqualTo(Optional.ofNullable(saved));
            goOn(seed, session, cutPowerAgain(rng, seed, session, inputs));
        }
    }

    /** A disk may keep a later write and lose an earlier one; found by seed 115 of the simulation. */
    @Test
    void aWriteThatWasLostBeforeOneThatWasNotIsATornTail() throws IOException {
        Path session = folder.resolve("session");
        FileJournal journal = FileJournal.create(new SystemDisk(), session, "paper/1", 5, SessionScript.PROPERTIES);
        journal.timer(1, 10, 7);
        journal.cancelIntent(1, 10, 3);
        journal.commit();
        Path file = session.resolve("journal").resolve("00000001.twj");
        int forced = (int) Files.size(file);
        journal.timer(2, 11, 8);
        journal.flush();
        int lost = (int) Files.size(file);
        journal.timer(3, 12, 9);
        journal.flush();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, forced, lost, (byte) 0);
        Files.write(file, bytes);
        assertThat(JournalReader.check(session)).isInstanceOf(JournalCheck.TailCut.class);
        assertThat(SessionScript.inputsOf(session)).hasSize(1);
    }

    /** Everything before an intent is forced before the intent is written, so a hole there is damage. */
    @Test
    void aHoleBeforeAnIntentIsDamage() throws IOException {
        Path session = folder.resolve("session");
        FileJournal journal = FileJournal.create(new SystemDisk(), session, "paper/1", 5, SessionScript.PROPERTIES);
        Path file = session.resolve("journal").resolve("00000001.twj");
        int from = (int) Files.size(file);
        journal.timer(1, 10, 7);
        journal.flush();
        int to = (int) Files.size(file);
        journal.timer(2, 11, 8);
        journal.cancelIntent(2, 11, 3);
        journal.commit();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, from, to, (byte) 0);
        Files.write(file, bytes);
        assertThat(JournalReader.check(session)).isInstanceOf(JournalCheck.Damaged.class);
    }

    /** Opens the session, writes on, and loses power once more: what had survived once stays. */
    private static List<String> cutPowerAgain(Rng rng, long seed, Path session, List<String> kept)
            throws IOException {
        FaultyDisk disk = new FaultyDisk();
        SessionScript more = new SessionScript(seed * 31);
        FileJournal journal = FileJournal.resume(disk, session, SessionScript.IDENTITY, SMALL);
        more.sequence = journal.lastSequence();
        for (int i = rng.nextInt(60); i > 0; i--) {
            more.step(journal);
        }
        disk.cutPower(rng);
        List<String> expected = new ArrayList<>(kept);
        expected.addAll(more.inputs);
        List<String> inputs = SessionScript.inputsOf(session);
        assertThat(inputs).as("seed %d", seed).isEqualTo(expected.subList(0, inputs.size()));
        assertThat(inputs.size()).as("seed %d", seed).isGreaterThanOrEqualTo(kept.size());
        return inputs;
    }

    private static void goOn(long seed, Path session, List<String> kept) {
        SessionScript more = new SessionScript(-seed);
        try (FileJournal journal = FileJournal.resume(new SystemDisk(), session, SessionScript.IDENTITY, SMALL)) {
            more.sequence = journal.lastSequence();
            for (int i = 0; i < 50; i++) {
                more.step(journal);
            }
        }
        List<String> expected = new ArrayList<>(kept);
        expected.addAll(more.inputs);
        assertThat(JournalReader.check(session)).as("seed %d", seed).isInstanceOf(JournalCheck.Intact.class);
        assertThat(SessionScript.inputsOf(session)).as("seed %d", seed).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aFullDiskHaltsWithOneMessageAndLosesNothingCommitted(long seed) {
        for (int free = 0; free < 6_000; free += 173) {
            SessionScript script = new SessionScript(seed);
            FaultyDisk disk = new FaultyDisk();
            Path session = folder.resolve("session" + free);
            int committed = 0;
            JournalException failure = null;
            FileJournal journal = create(disk, session);
            disk.fillUpAfter(free);
            try {
                for (int i = 0; i < 1_000; i++) {
                    if (script.step(journal)) {
                        journal.commit();
                        committed = script.inputs.size();
                    }
                }
            } catch (JournalException e) {
                failure = e;
            }
            assertThat(failure).isNotNull().hasMessageStartingWith("The disk is full").hasMessageContaining("order");
            assertThatThrownBy(() -> journal.timer(9, 9, 9)).hasMessage(failure.getMessage());
            journal.close();
            List<String> inputs = SessionScript.inputsOf(session);
            assertThat(inputs).isEqualTo(script.inputs.subList(0, inputs.size()));
            assertThat(inputs.size()).as("seed %d, %d bytes free", seed, free).isGreaterThanOrEqualTo(committed);
        }
    }

    @Test
    void aGroupOfRowsSharesOneForce() {
        FaultyDisk disk = new FaultyDisk();
        try (FileJournal journal = create(disk, folder)) {
            int before = disk.forces;
            for (int i = 1; i <= 1_000; i++) {
                journal.timer(i, i, i);
            }
            journal.commit();
            journal.commit();
            assertThat(disk.forces - before).isEqualTo(1);
        }
    }

    @Test
    void aFlushForcesNothing() {
        FaultyDisk disk = new FaultyDisk();
        SessionScript script = new SessionScript(4);
        try (FileJournal journal = FileJournal.create(
                disk, folder, SessionScript.IDENTITY, 5, SessionScript.PROPERTIES, JournalLimits.DEFAULT)) {
            int before = disk.forces;
            for (int i = 0; i < 100; i++) {
                script.market(journal);
                journal.flush();
            }
            assertThat(disk.forces).isEqualTo(before);
        }
    }
}
