package dev.tradewind.app.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.tradewind.app.archive.BackupDesk.Unlock;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.domain.Progress;
import dev.tradewind.kernel.Rng;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file, it is refused in words, and nothing is written outside of the folder it was to be restored into. */
class BackupFuzzTest {

    private static final long SEED = 20261121;
    private static final int FLIPS = 160;

    @TempDir
    private Path temporary;

    private ArchiveFixture home;
    private Unpacking unpacking;
    private Path target;

    @BeforeEach
    void fill() throws IOException {
        home = new ArchiveFixture(Files.createDirectory(temporary.resolve("data"))).filled();
        unpacking = new Unpacking(home.parts, new PlanStore(home, home.folder));
        target = temporary.resolve("target");
    }

    private byte[] made() throws IOException {
        Path file = new Making(home.parts, new PlanStore(home, home.folder))
                .write(home.folder.resolve("backups"), 0, Progress.NONE)
                .file();
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    private static Optional<Unlock> unlock() {
        return Optional.of(new Unlock(ArchiveFixture.PASSPHRASE.toCharArray(), Optional.empty(), false));
    }

    /** Restores bytes; {@return why they were refused, empty if they were restored} */
    private Optional<String> restore(byte[] bytes, Optional<Unlock> unlock) throws IOException {
        Path file = Files.write(temporary.resolve("fuzzed.twb"), bytes);
        try {
            unpacking.restore(file, target, unlock, Progress.NONE);
            return Optional.empty();
        } catch (RefusedException e) {
            assertFalse(Files.exists(target), "a restore that was refused left something");
            return Optional.of(e.getMessage());
        }
    }

    private void assertNothingElse() throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            assertEquals(
                    List.of("data", "fuzzed.twb"), all.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void everyFlippedBitIsNoticed() throws IOException {
        byte[] sound = made();
        Rng rng = new Rng(SEED);
        for (int flip = 0; flip < FLIPS; flip++) {
            byte[] bytes = sound.clone();
            int at = flip < 60 ? flip : rng.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << rng.nextInt(8));
            assertTrue(restore(bytes, Optional.empty()).isPresent(), "seed " + SEED + ", byte " + at + " of " + bytes.length);
        }
        assertNothingElse();
    }

    @Test
    void everyCutIsNoticedAndSoIsWhatIsAdded() throws IOException {
        byte[] sound = made();
        Rng rng = new Rng(SEED);
        for (int cut = 0; cut < FLIPS / 2; cut++) {
            int length = cut < 50 ? cut : cut < 100 ? sound.length - 1 - (cut - 50) : rng.nextInt(sound.length);
            assertTrue(
                    restore(Arrays.copyOf(sound, length), Optional.empty()).isPresent(), "seed " + SEED + ", cut to " + length);
        }
        assertTrue(restore(Arrays.copyOf(sound, sound.length + 1), Optional.empty()).isPresent());
        assertNothingElse();
    }

    @Test
    void swappedPartsAreNoticed() throws IOException {
        byte[] sound = made();
        Rng rng = new Rng(SEED);
        for (int swap = 0; swap < FLIPS / 4; swap++) {
            byte[] bytes = sound.clone();
            int length = 1 + rng.nextInt(bytes.length / 3);
            int from = rng.nextInt(bytes.length - 2 * length);
            int to = from + length + rng.nextInt(bytes.length - from - 2 * length + 1);
            System.arraycopy(sound, from, bytes, to, length);
            System.arraycopy(sound, to, bytes, from, length);
            if (!Arrays.equals(bytes, sound)) {
                assertTrue(restore(bytes, Optional.empty()).isPresent(), "seed " + SEED + ", " + from + " with " + to);
            }
        }
        assertNothingElse();
    }

    @Test
    void anEncryptedOneIsNoLessGuarded() throws IOException {
        home.guarded();
        byte[] sound = made();
        Rng rng = new Rng(SEED);
        for (int flip = 0; flip < 12; flip++) {
            byte[] bytes = sound.clone();
            int at = rng.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << rng.nextInt(8));
            assertTrue(restore(bytes, unlock()).isPresent(), "seed " + SEED + ", byte " + at);
        }
        assertNothingElse();
    }

    @Test
    void randomBytesBehindASoundHeadAreRefused() throws IOException {
        Rng rng = new Rng(SEED);
        for (int i = 0; i < FLIPS / 4; i++) {
            byte[] body = new byte[1 + rng.nextInt(2_000)];
            for (int at = 0; at < body.length; at++) {
                body[at] = (byte) (rng.nextInt(3) == 0 ? 0 : rng.nextInt(256));
            }
            body[0] = (byte) (rng.nextInt(2) == 0 ? 'F' : 'M');
            assertTrue(restore(forged(1, 10, body), Optional.empty()).isPresent(), "seed " + SEED + ", file " + i);
        }
        assertNothingElse();
    }

