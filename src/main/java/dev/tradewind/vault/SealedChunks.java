package dev.tradewind.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;

/**
 * The chunks of a sealed stream: AES-256-GCM with a counter as nonce and a mark on the last one (the STREAM
 * construction of Hoang, Reyhanitabar, Rogaway and Vizár), so that none can be changed, left out, repeated, reordered
 * or cut off the end.
 */
final class SealedChunks implements AutoCloseable {

    static final long MAGIC = 0x54575345414C0D0AL; // TWSEAL\r\n
    static final int VERSION = 1;
    static final int FIXED_BYTES = 8 + 4 + Box.KEY_BYTES;
    static final int CHUNK_BYTES = 1 << 20;
    static final int SEALED_BYTES = CHUNK_BYTES + Gcm.TAG_BYTES;

    /** Many small calls are compiled sooner than few large ones: a first gigabyte takes a second, not seven. */
    private static final int PIECE_BYTES = 1 << 14;
    private static final String PURPOSE = "tradewind sealed stream";

    private final Secret key;
    private long next;

    private SealedChunks(Secret key) {
        this.key = key;
    }

    /** {@return the chunks of a stream that begins with a header, empty if the public half is none anybody may use} */
    static Optional<SealedChunks> of(Secret privateKey, byte[] publicKey, byte[] header) {
        return Box.share(privateKey, publicKey, Hmac.digest(header, header.length), PURPOSE).map(SealedChunks::new);
    }

    /** Seals the next chunk; {@return how many bytes of {@code sealed} it took} */
    int seal(byte[] plain, int length, boolean last, byte[] sealed) {
        return key.lend(bytes -> {
            Cipher cipher = Gcm.cipher(Cipher.ENCRYPT_MODE, bytes, nonce(last));
            try {
                int size = 0;
                for (int from = 0; from < length; from += PIECE_BYTES) {
                    size += cipher.update(plain, from, Math.min(PIECE_BYTES, length - from), sealed, size);
                }
                return size + cipher.doFinal(sealed, size);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-GCM does not work on this platform", e);
            } finally {
                Gcm.forget(cipher);
            }
        });
    }

    /**
     * Opens the next chunk; {@return how many bytes of {@code plain} it took, -1 if it is not the one that was sealed}
     */
    int open(byte[] sealed, int length, boolean last, byte[] plain) {
        return key.lend(bytes -> {
            Cipher cipher = Gcm.cipher(Cipher.DECRYPT_MODE, bytes, nonce(last));
            try {
                return cipher.doFinal(sealed, 0, length, plain, 0);
            } catch (AEADBadTagException e) {
                return -1;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-GCM does not work on this platform", e);
            } finally {
                Gcm.forget(cipher);
            }
        });
    }

    private byte[] nonce(boolean last) {
        byte[] nonce = new byte[Gcm.NONCE_BYTES];
        ByteBuffer.wrap(nonce).putLong(3, next++).put(11, (byte) (last ? 1 : 0));
        return nonce;
    }

    @Override
    public void close() {
        key.close();
    }
}
