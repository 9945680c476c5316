package dev.tradewind.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.kernel.Rng;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class VaultTest {

    static final KdfCost CHEAP = KdfCost.guardingNothing(8, 1, 1);

    private static final SecretId API_KEY = new SecretId(7, "api-key");
    private static final SecretId SECRET = new SecretId(7, "secret");
    private static final SecretId OTHER = new SecretId(8, "secret");

    private final MemoryStore store = new MemoryStore();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource time = () -> now;
    private int derivations;
    private final Keyring keyring = new Keyring(new SecureRandom(), (cost, salt, passphrase, keyFile) -> {
        derivations++;
        return new Argon2().derive(cost, salt, passphrase, keyFile);
    });

    private Vault create(String passphrase) throws IOException {
        return Vault.create(store, time, keyring, words(passphrase), "the usual", CHEAP);
    }

    private Vault stored() throws IOException {
        return Vault.open(store, time, keyring);
    }

    private static Opening.Factors words(String passphrase) {
        return Opening.Factors.of(passphrase.toCharArray());
    }

    private static Secret text(String text) {
        return Secret.of(text.getBytes(US_ASCII));
    }

    private static String read(Vault vault, SecretId id) throws IOException {
        return vault.lend(id, bytes -> new String(bytes, US_ASCII)).orElse("none");
    }

    @Test
    void lendsWhatWasPutOnceItIsOpened() throws IOException {
        try (Vault vault = create("correct horse")) {
            vault.put(API_KEY, text("public half"));
            vault.put(SECRET, text("private half"));
            vault.put(SECRET, text("another private half"));
            vault.put(OTHER, text("gone soon"));
            assertThat(vault.remove(OTHER)).isTrue();
            assertThat(vault.remove(OTHER)).isFalse();
        }
        Vault again = stored();
        assertThat(again.isOpen()).isFalse();
        assertThat(again.hint()).isEqualTo("the usual");
        assertThat(again.ids()).containsExactly(API_KEY, SECRET);
        assertThatThrownBy(() -> read(again, SECRET)).isInstanceOf(VaultSealedException.class);

        again.unseal(words("correct horse"));

        assertThat(read(again, API_KEY)).isEqualTo("public half");
        assertThat(read(again, SECRET)).isEqualTo("another private half");
        assertThat(read(again, OTHER)).isEqualTo("none");
        again.seal();
        assertThat(again.isOpen()).isFalse();
    }

    @Test
    void aWrongPassphraseTakesTheWholeDerivationAndSaysNothing() throws IOException {
        create("correct horse").close();
        Vault vault = stored();
        derivations = 0;

        for (String wrong : List.of("c", "correct horsf")) {
            assertThatThrownBy(() -> vault.unseal(words(wrong)))
                    .isInstanceOf(WrongPassphraseException.class)
                    .hasMessage("That does not open the vault.")
                    .hasNoCause();
        }

        assertThat(derivations).isEqualTo(2);
        vault.unseal(words("correct horse"));
        assertThat(derivations).isEqualTo(3);
    }

    @Test
    void waitsLongerAfterEachWrongTryAlsoAfterARestart() throws IOException {
        create("right").close();
        Vault vault = stored();
        for (int i = 0; i < 3; i++) {
            assertThat(vault.untilNextTry()).isZero();
            assertThatThrownBy(() -> vault.check(words("wrong"))).isInstanceOf(WrongPassphraseException.class);
        }
        assertThat(vault.untilNextTry()).isEqualTo(Duration.ofSeconds(2));
        Vault restarted = stored();
        assertThatThrownBy(() -> restarted.unseal(words("right")))
                .isInstanceOf(TooSoonException.class)
                .hasMessage("After wrong tries the next one has to wait 2 s.");
        now = now.plusSeconds(2);
        assertThatThrownBy(() -> restarted.unseal(words("wrong"))).isInstanceOf(WrongPassphraseException.class);
        assertThat(restarted.untilNextTry()).isEqualTo(Duration.ofSeconds(4));
        now = now.minusSeconds(86_400);
        assertThat(restarted.untilNextTry()).isEqualTo(Duration.ofSeconds(4));
        now = now.plusSeconds(4);

        restarted.unseal(words("right"));

        assertThat(stored().untilNextTry()).isZero();
    }

    /** Whatever stands there: it neither fails nor keeps the owner out for longer than the longest wait. */
    @Test
    void aStrangeNoteOfTriesKeepsNobodyOut() throws IOException {
        create("right").close();
        byte[] noted = store.readTries().orElseThrow();
        for (int seed = 0; seed < 5_000; seed++) {
            Rng rng = new Rng(seed);
            byte[] bytes = Mutation.of(noted, rng);
            if (bytes.length == 24) {
                // with a checksum that is right
                CRC32C sum = new CRC32C();
                sum.update(bytes, 0, 20);
                ByteBuffer.wrap(bytes).putInt(20, (int) sum.getValue());
            }
            store.tries = bytes;
            assertThat(stored().untilNextTry())
                    .as("seed " + seed)
                    .isBetween(Duration.ZERO, Duration.ofMinutes(5));
        }
    }

    @Test
    void changesPassphraseHintAndKeyFileTogether() throws IOException {
        byte[] file = new byte[64];
        Vault vault = create("old");
        vault.put(SECRET, text("kept"));

        vault.change(words("old"), Opening.Factors.of("new".toCharArray(), file.clone()), "with the file", CHEAP);

        Vault again = stored();
        assertThat(again.needsKeyFile()).isTrue();
        assertThat(again.hint()).isEqualTo("with the file");
        assertThatThrownBy(() -> again.unseal(words("new")))
                .isInstanceOf(VaultRefusedException.class)
                .hasMessageContaining("key file");
        byte[] other = file.clone();
        other[63] = 1;
        assertThatThrownBy(() -> again.unseal(Opening.Factors.of("new".toCharArray(), other)))
                .isInstanceOf(WrongPassphraseException.class);
        again.unseal(Opening.Factors.of("new".toCharArray(), file.clone()));
        assertThat(read(again, SECRET)).isEqualTo("kept");
    }

    @Test
    void rotationEncryptsEverythingAnewAndKeepsPassphraseAndRecoveryCode() throws IOException {
        Vault vault = create("words");
        vault.put(SECRET, text("kept"));
        char[] code = vault.newRecoveryCode(words("words"));
        VaultImage before = VaultImage.read(store.read().orElseThrow());

        vault.rotate(words("words"));

        assertThat(read(vault, SECRET)).isEqualTo("kept");
        VaultImage after = VaultImage.read(store.read().orElseThrow());
        assertThat(after.records().get(SECRET).sealed()).isNotEqualTo(before.records().get(SECRET).sealed());
        assertThat(after.head().backupPublic()).isNotEqualTo(before.head().backupPublic());
        Vault again = stored();
        again.unseal(Opening.Recovery.of(code));
        assertThat(read(again, SECRET)).isEqualTo("kept");
    }

    @Test
    void aRecoveryCodeGivesTheVaultAnotherPassphraseOnce() throws IOException {
        Vault vault = create("forgotten");
        vault.put(SECRET, text("kept"));
        char[] code = vault.newRecoveryCode(words("forgotten"));
        Vault again = stored();
        assertThat(again.hasRecoveryCode()).isTrue();

        again.change(Opening.Recovery.of(code.clone()), words("remembered"), "", CHEAP);

        assertThat(again.hasRecoveryCode()).isFalse();
        assertThatThrownBy(() -> again.unseal(Opening.Recovery.of(code))).isInstanceOf(VaultRefusedException.class);
        assertThatThrownBy(() -> again.unseal(words("forgotten"))).isInstanceOf(WrongPassphraseException.class);
        again.unseal(words("remembered"));
        assertThat(read(again, SECRET)).isEqualTo("kept");
    }

    @Test
    void signersEndWithTheVaultAndWithTheirSecret() throws IOException {
        Vault vault = create("words");
        vault.put(SECRET, Signer.newEd25519());
        vault.put(OTHER, text("shared"));
        Signer one = vault.signer(SECRET, Signer.Scheme.ED25519).orElseThrow();
        Signer other = vault.signer(OTHER, Signer.Scheme.HMAC_SHA256).orElseThrow();
        assertThat(one.sign(new byte[3])).hasSize(64);
        assertThat(other.sign(new byte[3])).hasSize(32);
        assertThat(vault.signer(API_KEY, Signer.Scheme.HMAC_SHA256)).isEmpty();

        vault.remove(SECRET);

        assertThatThrownBy(() -> one.sign(new byte[3])).isInstanceOf(VaultSealedException.class);
        vault.seal();
        assertThatThrownBy(() -> other.sign(new byte[3])).isInstanceOf(VaultSealedException.class);
    }

    @Test
    void refusesAHintThatHoldsThePassphrase() {
        assertThatThrownBy(() -> Vault.create(store, time, keyring, words("Caf\u00e9"), "our CAFE\u0301 at home", CHEAP))
                .isInstanceOf(VaultRefusedException.class)
                .hasMessage("The hint holds the passphrase; anybody can read the hint. Choose another.");
        assertThat(store.read()).isEmpty();
    }

    @Test
    void aStreamSealedWhileTheVaultIsSealedOpensWithThePassphraseAlone() throws IOException {
        Vault vault = create("words");
        char[] code = vault.newRecoveryCode(words("words"));
        vault.seal();
        byte[] content = new byte[3_000_000];
        Rng rng = new Rng(1);
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) rng.nextLong();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SealedOutput sealed = new SealedOutput(out, vault.recipient())) {
            sealed.write(content);
            sealed.finish();
        }

        byte[] stream = out.toByteArray();

        for (Opening opening : List.of(words("words"), Opening.Recovery.of(code))) {
            assertThat(SealedInput.open(new ByteArrayInputStream(stream), opening).readAllBytes()).isEqualTo(content);
        }
        assertThatThrownBy(() -> SealedInput.open(new ByteArrayInputStream(stream), words("other")))
                .isInstanceOf(WrongPassphraseException.class);
        vault.unseal(words("words"));
        assertThat(SealedInput.open(new ByteArrayInputStream(stream), vault).readAllBytes()).isEqualTo(content);
        assertThat(SealedInput.header(new ByteArrayInputStream(stream)))
                .isEqualTo(new SealedInput.Header(vault.id(), "the usual", false, true));
    }

    @Test
    void aFailedWriteLeavesWhatIsStored() throws IOException {
        Vault vault = create("words");
        vault.put(SECRET, text("first"));
        store.fails = true;
        assertThatThrownBy(() -> vault.put(SECRET, text("second"))).isInstanceOf(IOException.class);
        store.fails = false;
        assertThat(read(vault, SECRET)).isEqualTo("first");
        store.failsAfterwards = true;
        assertThatThrownBy(() -> vault.rotate(words("words"))).isInstanceOf(IOException.class);
        store.failsAfterwards = false;
        assertThat(read(vault, SECRET)).isEqualTo("first");
        vault.put(OTHER, text("more"));
        Vault again = stored();
        again.unseal(words("words"));
        assertThat(read(again, OTHER)).isEqualTo("more");
        assertThat(Optional.of(again.ids())).contains(List.of(SECRET, OTHER));
    }
}
