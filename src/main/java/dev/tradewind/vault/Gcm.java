package dev.tradewind.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM by the platform, which has the processor's instructions for it. A sealed text is nonce, cipher text and
 * tag in one array.
 */
final class Gcm {

    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;
    static final int EXTRA_BYTES = NONCE_BYTES + TAG_BYTES;

    private Gcm() {}

    /** A key that gives its bytes only to the cipher, which wipes the copy it takes. */
    private record LentKey(byte[] lent) implements SecretKey {

        @Override
        public String getAlgorithm() {
            return "AES";
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            return lent.clone();
        }

        @Override
        public String toString() {
            return "LentKey[redacted]";
        }
    }

    static byte[] seal(SecureRandom random, Secret key, byte[] associated, Secret plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return plain.lend(text -> seal(nonce, key, associated, text));
    }

    static byte[] seal(byte[] nonce, Secret key, byte[] associated, byte[] plain) {
        byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + plain.length + TAG_BYTES);
        return key.lend(bytes -> {
            try {
                Cipher cipher = cipher(Cipher.ENCRYPT_MODE, bytes, nonce);
                cipher.updateAAD(associated);
                cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
                forget(cipher);
                return sealed;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-GCM does not work on this platform", e);
            }
        });
    }

    /** {@return the text, empty if key, associated data or any bit of it is not what it was sealed with} */
    static Optional<Secret> open(Secret key, byte[] associated, byte[] sealed) {
        if (sealed.length < EXTRA_BYTES) {
            return Optional.empty();
        }
        return key.lend(bytes -> {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, bytes, Arrays.copyOf(sealed, NONCE_BYTES));
            try {
                cipher.updateAAD(associated);
                Secret text = Secret.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
                forget(cipher);
                return Optional.of(text);
            } catch (AEADBadTagException e) {
                forget(cipher);
                return Optional.empty();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-GCM does not work on this platform", e);
            }
        });
    }

    static Cipher cipher(int mode, byte[] key, byte[] nonce) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new LentKey(key), new GCMParameterSpec(8 * TAG_BYTES, nonce));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM with keys of 256 bits", e);
        }
    }

    /** Makes a cipher overwrite its copy of the key, by giving it one that is none. */
    static void forget(Cipher cipher) {
        try {
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new LentKey(new byte[Argon2.KEY_BYTES]),
                    new GCMParameterSpec(8 * TAG_BYTES, new byte[NONCE_BYTES]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not work on this platform", e);
        }
    }
}
