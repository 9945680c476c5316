package dev.tradewind.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.kernel.Clock;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit trail's file: what is recorded is read back, every cut and every flipped byte has a name. */
class AuditLogTest {

    private static final Path HOME = Path.of("home");
    private static final Path FOLDER = HOME.resolve(AuditLog.FOLDER);
    private static final AuditEntry FIRST = AuditEntry.of(Actor.PROGRAM, "trail.began", "sessions 1");
    private static final long SMALL = 400;

    private final MemoryDisk disk = new MemoryDisk();
    private long now = 1_700_000_000_000_000_000L;
    private final Clock clock = () -> now += 1_000;

    private AuditLog open() {
        return AuditLog.open(disk, HOME, clock, () -> FIRST, SMALL);
    }

    private static AuditEntry entry(int number) {
        return new AuditEntry(Actor.USER, "settings.look", "textPercent " + number, "ü€ " + number, "𝄞".repeat(number % 5));
    }

    private List<AuditRow> written(int rows) {
        try (AuditLog log = open()) {
            for (int i = 2; i <= rows; i++) {
                log.record(entry(i));
            }
        }
        return read(disk);
    }

    private static List<AuditRow> read(MemoryDisk from) {
        List<AuditRow> rows = new ArrayList<>();
        AuditReader.of(from, HOME).check((row, head) -> rows.add(row), (done, all) -> {});
        return rows;
    }

    private static AuditReader.Found check(MemoryDisk from) {
        return AuditReader.of(from, HOME).check((row, head) -> {}, (done, all) -> {});
    }

    @Test
    void whatWasRecordedIsReadBackInOrderWithTheTimeAcrossFilesAndStarts() {
        try (AuditLog log = open()) {
            log.record(entry(2));
        }
        for (int i = 3; i <= 20; i++) {
            try (AuditLog log = open()) {
                log.record(entry(i));
                assertThat(log.found()).isEmpty();
            }
        }
        List<AuditRow> rows = read(disk);
        assertThat(rows).hasSize(20);
        assertThat(rows.getFirst().entry()).isEqualTo(FIRST);
        for (int i = 2; i <= 20; i++) {
            AuditRow row = rows.get(i - 1);
            assertThat(row.row()).isEqualTo(i);
            assertThat(row.entry()).isEqualTo(entry(i));
            assertThat(row.timeNanos()).isGreaterThan(rows.get(i - 2).timeNanos());
        }
        assertThat(disk.files()).hasSizeGreaterThan(3);
        assertThat(check(disk).whole()).isTrue();
        assertThat(check(disk).rows()).isEqualTo(20);
    }

    @Test
    void blocksGiveTheSameRowsFromTheNewestOn() {
        List<AuditRow> all = new ArrayList<>(written(30));
        List<AuditRow> blocks = new ArrayList<>();
        AuditReader reader = AuditReader.of(disk, HOME);
        for (List<AuditRow> block = reader.block(Long.MAX_VALUE);
                !block.isEmpty();
                block = reader.block(block.getLast().row())) {
            blocks.addAll(block);
        }
        assertThat(blocks).isEqualTo(all.reversed());
        assertThat(reader.block(8).getFirst().row()).isEqualTo(7);
    }

    @Test
    void everyCutIsATornTailOrNamedAndNeverShowsAnotherRow() {
        List<AuditRow> all = written(12);
        for (Path file : List.copyOf(disk.files().keySet())) {
            byte[] bytes = disk.files().get(file);
            boolean last = file.equals(disk.files().keySet().stream().reduce((one, other) -> other).orElseThrow());
            for (int length = 0; length < bytes.length; length++) {
                MemoryDisk cut = disk.copy();
                cut.files().put(file, Arrays.copyOf(bytes, length));
                AuditReader.Found found = check(cut);
                String where = file + " cut to " + length + ": " + found.message();
                assertThat(read(cut)).as(where).isEqualTo(all.subList(0, (int) found.rows()));
                assertThat(found.whole()).as(where).isEqualTo(last && length >= headerBytes(bytes));
                assertReopens(cut, found, where);
            }
        }
    }

    private static int headerBytes(byte[] file) {
        return switch (SegmentHeader.parse(file, file.length, SegmentHeader.AUDIT)) {
            case SegmentHeader.Parsed.Good(SegmentHeader header) -> header.encodedBytes();
            default -> throw new AssertionError("no header");
        };
    }

