package dev.tradewind.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.kernel.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private static final Path HOME = Path.of("/home/ada");

    @TempDir
    Path folder;

    @Test
    void eachSystemKeepsProgramsDataInItsOwnPlace() {
        assertThat(DataFolder.locate("Linux", HOME, Map.of())).isEqualTo(Path.of("/home/ada/.local/share/tradewind"));
        assertThat(DataFolder.locate("Linux", HOME, Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/tradewind"));
        assertThat(DataFolder.locate("Linux", HOME, Map.of("XDG_DATA_HOME", "relative")))
                .isEqualTo(Path.of("/home/ada/.local/share/tradewind"));
        assertThat(DataFolder.locate("Mac OS X", HOME, Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/home/ada/Library/Application Support/Tradewind"));
        assertThat(DataFolder.locate("Windows 11", HOME, Map.of("APPDATA", "/roaming")))
                .isEqualTo(Path.of("/roaming/Tradewind"));
        assertThat(DataFolder.locate("Windows 11", HOME, Map.of()))
                .isEqualTo(Path.of("/home/ada/AppData/Roaming/Tradewind"));
    }

    @Test
    void everythingInItIsOpenToTheOwnerAlone() throws IOException {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        Path path = folder.resolve("deep/data");
        try (DataFolder data = DataFolder.open(path)) {
            Path session = data.path().resolve("sessions/1");
            FileJournal.create(session, "me", 1, Map.of()).close();
            Database.open(path).close();
            for (Path each : List.of(path, session, session.resolve("journal"), session.resolve("tape"))) {
                assertThat(permissions(each)).as("%s", each).isEqualTo("rwx------");
            }
            for (String file : List.of(
                    "lock",
                    "lock.pid",
                    "tradewind.db",
                    "sessions/1/journal/00000001.twj",
                    "sessions/1/tape/open.twp")) {
                assertThat(permissions(path.resolve(file))).as(file).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void aFolderThatWasOpenToOthersIsClosedToThem() throws IOException {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        Path path = Files.createDirectory(
                folder.resolve("open"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        DataFolder.open(path).close();
        assertThat(permissions(path)).isEqualTo("rwx------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aSecondInstanceIsToldWhoHasTheFolder() {
        try (DataFolder first = DataFolder.open(new SystemDisk(), folder, 4711)) {
            assertThatThrownBy(() -> DataFolder.open(new SystemDisk(), folder, 4712))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining(first.path().toString())
                    .hasMessageContaining("process 4711")
                    .hasMessageContaining("--data-dir");
        }
        DataFolder.open(folder).close();
    }

    @Test
    void aFolderThatCannotBeWrittenIsOneClearMessage() {
        Disk readOnly = new FailingDisk(new AccessDeniedException(folder.toString()));
        assertThatThrownBy(() -> DataFolder.open(readOnly, folder.resolve("new"), 1))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("The folder cannot be written")
                .hasMessageContaining("order")
                .hasMessageContaining("--data-dir");
    }

    @Test
    void aFullDiskIsOneClearMessageAndLeavesTheFolderFree() {
        FaultyDisk full = new FaultyDisk();
        full.fillUpAfter(0);
        assertThatThrownBy(() -> DataFolder.open(full, folder, 1))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("The disk is full")
                .hasMessageContaining(folder.toString());
        DataFolder.open(folder).close();
    }

    @Test
    void aFileInItsPlaceIsOneClearMessage() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("cannot use the data folder");
    }

    /** Refuses everything with one error. */
    private record FailingDisk(IOException error) implements Disk {

        @Override
        public OpenFile open(Path file) throws IOException {
            throw error;
        }

        @Override
        public void replace(Path file, ByteBuffer content) throws IOException {
            throw error;
        }

        @Override
        public void createFolder(Path path) throws IOException {
            throw error;
        }

        @Override
        public void delete(Path file) throws IOException {
            throw error;
        }

        @Override
        public boolean isFile(Path file) throws IOException {
            throw error;
        }

        @Override
        public boolean isFolder(Path path) throws IOException {
            throw error;
        }

        @Override
        public List<String> list(Path path) throws IOException {
            throw error;
        }

        @Override
        public long size(Path file) throws IOException {
            throw error;
        }

        @Override
        public int read(Path file, long offset, ByteBuffer target) throws IOException {
            throw error;
        }
    }
}
