package dev.tradewind.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever array a secret came in or went out by holds nothing of it afterwards. */
class SecretTest {

    private static final byte[] ZEROS = new byte[4];

    @Test
    void wipesWhatItIsMadeOf() throws VaultRefusedException {
        byte[] bytes = {1, 2, 3, 4};
        char[] ascii = "key".toCharArray();
        char[] passphrase = "caf\u00e9".toCharArray();
        char[] words = "words".toCharArray();
        byte[] file = new byte[32];
        file[0] = 1;

        Secret secret = Secret.of(bytes);
        Secret.ofAscii(ascii);
        Secret.ofPassphrase(passphrase);
        Opening.Factors.of(words, file);

        assertThat(bytes).isEqualTo(ZEROS);
        assertThat(ascii).containsOnly('\0');
        assertThat(passphrase).containsOnly('\0');
        assertThat(words).containsOnly('\0');
        assertThat(file).containsOnly(0);
        assertThat(secret.<byte[], RuntimeException>lend(byte[]::clone)).isEqualTo(new byte[] {1, 2, 3, 4});
    }

    @Test
    void wipesWhatItRefuses() {
        char[] notAscii = "k\u00e9y".toCharArray();
        char[] code = "not a code".toCharArray();
        char[] pem = "-----BEGIN PRIVATE KEY-----\nAAAA".toCharArray();
        char[] words = "words".toCharArray();
        byte[] tooShort = {1, 2, 3};

        assertThatThrownBy(() -> Secret.ofAscii(notAscii))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("character 2 is none that keys are written with");
        assertThatThrownBy(() -> Opening.Recovery.of(code)).isInstanceOf(VaultRefusedException.class);
        assertThatThrownBy(() -> Signer.seedOfPem(pem)).isInstanceOf(VaultRefusedException.class);
        assertThatThrownBy(() -> Opening.Factors.of(words, tooShort))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a key file of 3 bytes; it takes 32 to 65536");

        for (char[] wiped : List.of(notAscii, code, pem, words)) {
            assertThat(wiped).containsOnly('\0');
        }
        assertThat(tooShort).containsOnly(0);
    }

    @Test
    void wipesWhatItLent() {
        Secret secret = Secret.of(new byte[] {1, 2, 3, 4});
        List<byte[]> kept = new ArrayList<>();

        secret.lend(kept::add);
        assertThatThrownBy(() -> secret.lend(bytes -> {
                    kept.add(bytes);
                    throw new IllegalStateException("thrown while it was lent");
                }))
                .hasMessage("thrown while it was lent");

        assertThat(kept).hasSize(2).allSatisfy(bytes -> assertThat(bytes).isEqualTo(ZEROS));
    }

    @Test
    void aClosedOneIsGone() {
        Secret secret = Secret.of(new byte[] {1, 2, 3, 4});
        Secret copy = secret.copy();
        Signer signer = Signer.of(Signer.Scheme.HMAC_SHA256, secret);

        signer.close();
        signer.close();

        assertThat(secret.isWiped()).isTrue();
        assertThat(secret.length()).isEqualTo(4);
        assertThatThrownBy(() -> secret.lend(byte[]::clone)).isInstanceOf(VaultSealedException.class);
        assertThatThrownBy(() -> signer.sign(new byte[1])).isInstanceOf(VaultSealedException.class);
        assertThat(copy.<Integer, RuntimeException>lend(bytes -> bytes.length)).isEqualTo(4);
    }

    @Test
    void nothingPrintsWhatItHolds() throws Exception {
        MemoryStore store = new MemoryStore();
        Opening.Factors factors = Opening.Factors.of("abcdefgh".toCharArray());
        try (Vault vault = Vault.create(store, java.time.InstantSource.system(), factors, "", VaultTest.CHEAP)) {
            vault.put(new SecretId(1, "secret"), Secret.of("0123456789".getBytes(StandardCharsets.US_ASCII)));
            Signer signer = vault.signer(new SecretId(1, "secret"), Signer.Scheme.HMAC_SHA256).orElseThrow();
            Opening.Recovery recovery = Opening.Recovery.of(vault.newRecoveryCode(factors));

            assertThat(List.of(
                            vault.toString(), signer.toString(), factors.toString(), recovery.toString(),
                            factors.passphrase().toString(), Optional.of(factors.passphrase()).toString()))
                    .containsExactly(
                            "Vault[open]", "Signer[HMAC_SHA256, redacted]", "Factors[redacted]", "Recovery[redacted]",
                            "Secret[redacted]", "Optional[Secret[redacted]]");
        }
    }
}
