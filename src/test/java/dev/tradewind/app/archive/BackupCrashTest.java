package dev.tradewind.app.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.app.archive.BackupDesk.BackupRow;
import dev.tradewind.domain.Progress;
import dev.tradewind.kernel.Rng;
import dev.tradewind.persistence.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process killed in the middle of a backup, and one whose files may not grow any more, leave no half backup. */
class BackupCrashTest {

    private static final long SEED = 20261121;
    private static final int KILLS = 5;
    private static final int BALLAST_BYTES = 24 << 20;

    @TempDir
    private Path temporary;

    private ArchiveFixture home;

    @BeforeEach
    void fill() throws IOException {
        home = new ArchiveFixture(Files.createDirectory(temporary.resolve("data"))).filled();
        Rng rng = new Rng(SEED);
        byte[] ballast = new byte[BALLAST_BYTES];
        for (int i = 0; i < ballast.length; i++) {
            ballast[i] = (byte) rng.nextInt(256);
        }
        Files.write(home.folder.resolve("trials/0b.log"), ballast);
    }

    private List<String> child(String... prefix) {
        List<String> command = new ArrayList<>(List.of(prefix));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), BackupChild.class.getName(), home.folder.toString()));
        return command;
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.list(home.folder.resolve("backups"))) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void killedAtAnyMomentItLeavesNoHalfBackup() throws Exception {
        Rng rng = new Rng(SEED);
        int killed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = new ProcessBuilder(child()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            try (BufferedReader out = child.inputReader()) {
                assertEquals("writing", out.readLine());
                LockSupport.parkNanos(rng.nextInt(40) * 1_000_000L);
            } finally {
                child.destroyForcibly().waitFor();
            }
            killed += left().stream().anyMatch(name -> name.endsWith(".part")) ? 1 : 0;
            for (BackupRow row : Making.list(home.folder.resolve("backups"))) {
                BackupFile.checkBytes(row.file(), Progress.NONE);
            }
        }
        assertTrue(killed > 0, "seed " + SEED + ": no kill met a backup half written");
        new Making(home.parts, new PlanStore(home, home.folder)).write(home.folder.resolve("backups"), 0, Progress.NONE);
        assertTrue(left().stream().allMatch(name -> name.endsWith(".twb")), left().toString());
        try (Stream<Path> all = Files.list(home.folder)) {
            assertFalse(all.anyMatch(path -> path.toString().endsWith(".copy")), "the database's copies are removed too");
        }
    }

    /** {@return what a process says whose files may have only so many blocks of 1,024 bytes} */
    private String limited(int blocks) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash to set a limit with");
        Process child = new ProcessBuilder(child("/bin/bash", "-c", "ulimit -f " + blocks + "; exec \"$0\" \"$@\""))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String last = "";
        try (BufferedReader out = child.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                last = line;
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        return last;
    }

    @Test
    void withoutRoomItLeavesNothingAndSaysSo() throws Exception {
        // the copy of the database fits, the backup does not
        String said = limited(8_000);
        assertTrue(said.startsWith("refused No backup was made in "), said);
        assertTrue(said.contains("the disk is full"), said);
        assertTrue(said.contains("Nothing of it was left"), said);
        assertEquals(List.of(), left());
    }

    @Test
    void withoutRoomForTheCopyOfTheDatabaseToo() throws Exception {
        // more than the driver's own library, which it unpacks first
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.folder.resolve(Database.FILE))) {
            connection.createStatement().execute("create table ballast as select randomblob(12000000) as bytes");
        }
        String said = limited(6_000);
        assertTrue(said.startsWith("refused No backup was made. The data folder "), said);
        assertTrue(said.contains("SQLITE_FULL") || said.contains("SQLITE_IOERR"), said);
        assertTrue(said.contains("Nothing in it was changed, and sessions go on."), said);
        assertEquals(List.of(), left());
        try (Stream<Path> all = Files.list(home.folder)) {
            assertFalse(all.anyMatch(path -> path.toString().contains(".copy")), "nothing of the copy is left");
        }
    }
}
