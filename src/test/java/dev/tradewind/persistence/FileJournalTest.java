package dev.tradewind.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.Command;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.kernel.Rng;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileJournalTest {

    @TempDir
    Path folder;

    private static FileJournal create(Path session, JournalLimits limits) {
        return FileJournal.create(
                new SystemDisk(), session, SessionScript.IDENTITY, 1_000, SessionScript.PROPERTIES, limits);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsWrittenIsReadBack(long seed) {
        SessionScript script = new SessionScript(seed);
        long hash;
        long rows;
        try (FileJournal journal = create(folder, new JournalLimits(20_000, 50))) {
            for (int i = 0; i < 2000; i++) {
                if (script.step(journal)) {
                    journal.commit();
                }
            }
            hash = journal.runHash();
            rows = journal.lastRow();
        }
        JournalCheck expected =
                new JournalCheck.Intact(rows, script.inputs.size(), script.sequence, hash);
        assertThat(JournalReader.check(folder)).as("seed %d", seed).isEqualTo(expected);
        assertThat(SessionScript.inputsOf(folder)).as("seed %d", seed).isEqualTo(script.inputs);
        assertThat(SessionScript.rowsOf(folder)).as("seed %d", seed).isEqualTo(script.rows);
        assertThat(JournalReader.properties(folder).toString()).isEqualTo(SessionScript.PROPERTIES.toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void reopeningAtAnyMomentChangesNothing(long seed) {
        JournalLimits limits = new JournalLimits(9_000, 40);
        SessionScript whole = new SessionScript(seed);
        SessionScript parts = new SessionScript(seed);
        Rng rng = new Rng(seed);
        Path first = folder.resolve("whole");
        Path second = folder.resolve("parts");
        FileJournal interrupted = create(second, limits);
        try (FileJournal journal = create(first, limits)) {
            for (int i = 0; i < 1500; i++) {
                whole.step(journal);
                parts.step(interrupted);
                if (rng.nextInt(50) == 0) {
                    interrupted.close();
                    interrupted = FileJournal.resume(new SystemDisk(), second, SessionScript.IDENTITY, limits);
                    assertThat(interrupted.lastSequence()).isEqualTo(parts.sequence);
                }
            }
            assertThat(interrupted.runHash()).as("seed %d", seed).isEqualTo(journal.runHash());
            assertThat(interrupted.lastRow()).isEqualTo(journal.lastRow());
        }
        interrupted.close();
        assertThat(JournalReader.check(second)).isEqualTo(JournalReader.check(first));
        assertThat(SessionScript.inputsOf(second)).isEqualTo(parts.inputs);
        assertThat(SessionScript.rowsOf(second)).isEqualTo(parts.rows);
    }

    @Test
    void aFlushIsSeenByAReaderWhileTheSessionGoesOn() {
        SessionScript script = new SessionScript(5);
        try (FileJournal journal = create(folder, JournalLimits.DEFAULT)) {
            for (int i = 0; i < 300; i++) {
                script.step(journal);
            }
            journal.flush();
            assertThat(SessionScript.inputsOf(folder)).isEqualTo(script.inputs);
        }
    }

    @Test
    void anotherIdentityIsRefused() {
        create(folder, JournalLimits.DEFAULT).close();
        assertThat(JournalReader.check(folder, "somebody else"))
                .isEqualTo(new JournalCheck.OtherIdentity(
                        folder.resolve("journal/00000001.twj"), SessionScript.IDENTITY, "somebody else"));
        assertThatThrownBy(() -> FileJournal.resume(folder, "somebody else"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(SessionScript.IDENTITY)
                .hasMessageContaining("somebody else");
    }

    @Test
    void aFolderWithoutAJournalIsNamed() {
        assertThat(JournalReader.check(folder.resolve("nothing")))
                .isEqualTo(new JournalCheck.NotAJournal(
                        folder.resolve("nothing/journal"), "there is no such folder"));
    }

    @Test
    void aFileOfAnotherKindAndOneOfAnotherVersionAreNamed() throws Exception {
        create(folder, JournalLimits.DEFAULT).close();
        Path file = folder.resolve("journal/00000001.twj");
        byte[] bytes = Files.readAllBytes(file);
        bytes[11] = 9;
        Files.write(file, bytes);
        assertThat(JournalReader.check(folder)).isEqualTo(new JournalCheck.UnknownVersion(file, 9, 1));
        Files.writeString(file, "time,price,quantity");
        assertThat(JournalReader.check(folder))
                .isEqualTo(new JournalCheck.NotAJournal(file, "it does not begin like one"));
    }

    @Test
    void aSecondSessionInTheSameFolderIsRefused() {
        create(folder, JournalLimits.DEFAULT).close();
        assertThatThrownBy(() -> create(folder, JournalLimits.DEFAULT))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("already");
    }

    @Test
    void aMissingFileInTheMiddleIsDamage() throws Exception {
        SessionScript script = new SessionScript(9);
        try (FileJournal journal = create(folder, new JournalLimits(2_000, 40))) {
            for (int i = 0; i < 600; i++) {
                script.step(journal);
                journal.flush();
            }
        }
        Path second = folder.resolve("journal/00000002.twj");
        Files.delete(second);
        assertThat(JournalReader.check(folder))
                .isInstanceOfSatisfying(JournalCheck.Damaged.class, damaged -> {
                    assertThat(damaged.file()).isEqualTo(second);
                    assertThat(damaged.reason()).isEqualTo("the file is missing");
                });
    }

    @Test
    void aCommandThatIsTooLongIsRefusedAndLeavesNoTrace() {
        SessionScript script = new SessionScript(2);
        try (FileJournal journal = create(folder, JournalLimits.DEFAULT)) {
            script.sequence = 1;
            Command huge = new Command.EditBot(
                    1, Map.of("x", "y".repeat(1_000_000)), Command.EditScope.BOTH);
            assertThatThrownBy(() -> journal.command(1, 5, huge))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("too long");
            script.take(journal, new Command.EditBot(1, Map.of("x", "ü".repeat(50_000)), Command.EditScope.BOTH));
        }
        assertThat(SessionScript.inputsOf(folder)).isEqualTo(script.inputs);
    }

    @Test
    void aClosedJournalTakesNothing() {
        FileJournal journal = create(folder, JournalLimits.DEFAULT);
        journal.close();
        journal.close();
        assertThatThrownBy(() -> journal.timer(1, 1, 1)).isInstanceOf(JournalException.class);
    }
}