    /** A file whose head, checksums and end are right, whatever the body is. */
    private static byte[] forged(int files, long bytes, byte[] body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(new BackupHead(false, 0, "forged", 5, files, bytes, 0, 0).encode());
        all.write(body);
        all.write(Sha256.begin().digest(all.toByteArray()));
        new DataOutputStream(all).writeLong(0x5457454E440D0A0AL);
        return all.toByteArray();
    }

    /** A backup that holds one file of a name, right in every other way. */
    private static byte[] holding(String... names) throws IOException {
        byte[] head = new BackupHead(false, 0, "forged", 5, names.length, 4L * names.length, 0, 0).encode();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        List<BackupEntry> entries = new ArrayList<>();
        byte[] content = "evil".getBytes(StandardCharsets.US_ASCII);
        byte[] sha256 = Sha256.begin().digest(content);
        for (String name : names) {
            byte[] path = name.getBytes(StandardCharsets.UTF_8);
            out.writeByte('F');
            out.writeShort(path.length);
            out.write(path);
            out.writeInt(content.length);
            out.writeInt(content.length);
            out.write(content);
            out.writeInt(0);
            out.writeLong(content.length);
            out.write(sha256);
            entries.add(new BackupEntry(name, content.length, HexFormat.of().formatHex(sha256)));
        }
        byte[] manifest = new BackupManifest(
                        HexFormat.of().formatHex(Sha256.begin().digest(head)), entries, Map.of())
                .json();
        out.writeByte('M');
        out.writeInt(manifest.length);
        out.write(manifest);
        return forged(names.length, 4L * names.length, body.toByteArray());
    }

    @Test
    void aForgedOneWithHarmlessNamesIsRestored() throws IOException {
        assertEquals(Optional.empty(), restore(holding("trials/0a.log", "vault"), Optional.empty()), "the forgery is well made");
        assertEquals("evil", Files.readString(target.resolve("trials/0a.log")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "../evil", "a/../../evil", "/evil", "//evil", "a//b", "", ".", "..", "./evil", "a/./b", "a/", "a\\..\\..\\evil", "C:evil",
        "C:\\evil", "a\u0000b", "con", "sessions/nul.txt", "evil ", "evil.", ".hidden", "a/b/c/d/e/f/g/h/i", "\u202Eevil",
        "restore-is-not-finished", "~root"
    })
    void noNameLeadsOutOfTheFolder(String name) throws IOException {
        Optional<String> refused = restore(holding("trials/first.log", name), Optional.empty());
        assertTrue(refused.isPresent(), name);
        assertTrue(refused.get().startsWith("Nothing was restored: "), refused.get());
        assertNothingElse();
    }

    @Test
    void aFileThatIsAlsoAFolderIsRefused() throws IOException {
        assertTrue(restore(holding("a", "a/b"), Optional.empty()).isPresent());
        assertTrue(restore(holding("a/b", "a"), Optional.empty()).isPresent());
        assertTrue(restore(holding("a/b", "A/B"), Optional.empty()).isPresent(), "one file on many systems");
        assertTrue(restore(holding("a", "a"), Optional.empty()).isPresent());
        assertNothingElse();
    }

    @Test
    void aManifestThatSaysOtherwiseIsRefused() throws IOException {
        byte[] sound = holding("vault");
        String text = new String(sound, StandardCharsets.ISO_8859_1);
        for (String[] change : new String[][] {
            {"\"path\":\"vault\"", "\"path\":\"vaulT\""},
            {"\"bytes\":4", "\"bytes\":5"},
            {"\"sha256\":\"", "\"sha256\":\"0"},
            {"\"files\":[", "\"filez\":["},
            {"{\"head\"", "[\"head\""}
        }) {
            assertTrue(text.contains(change[0]), change[0]);
            byte[] changed = text.replace(change[0], change[1]).getBytes(StandardCharsets.ISO_8859_1);
            byte[] digest = Sha256.begin().digest(Arrays.copyOf(changed, changed.length - 40));
            System.arraycopy(digest, 0, changed, changed.length - 40, 32);
            assertTrue(restore(changed, Optional.empty()).isPresent(), change[1]);
        }
        assertNothingElse();
    }

    @Test
    void aLinkInPlaceOfTheFolderIsNotFollowed() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("data/outside"));
        Files.createSymbolicLink(target, outside);
        Path file = Files.write(temporary.resolve("fuzzed.twb"), holding("vault"));
        assertThrows(
                RefusedException.class, () -> unpacking.restore(file, target, Optional.empty(), Progress.NONE));
        try (Stream<Path> all = Files.list(outside)) {
            all.findAny().ifPresent(found -> fail("written through the link: " + found));
        }
    }
}
