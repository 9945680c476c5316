package dev.tradewind.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.vault.KdfCost;
import dev.tradewind.vault.Opening;
import dev.tradewind.vault.Secret;
import dev.tradewind.vault.SecretId;
import dev.tradewind.vault.Vault;
import dev.tradewind.vault.WrongPassphraseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The process dies before, in and after each step on the disk that changing a vault takes; nothing of it is lost. */
class VaultCrashTest {

    private static final KdfCost CHEAP = KdfCost.guardingNothing(8, 1, 1);
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    private static final Path FOLDER = Path.of("data");
    private static final SecretId FIRST = new SecretId(1, "secret");
    private static final SecretId SECOND = new SecretId(2, "secret");

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Dies at a step: before it, after it, or with what it overwrites overwritten in part. */
    private static final class DyingDisk extends MemoryDisk {

        private int steps;
        private int last = Integer.MAX_VALUE;

        private void step() {
            if (++steps > last) {
                throw new Crash();
            }
        }

        @Override
        public void replace(Path file, ByteBuffer content) throws IOException {
            step();
            super.replace(file, content);
            step();
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            step();
            super.move(from, to);
            step();
        }

        @Override
        public void overwrite(Path file) throws IOException {
            step();
            byte[] half = files().get(file);
            Arrays.fill(half, 0, half.length / 2, (byte) 0);
            step();
            super.overwrite(file);
        }

        @Override
        public void delete(Path file) {
            step();
            super.delete(file);
            step();
        }

        void revive() {
            last = Integer.MAX_VALUE;
        }
    }

    /** Something done to an open vault. */
    @FunctionalInterface
    private interface Change {
        void make(Vault vault) throws IOException;
    }

    private static Opening.Factors words(String passphrase) {
        return Opening.Factors.of(passphrase.toCharArray());
    }

    private static Secret secret(String text) {
        return Secret.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static DyingDisk prepared() throws IOException {
        DyingDisk disk = new DyingDisk();
        disk.createFolder(FOLDER);
        try (Vault vault = Vault.create(new VaultFile(disk, FOLDER), TIME, words("old"), "", CHEAP)) {
            vault.put(FIRST, secret("first"));
        }
        return disk;
    }

    private static Vault opened(DyingDisk disk) throws IOException {
        Vault vault = Vault.open(new VaultFile(disk, FOLDER), TIME);
        try {
            vault.unseal(words("old"));
        } catch (WrongPassphraseException e) {
            vault.unseal(words("new"));
        }
        return vault;
    }

    private static TreeMap<SecretId, String> secrets(Vault vault) throws IOException {
        TreeMap<SecretId, String> secrets = new TreeMap<>();
        for (SecretId id : vault.ids()) {
            secrets.put(id, vault.lend(id, bytes -> new String(bytes, StandardCharsets.US_ASCII)).orElseThrow());
        }
        return secrets;
    }

    /** Dies at every step of a change, and holds what is found then against what was there before and after it. */
    private static void dieAtEveryStep(Change change) throws IOException {
        TreeMap<SecretId, String> before;
        TreeMap<SecretId, String> after;
        DyingDisk whole = prepared();
        try (Vault vault = opened(whole)) {
            before = secrets(vault);
            change.make(vault);
            after = secrets(vault);
        }
        boolean ended = false;
        int deaths = 0;
        for (int step = 0; !ended; step++) {
            DyingDisk disk = prepared();
            Vault vault = opened(disk);
            disk.steps = 0;
            disk.last = step;
            try {
                change.make(vault);
                ended = true;
            } catch (Crash e) {
                deaths++;
            }
            disk.revive();
            try (Vault found = opened(disk)) {
                assertThat(List.of(before, after)).as("after step " + step).contains(secrets(found));
                found.put(SECOND, secret("goes on"));
                assertThat(secrets(found)).as("after step " + step).containsEntry(SECOND, "goes on");
            }
            assertThat(new TreeSet<>(disk.list(FOLDER)))
                    .as("after step " + step)
                    .isSubsetOf(VaultFile.NAME, VaultFile.TRIES)
                    .contains(VaultFile.NAME);
        }
        assertThat(deaths).isGreaterThan(9);
    }

    @Test
    void putting() throws IOException {
        dieAtEveryStep(vault -> vault.put(SECOND, secret("second")));
    }

    @Test
    void replacing() throws IOException {
        dieAtEveryStep(vault -> vault.put(FIRST, secret("another")));
    }

    @Test
    void removing() throws IOException {
        dieAtEveryStep(vault -> vault.remove(FIRST));
    }

    @Test
    void changingThePassphrase() throws IOException {
        dieAtEveryStep(vault -> vault.change(words("old"), words("new"), "", CHEAP));
    }

    @Test
    void rotating() throws IOException {
        dieAtEveryStep(vault -> vault.rotate(words("old")));
    }

    @Test
    void makingARecoveryCode() throws IOException {
        dieAtEveryStep(vault -> vault.newRecoveryCode(words("old")));
    }

    @Test
    void recovering() throws IOException {
        dieAtEveryStep(vault -> {
            char[] code = vault.newRecoveryCode(words("old"));
            vault.change(Opening.Recovery.of(code), words("new"), "", CHEAP);
        });
    }

    @Test
    void creating() throws IOException {
        boolean ended = false;
        for (int step = 0; !ended; step++) {
            DyingDisk disk = new DyingDisk();
            disk.createFolder(FOLDER);
            disk.last = step;
            VaultFile file = new VaultFile(disk, FOLDER);
            try {
                Vault.create(file, TIME, words("old"), "", CHEAP).close();
                ended = true;
            } catch (Crash e) {
                assertThat(step).isLessThan(20);
            }
            disk.revive();
            VaultFile again = new VaultFile(disk, FOLDER);
            if (Vault.exists(again)) {
                opened(disk).close();
            } else {
                assertThat(disk.list(FOLDER)).as("after step " + step).isEmpty();
                Vault.create(again, TIME, words("new"), "", CHEAP).close();
                opened(disk).close();
            }
        }
    }
}
