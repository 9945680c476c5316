package dev.tradewind.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.tradewind.kernel.Rng;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealedStreamTest {

    private static final Keyring KEYRING = VaultTamperTest.KEYRING;
    private static final int CHUNK = 1 << 20;
    private static final int SEALED = CHUNK + 16;

    private final Vault vault = vault();
    private final int headerBytes = 44 + vault.recipient().headBytes().length;

    private static Opening.Factors words() {
        return Opening.Factors.of("words".toCharArray());
    }

    private static Vault vault() {
        try {
            Vault made = Vault.create(
                    new MemoryStore(), InstantSource.system(), KEYRING, words(), "the hint", VaultTest.CHEAP);
            made.newRecoveryCode(words());
            made.seal();
            return made;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] content(int size, long seed) {
        Rng rng = new Rng(seed);
        ByteBuffer content = ByteBuffer.allocate(size + 8);
        while (content.position() < size) {
            content.putLong(rng.nextLong());
        }
        return Arrays.copyOf(content.array(), size);
    }

    private byte[] sealed(byte[] content, int partBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SealedOutput sealing = new SealedOutput(out, vault.recipient())) {
            for (int from = 0; from < content.length; from += partBytes) {
                sealing.write(content, from, Math.min(partBytes, content.length - from));
            }
            sealing.finish();
            sealing.finish();
            assertThatThrownBy(() -> sealing.write(1)).hasMessage("the sealed stream is finished; nothing can be added");
        }
        return out.toByteArray();
    }

    private static byte[] opened(byte[] stream) throws IOException {
        try (SealedInput in = SealedInput.open(new ByteArrayInputStream(stream), words(), KEYRING)) {
            return in.readAllBytes();
        }
    }

    @Test
    void givesBackWhatWasSealedAroundTheEndsOfChunks() throws IOException {
        for (int size : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 77}) {
            byte[] content = content(size, size);
            byte[] stream = sealed(content, size % 2 == 0 ? 4_099 : CHUNK + 5);
            assertThat(opened(stream)).as(size + " bytes").isEqualTo(content);
            int chunks = Math.max(1, (size + CHUNK - 1) / CHUNK);
            assertThat(stream).hasSize(headerBytes + size + 16 * chunks);
        }
    }

    @Test
    void twoStreamsOfTheSameContentShareNothing() throws IOException {
        byte[] content = content(200, 1);
        byte[] one = sealed(content, 200);
        byte[] other = sealed(content, 200);
        assertThat(Arrays.copyOfRange(one, headerBytes, one.length))
                .isNotEqualTo(Arrays.copyOfRange(other, headerBytes, other.length));
    }

    @Test
    void whatWasNotFinishedIsRecognised() throws IOException {
        for (int size : new int[] {0, 10, CHUNK + 10, 2 * CHUNK}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (SealedOutput sealing = new SealedOutput(out, vault.recipient())) {
                sealing.write(content(size, 1));
            }
            assertThatThrownBy(() -> opened(out.toByteArray())).isInstanceOf(VaultDamagedException.class);
        }
    }

    @Test
    void everyBitOfItsBeginningCounts() throws IOException {
        byte[] whole = sealed(content(40, 1), 40);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            String which = "bit " + bit % 8 + " of byte " + bit / 8;
            assertThatThrownBy(() -> opened(changed)).as(which).isInstanceOf(VaultException.class);
            byte[] deceiving = withSum(changed);
            if (!Arrays.equals(deceiving, whole)) {
                assertThatThrownBy(() -> opened(deceiving)).as(which).isInstanceOf(VaultException.class);
            }
        }
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> opened(cut)).as(length + " bytes").isInstanceOf(VaultDamagedException.class);
        }
        assertThat(opened(whole)).isEqualTo(content(40, 1));
    }

    private static byte[] withSum(byte[] stream) {
        byte[] mended = stream.clone();
        byte[] head = VaultTamperTest.withSum(Arrays.copyOfRange(stream, 44, stream.length));
        System.arraycopy(head, 0, mended, 44, head.length);
        return mended;
    }

    @Test
    void chunksAreNeitherReorderedNorRepeatedNorLeftOut() throws IOException {
        byte[] whole = sealed(content(3 * CHUNK, 9), CHUNK);
        byte[][] orders = {
            chunks(whole, 1, 0, 2), chunks(whole, 0, 2, 1), chunks(whole, 0, 0, 1, 2), chunks(whole, 1, 2),
            chunks(whole, 0, 2), chunks(whole, 0, 1), chunks(whole, 0, 1, 2, 2), chunks(whole, 2), chunks(whole),
            chunks(whole, 0),
        };
        for (byte[] order : orders) {
            assertThatThrownBy(() -> opened(order)).isInstanceOf(VaultDamagedException.class);
        }
        assertThat(opened(chunks(whole, 0, 1, 2))).isEqualTo(content(3 * CHUNK, 9));
        assertThatThrownBy(() -> opened(Arrays.copyOf(whole, whole.length + 1))).isInstanceOf(VaultDamagedException.class);
    }

    private byte[] chunks(byte[] stream, int... order) {
        ByteBuffer out = ByteBuffer.allocate(headerBytes + order.length * SEALED).put(stream, 0, headerBytes);
        for (int chunk : order) {
            out.put(stream, headerBytes + chunk * SEALED, SEALED);
        }
        return out.array();
    }

    @Test
    void theChunksOfOneStreamAreNoneOfAnothers() throws IOException {
        byte[] one = sealed(content(100, 1), 100);
        byte[] other = sealed(content(100, 2), 100);
        System.arraycopy(other, headerBytes, one, headerBytes, other.length - headerBytes);
        assertThatThrownBy(() -> opened(one)).isInstanceOf(VaultDamagedException.class);
    }

    @Test
    void nothingIsGivenOutBeforeItIsChecked() throws IOException {
        byte[] stream = sealed(content(2 * CHUNK, 3), CHUNK);
        stream[stream.length - 1] ^= 1;
        try (SealedInput in = SealedInput.open(new ByteArrayInputStream(stream), words(), KEYRING)) {
            assertThat(in.readNBytes(CHUNK)).isEqualTo(Arrays.copyOf(content(2 * CHUNK, 3), CHUNK));
            assertThatThrownBy(in::read)
                    .isInstanceOf(VaultDamagedException.class)
                    .hasMessage("The encrypted file is damaged: bytes of it were changed, or it is incomplete. Use another copy"
                            + " of it.");
        }
    }

    @Test
    void keepsOpeningWithTheWordsOfWhenItWasSealed() throws IOException {
        byte[] content = content(500, 5);
        byte[] before = sealed(content, 500);
        vault.change(words(), Opening.Factors.of("others".toCharArray()), "", VaultTest.CHEAP);
        byte[] changed = sealed(content, 500);
        vault.rotate(Opening.Factors.of("others".toCharArray()));
        vault.unseal(Opening.Factors.of("others".toCharArray()));

        assertThat(opened(before)).isEqualTo(content);
        assertThatThrownBy(() -> opened(changed)).isInstanceOf(WrongPassphraseException.class);
        assertThatThrownBy(() -> SealedInput.open(new ByteArrayInputStream(changed), vault))
                .isInstanceOf(VaultRefusedException.class)
                .hasMessage("This file was encrypted for another vault or an earlier key; it takes the passphrase of then.");
        assertThat(SealedInput.open(new ByteArrayInputStream(sealed(content, 500)), vault).readAllBytes()).isEqualTo(content);
    }

    @Test
    void nothingButTheNamedExceptionsComesOfAnyBytes() throws IOException {
        byte[] whole = sealed(content(300, 4), 300);
        for (int seed = 0; seed < 3_000; seed++) {
            Rng rng = new Rng(seed);
            byte[] bytes = Mutation.of(whole, rng);
            byte[] tried = bytes.length > 44 && rng.nextInt(2) == 0 ? withSum(bytes) : bytes;
            try {
                opened(tried);
                assertThat(tried).as("opened with seed " + seed).isEqualTo(whole);
            } catch (VaultException e) {
                assertThat(e.getMessage()).as("seed " + seed).isNotBlank();
            } catch (RuntimeException e) {
                fail("seed " + seed, e);
            }
        }
    }
}
