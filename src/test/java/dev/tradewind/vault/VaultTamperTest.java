package dev.tradewind.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.tradewind.kernel.Rng;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever is done to a vault's bytes, it is noticed when the vault is opened at the latest. */
class VaultTamperTest {

    private static final int SUM_BYTES = 32;

    /** Depends on everything that the real one does, and costs nothing whatever a changed byte asks for. */
    private static final KeyDerivation QUICK = (cost, salt, passphrase, keyFile) -> passphrase.lend(words -> {
        byte[] parameters = (cost + "/" + cost.memoryKib()).getBytes(US_ASCII);
        byte[] file = keyFile.map(secret -> secret.lend(byte[]::clone)).orElse(new byte[0]);
        return Secret.of(Hmac.hkdf(salt, words, concat(parameters, file), 32));
    });
    static final Keyring KEYRING = new Keyring(new SecureRandom(), QUICK);
    private static final SecretId ONE = new SecretId(1, "secret");
    private static final SecretId TWO = new SecretId(2, "secret");

    private static byte[] concat(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }

    private static Opening.Factors words() {
        return Opening.Factors.of("words".toCharArray());
    }

    private static byte[] whole() throws IOException {
        MemoryStore store = new MemoryStore();
        Vault vault = Vault.create(store, InstantSource.system(), KEYRING, words(), "hint", VaultTest.CHEAP);
        vault.put(ONE, Secret.of(new byte[] {1, 1, 1, 1}));
        vault.put(TWO, Secret.of(new byte[] {2, 2, 2, 2}));
        vault.newRecoveryCode(words());
        return store.read().orElseThrow();
    }

    private static void open(byte[] bytes) throws IOException {
        MemoryStore store = new MemoryStore();
        store.vault = bytes;
        Vault.open(store, InstantSource.system(), KEYRING).unseal(words());
    }

    /** Makes the head's plain checksum right again, as somebody who wants to deceive would. */
    static byte[] withSum(byte[] bytes) {
        int length = bytes.length < 16 ? -1 : ByteBuffer.wrap(bytes).getInt(12);
        if (length < SUM_BYTES || length > bytes.length) {
            return bytes;
        }
        System.arraycopy(Hmac.digest(bytes, length - SUM_BYTES), 0, bytes, length - SUM_BYTES, SUM_BYTES);
        return bytes;
    }

    @Test
    void everyBitOfItCounts() throws IOException {
        byte[] whole = whole();
        open(whole.clone());
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            String which = "bit " + bit % 8 + " of byte " + bit / 8;
            assertThatThrownBy(() -> open(changed.clone())).as(which).isInstanceOf(VaultException.class);
            byte[] deceiving = withSum(changed.clone());
            if (!Arrays.equals(deceiving, whole)) {
                assertThatThrownBy(() -> open(deceiving)).as(which).isInstanceOf(VaultException.class);
            }
        }
    }

    @Test
    void noEndIsMissingAndNoneIsAdded() throws IOException {
        byte[] whole = whole();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> open(cut)).as(length + " bytes").isInstanceOf(VaultDamagedException.class);
        }
        assertThatThrownBy(() -> open(Arrays.copyOf(whole, whole.length + 1))).isInstanceOf(VaultDamagedException.class);
    }

    @Test
    void aSecretStandsForNoOther() throws IOException {
        byte[] whole = whole();
        VaultImage image = VaultImage.read(whole);
        DataKey key = KEYRING.unwrap(image.head(), words());
        VaultRecord one = image.records().get(ONE);
        VaultRecord two = image.records().get(TWO);
        assertThat(one.open(key, image.head().id())).isPresent();

        assertThat(new VaultRecord(TWO, one.version(), one.sealed()).open(key, image.head().id())).isEmpty();
        assertThat(new VaultRecord(ONE, two.version(), one.sealed()).open(key, image.head().id())).isEmpty();
        assertThat(one.open(key, new byte[16])).isEmpty();
        SortedMap<SecretId, VaultRecord> swapped = new TreeMap<>();
        swapped.put(ONE, new VaultRecord(ONE, two.version(), two.sealed()));
        swapped.put(TWO, new VaultRecord(TWO, one.version(), one.sealed()));
        // even by somebody who could make the file's code right
        byte[] genuine = VaultImage.write(image.head(), swapped, key).bytes();
        assertThatThrownBy(() -> open(genuine))
                .isInstanceOf(VaultDamagedException.class)
                .hasMessageContaining("the secret SecretId[account=1, field=secret] is not what was sealed");
    }

    @Test
    void anEarlierRecordInALaterFileIsNoticed() throws IOException {
        MemoryStore store = new MemoryStore();
        Vault vault = Vault.create(store, InstantSource.system(), KEYRING, words(), "", VaultTest.CHEAP);
        vault.put(ONE, Secret.of(new byte[] {1, 1, 1, 1}));
        byte[] earlier = store.read().orElseThrow();
        vault.put(ONE, Secret.of(new byte[] {3, 3, 3, 3}));
        byte[] later = store.read().orElseThrow();
        int head = ByteBuffer.wrap(later).getInt(12);

        byte[] replayed = later.clone();
        System.arraycopy(earlier, head, replayed, head, later.length - head - SUM_BYTES);

        assertThatThrownBy(() -> open(replayed)).isInstanceOf(VaultDamagedException.class);
        byte[] dropped = concat(Arrays.copyOf(later, head), new byte[4 + SUM_BYTES]);
        assertThatThrownBy(() -> open(dropped)).isInstanceOf(VaultDamagedException.class);
    }

    @Test
    void aNewerFormatIsLeftAlone() throws IOException {
        byte[] whole = whole();
        whole[11] = 2;
        assertThatThrownBy(() -> open(whole))
                .isInstanceOf(UnknownVaultVersionException.class)
                .hasMessageStartingWith("The vault's file has format 2; this program reads up to format 1.");
    }

    @Test
    void anAbsurdCostIsRefusedBeforeItIsPaid() throws IOException {
        byte[] whole = whole();
        ByteBuffer.wrap(whole).putInt(32, Integer.MAX_VALUE);
        assertThatThrownBy(() -> open(withSum(whole))).isInstanceOf(VaultDamagedException.class);
    }

    @Test
    void nothingButTheNamedExceptionsComesOfAnyBytes() throws IOException {
        byte[] whole = whole();
        for (int seed = 0; seed < 20_000; seed++) {
            Rng rng = new Rng(seed);
            byte[] bytes = Mutation.of(whole, rng);
            byte[] tried = rng.nextInt(2) == 0 ? withSum(bytes.clone()) : bytes;
            try {
                open(tried);
                assertThat(tried).as("opened with seed " + seed).isEqualTo(whole);
            } catch (VaultException e) {
                assertThat(e.getMessage()).as("seed " + seed).isNotBlank();
            } catch (RuntimeException e) {
                fail("seed " + seed, e);
            }
        }
    }
}
