package dev.tradewind.persistence;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** What ties each journal row to all before it: the first 16 bytes of SHA-256. Owned by one thread. */
final class ChainHash {

    private final MessageDigest sha256 = sha256();
    private final byte[] digest = new byte[32];

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** {@return the chain hash a session's first row continues} */
    static byte[] first(SegmentHeader header) {
        MessageDigest digest = sha256();
        digest.update(header.encode());
        return Arrays.copyOf(digest.digest(), SegmentHeader.CHAIN_BYTES);
    }

    /** Hashes a frame together with the chain hash right before it: as {@link #link}, in one go. */
    void linkBoth(byte[] file, int at, int length, byte[] chain) {
        sha256.update(file, at, length);
        digest(chain);
    }

    /** Turns the chain hash before a frame into the one after it. */
    void link(byte[] file, int at, int length, byte[] chain) {
        sha256.update(chain);
        sha256.update(file, at, length);
        digest(chain);
    }

    private void digest(byte[] chain) {
        try {
            sha256.digest(digest, 0, digest.length);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 has 32 bytes", e);
        }
        System.arraycopy(digest, 0, chain, 0, chain.length);
    }
}
