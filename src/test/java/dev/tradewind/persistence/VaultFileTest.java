package dev.tradewind.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradewind.vault.VaultStore;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultFileTest {

    @TempDir
    Path folder;

    private VaultFile file() {
        return new VaultFile(new SystemDisk(), folder);
    }

    private List<String> names() throws IOException {
        return new SystemDisk().list(folder);
    }

    @Test
    void keepsAVaultForItsOwnerAlone() throws IOException {
        VaultFile file = file();
        assertThat(file.read()).isEmpty();
        file.replace(new byte[] {1, 2, 3});
        file.replaceTries(new byte[] {9});

        assertThat(file().read().orElseThrow()).isEqualTo(new byte[] {1, 2, 3});
        assertThat(file().readTries().orElseThrow()).isEqualTo(new byte[] {9});
        assertThat(names()).containsExactly("vault", "vault.tries");
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no owners on this file system");
        for (String name : names()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    /** A name for the old file's room, as a look at the drive would have, sees zeros once it is replaced. */
    @Test
    void overwritesWhatItReplaces() throws IOException {
        VaultFile file = file();
        byte[] old = new byte[100_000];
        Arrays.fill(old, (byte) 7);
        file.replace(old);
        Path sameRoom = folder.resolveSibling(folder.getFileName() + "-link");
        try {
            Files.createLink(sameRoom, folder.resolve("vault"));
            file.replace(new byte[] {1});
            assertThat(Files.readAllBytes(sameRoom)).hasSize(100_000).containsOnly(0);
        } finally {
            Files.deleteIfExists(sameRoom);
        }
    }

    @Test
    void overwritesInPlace() throws IOException {
        Path some = folder.resolve("some");
        Files.write(some, new byte[] {1, 2, 3});
        try (FileChannel open = FileChannel.open(some, StandardOpenOption.READ)) {
            new SystemDisk().overwrite(some);
            ByteBuffer seen = ByteBuffer.allocate(4);
            assertThat(open.read(seen)).isEqualTo(3);
            assertThat(seen.array()).containsOnly(0);
        }
        assertThatThrownBy(() -> new SystemDisk().overwrite(folder.resolve("none"))).isInstanceOf(IOException.class);
    }

    @Test
    void sweepsWhatACrashLeft() throws IOException {
        VaultFile file = file();
        file.replace(new byte[] {1});
        for (String left : List.of("vault.next", "vault.old", "vault.next.new")) {
            Files.write(folder.resolve(left), new byte[] {2});
        }
        assertThat(file.read().orElseThrow()).isEqualTo(new byte[] {1});
        assertThat(names()).containsExactly("vault");
    }

    @Test
    void goesOnWithTheNewOneBetweenTheTwoMoves() throws IOException {
        Files.write(folder.resolve("vault.old"), new byte[] {1});
        Files.write(folder.resolve("vault.next"), new byte[] {2});
        assertThat(file().read().orElseThrow()).isEqualTo(new byte[] {2});
        assertThat(names()).containsExactly("vault");
    }

    @Test
    void refusesWhatNoVaultCanBe() throws IOException {
        try (RandomAccessFile huge = new RandomAccessFile(folder.resolve("vault").toFile(), "rw")) {
            huge.setLength(VaultStore.MOST_BYTES + 1L);
        }
        assertThatThrownBy(() -> file().read()).isInstanceOf(IOException.class).hasMessageContaining("has 16777217 bytes");
        Files.write(folder.resolve("vault.tries"), new byte[5_000]);
        assertThat(file().readTries()).isEmpty();
    }
}