    @Test
    void everyFlippedByteIsNamedAndNothingBehindItIsBelieved() {
        List<AuditRow> all = written(12);
        List<Integer> torn = new ArrayList<>();
        for (Path file : List.copyOf(disk.files().keySet())) {
            byte[] bytes = disk.files().get(file);
            for (int at = 0; at < bytes.length; at++) {
                for (int bit = 0; bit < 8; bit += 7) {
                    MemoryDisk flipped = disk.copy();
                    byte[] changed = bytes.clone();
                    changed[at] ^= (byte) (1 << bit);
                    flipped.files().put(file, changed);
                    AuditReader.Found found = check(flipped);
                    String where = file + " flipped at " + at + ": " + found.message();
                    assertThat(found.rows()).as(where).isLessThan(all.size());
                    assertThat(read(flipped)).as(where).isEqualTo(all.subList(0, (int) found.rows()));
                    if (found.whole()) {
                        // only a longer length of the very last row looks like a write that was cut short
                        assertThat(found.message()).contains("torn");
                        assertThat(found.rows()).isEqualTo(all.size() - 1);
                        torn.add(at);
                    }
                }
            }
        }
        assertThat(torn).isSorted().isNotEmpty();
        assertThat(torn.getLast() - torn.getFirst()).as("within the four bytes of a length").isLessThan(4);
    }

    /** A trail that can go on does so behind its last whole row; one that cannot is left as it is and says why. */
    private void assertReopens(MemoryDisk from, AuditReader.Found found, String where) {
        List<byte[]> before = from.files().values().stream().map(byte[]::clone).toList();
        try (AuditLog log = AuditLog.open(from, HOME, clock, () -> FIRST, SMALL)) {
            if (found.whole()) {
                log.record(entry(99));
                List<AuditRow> after = read(from);
                assertThat(after).as(where).hasSize((int) Math.max(1, found.rows()) + 1);
                assertThat(after.getLast().entry()).as(where).isEqualTo(entry(99));
                assertThat(check(from).whole()).as(where).isTrue();
            } else if (!log.found().isEmpty()) {
                assertThatThrownBy(() -> log.record(entry(99)))
                        .as(where)
                        .isInstanceOf(AuditException.class)
                        .hasMessageContaining("damaged");
                assertThat(from.files().values()).as(where).zipSatisfy(before, (now, then) -> assertThat(now).isEqualTo(then));
            }
        }
    }

    @Test
    void aFullDiskRefusesARowAndLeavesTheTrailWhole() {
        try (AuditLog log = open()) {
            log.record(entry(2));
            disk.full = true;
            assertThatThrownBy(() -> log.record(entry(3)))
                    .isInstanceOf(AuditException.class)
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("settings.look, textPercent 3");
            disk.full = false;
            log.record(entry(4));
        }
        assertThat(read(disk)).extracting(row -> row.entry()).containsExactly(FIRST, entry(2), entry(4));
        assertThat(check(disk).whole()).isTrue();
    }

    @Test
    void aTrailWhoseFilesVanishWhileItIsWrittenIsNotBegunAnew() {
        try (AuditLog log = open()) {
            log.record(entry(2));
            disk.files().keySet().removeIf(file -> file.startsWith(FOLDER));
            assertThatThrownBy(() -> log.record(entry(3)))
                    .isInstanceOf(AuditException.class)
                    .hasMessageContaining("gone");
        }
    }

    @Test
    void severalLogsOverOneFolderRecordByTurnsAndLoseNothing(@TempDir Path home) throws Exception {
        int each = 40;
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            for (int writer = 0; writer < 3; writer++) {
                AuditLog log = AuditLog.open(home, clock(), () -> FIRST);
                for (int thread = 0; thread < 2; thread++) {
                    String who = writer + "." + thread;
                    pool.submit(() -> {
                        for (int i = 0; i < each; i++) {
                            log.record(AuditEntry.of(Actor.USER, "settings.look", who + " " + i));
                        }
                    });
                }
            }
            pool.shutdown();
            assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        List<AuditRow> rows = new ArrayList<>();
        AuditReader.Found found = AuditReader.of(home).check((row, head) -> rows.add(row), (done, all) -> {});
        assertThat(found.message()).isEqualTo("Audit trail intact: " + (6 * each + 1) + " rows in 1 file.");
        for (int writer = 0; writer < 3; writer++) {
            for (int thread = 0; thread < 2; thread++) {
                String who = writer + "." + thread + " ";
                assertThat(rows.stream().map(row -> row.entry().subject()).filter(subject -> subject.startsWith(who)))
                        .hasSize(each)
                        .isSortedAccordingTo((one, other) -> Integer.compare(count(one), count(other)));
            }
        }
    }

    private static int count(String subject) {
        return Integer.parseInt(subject.substring(subject.indexOf(' ') + 1));
    }

    private static Clock clock() {
        return () -> 1_700_000_000_000_000_000L;
    }

    @Test
    void itsFilesAreTheOwnersAlone(@TempDir Path home) throws IOException {
        try (AuditLog log = AuditLog.open(home, clock(), () -> FIRST)) {
            log.record(entry(2));
        }
        try (Stream<Path> files = Files.walk(home.resolve(AuditLog.FOLDER))) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void aClosedTrailSaysSo() {
        AuditLog log = open();
        log.close();
        assertThatThrownBy(() -> log.record(entry(2)))
                .isInstanceOf(AuditException.class)
                .hasMessage("The audit trail is closed; settings.look was not recorded and not done.");
    }
}
