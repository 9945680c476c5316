package dev.tradewind.vault;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HMAC-SHA-256 (RFC 2104) and HKDF (RFC 5869) over the platform's SHA-256. Written out, since the platform's own keep
 * copies of the key in objects that cannot be wiped.
 */
final class Hmac {

    static final int BYTES = 32;

    private static final int BLOCK = 64;

    private Hmac() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static byte[] digest(byte[] bytes, int length) {
        MessageDigest digest = sha256();
        digest.update(bytes, 0, length);
        return digest.digest();
    }

    static byte[] of(byte[] key, byte[] message) {
        return of(key, message, message.length);
    }

    /** {@return the code over the first bytes of a message} */
    static byte[] of(byte[] key, byte[] message, int length) {
        MessageDigest digest = sha256();
        byte[] pad = new byte[BLOCK];
        byte[] shortKey = key.length > BLOCK ? digest.digest(key) : key;
        try {
            for (int i = 0; i < BLOCK; i++) {
                pad[i] = (byte) ((i < shortKey.length ? shortKey[i] : 0) ^ 0x36);
            }
            digest.update(pad);
            digest.update(message, 0, length);
            byte[] inner = digest.digest();
            for (int i = 0; i < BLOCK; i++) {
                pad[i] ^= 0x36 ^ 0x5c;
            }
            digest.update(pad);
            return digest.digest(inner);
        } finally {
            Arrays.fill(pad, (byte) 0);
            if (shortKey != key) {
                Arrays.fill(shortKey, (byte) 0);
            }
        }
    }

    /** {@return HKDF's key of {@code length} bytes; the caller wipes it} */
    static byte[] hkdf(byte[] salt, byte[] material, byte[] info, int length) {
        byte[] key = of(salt, material);
        try {
            return expand(key, info, length);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] expand(byte[] key, byte[] info, int length) {
        byte[] output = new byte[length];
        byte[] last = new byte[0];
        for (int from = 0, round = 1; from < length; from += BYTES, round++) {
            byte[] message = Arrays.copyOf(last, last.length + info.length + 1);
            System.arraycopy(info, 0, message, last.length, info.length);
            message[message.length - 1] = (byte) round;
            Arrays.fill(last, (byte) 0);
            last = of(key, message);
            Arrays.fill(message, (byte) 0);
            System.arraycopy(last, 0, output, from, Math.min(BYTES, length - from));
        }
        Arrays.fill(last, (byte) 0);
        return output;
    }
}
