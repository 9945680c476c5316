package dev.tradewind.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tradewind.kernel.Rng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cuts and flips every byte of small sessions: every outcome has a name, and what is read is never wrong. */
class JournalDamageTest {

    private static final JournalLimits SMALL = new JournalLimits(2_000, 25);
    private static final List<String> FILES = List.of(
            "journal/00000001.twj",
            "journal/00000002.twj",
            "journal/00000003.twj",
            "tape/00000001.twt",
            "tape/open.twp");

    @TempDir
    Path folder;

    private Path session = Path.of("");
    private final SessionScript script = new SessionScript(77);
    private JournalCheck intact = new JournalCheck.Intact(0, 0, 0, 0);

    @BeforeEach
    void write() {
        session = folder.resolve("session");
        try (FileJournal journal = FileJournal.create(
                new SystemDisk(), session, SessionScript.IDENTITY, 5, SessionScript.PROPERTIES, SMALL)) {
            for (int i = 0; i < 110; i++) {
                if (script.step(journal)) {
                    journal.commit();
                }
                if (i % 7 == 0) {
                    journal.flush();
                }
            }
        }
        intact = JournalReader.check(session);
        assertThat(FILES.stream().map(session::resolve)).allMatch(Files::exists);
        assertThat(session.resolve("journal/00000004.twj")).doesNotExist();
    }

    @Test
    void everyCutHasANamedOutcomeAndWhatIsKeptIsRight() throws IOException {
        for (String name : FILES) {
            byte[] whole = Files.readAllBytes(session.resolve(name));
            for (int size = 0; size < whole.length; size++) {
                Files.write(session.resolve(name), Arrays.copyOf(whole, size));
                examine(name + " cut to " + size);
            }
            Files.write(session.resolve(name), whole);
        }
        assertThat(JournalReader.check(session)).isEqualTo(intact);
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void everyFlipHasANamedOutcomeAndWhatIsKeptIsRight(long seed) throws IOException {
        Rng rng = new Rng(seed);
        for (String name : FILES) {
            byte[] whole = Files.readAllBytes(session.resolve(name));
            for (int at = 0; at < whole.length; at++) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << rng.nextInt(8));
                Files.write(session.resolve(name), flipped);
                JournalCheck check = examine(name + " flipped at " + at + ", seed " + seed);
                assertThat(check).as("%s flipped at %d", name, at).isNotInstanceOf(JournalCheck.Intact.class);
            }
            Files.write(session.resolve(name), whole);
        }
    }

    @Test
    void damageBeforeTheTailNamesTheRowAndIsNeverCut() throws IOException {
        Path file = session.resolve("journal/00000002.twj");
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x10;
            Files.write(file, flipped);
            assertThat(JournalReader.check(session).usable()).as("flipped at %d", at).isFalse();
        }
        byte[] flipped = whole.clone();
        flipped[SegmentHeader.CHAIN_BYTES + 200] ^= 0x10;
        Files.write(file, flipped);
        assertThat(JournalReader.check(session)).isInstanceOfSatisfying(JournalCheck.Damaged.class, damaged -> {
            assertThat(damaged.file()).isEqualTo(file);
            assertThat(damaged.row()).isBetween(2L, 100L);
            assertThat(damaged.message()).contains("row " + damaged.row());
        });
    }

    @Test
    void aCutSessionGoesOnAsIfTheLostRowsHadNeverBeen() throws IOException {
        Path last = session.resolve("journal/00000003.twj");
        byte[] whole = Files.readAllBytes(last);
        List<byte[]> originals = new ArrayList<>();
        for (String name : FILES) {
            originals.add(Files.readAllBytes(session.resolve(name)));
        }
        for (int size = whole.length - 1; size > whole.length - 400; size -= 9) {
            for (int i = 0; i < FILES.size(); i++) {
                Files.write(session.resolve(FILES.get(i)), originals.get(i));
            }
            Files.write(last, Arrays.copyOf(whole, size));
            JournalCheck check = examine("cut to " + size);
            if (!check.usable()) {
                continue;
            }
            List<String> kept = SessionScript.inputsOf(session);
            SessionScript more = new SessionScript(size);
            try (FileJournal journal =
                    FileJournal.resume(new SystemDisk(), session, SessionScript.IDENTITY, SMALL)) {
                assertThat(journal.found()).isEqualTo(check);
                more.sequence = journal.lastSequence();
                for (int i = 0; i < 60; i++) {
                    more.step(journal);
                }
            }
            assertThat(JournalReader.check(session)).as("cut to %d", size).isInstanceOf(JournalCheck.Intact.class);
            List<String> expected = new ArrayList<>(kept);
            expected.addAll(more.inputs);
            assertThat(SessionScript.inputsOf(session)).as("cut to %d", size).isEqualTo(expected);
            deleteFilesAfterThird();
        }
    }

    @Test
    void lostMarketEventsBeforeAnOrderAreDamage() {
        Path other = folder.resolve("other");
        SessionScript few = new SessionScript(1);
        try (FileJournal journal = FileJournal.create(
                new SystemDisk(), other, SessionScript.IDENTITY, 5, SessionScript.PROPERTIES, JournalLimits.DEFAULT)) {
            for (int i = 0; i < 3; i++) {
                few.market(journal);
            }
            journal.flush();
            journal.cancelIntent(3, 2_000_000_000_000_000_000L, 7);
        }
        Path tape = other.resolve("tape/open.twp");
        assertThatCode(() -> Files.write(tape, Arrays.copyOf(Files.readAllBytes(tape), 110))).doesNotThrowAnyException();
        assertThat(JournalReader.check(other)).isInstanceOfSatisfying(JournalCheck.Damaged.class, damaged -> {
            assertThat(damaged.row()).isEqualTo(2);
            assertThat(damaged.reason()).contains("input 1 is missing").contains("order was sent after it");
        });
    }

    private void deleteFilesAfterThird() throws IOException {
        try (Stream<Path> files = Files.list(session.resolve("journal"))) {
            for (Path file : files.toList()) {
                if (!FILES.contains("journal/" + file.getFileName())) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Reads what there is; fails on any exception and on anything that was never written. */
    private JournalCheck examine(String what) {
        JournalCheck check = JournalReader.check(session, SessionScript.IDENTITY);
        if (!check.usable()) {
            assertThat(check.message()).isNotBlank();
            return check;
        }
        List<String> inputs = SessionScript.inputsOf(session);
        List<String> rows = SessionScript.rowsOf(session);
        assertThat(inputs).as(what).isEqualTo(script.inputs.subList(0, inputs.size()));
        assertThat(rows).as(what).isEqualTo(script.rows.subList(0, rows.size()));
        return check;
    }
}
