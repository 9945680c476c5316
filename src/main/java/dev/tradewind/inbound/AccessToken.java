package dev.tradewind.inbound;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What a token is recognised by: its SHA-256. A token is 256 random bits, so that nobody gets at it from its hash. The token
 * itself is told once and kept nowhere.
 */
public final class AccessToken {

    private static final int TOKEN_BYTES = 32;

    private final byte[] sha256;

    private AccessToken(byte[] sha256) {
        this.sha256 = sha256;
    }

    /**
     * A token that was just made.
     *
     * @param text  what a client sends
     * @param known what it is recognised by
     */
    public record Made(String text, AccessToken known) {

        @Override
        public String toString() {
            return "Made[redacted]";
        }
    }

    /** Makes a token. */
    public static Made make() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return new Made(text, new AccessToken(hash(text)));
    }

    /**
     * {@return what was kept as {@link #kept()}}
     *
     * @throws IllegalArgumentException if it is not that
     */
    public static AccessToken ofKept(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != TOKEN_BYTES) {
            throw new IllegalArgumentException("a hash of " + bytes.length + " bytes; it has " + TOKEN_BYTES);
        }
        return new AccessToken(bytes);
    }

    /** {@return the hash in hexadecimal, to be kept; no secret} */
    public String kept() {
        return HexFormat.of().formatHex(sha256);
    }

    /** {@return whether a text is the token; takes the same time for every text of one length} */
    boolean is(String text) {
        return MessageDigest.isEqual(sha256, hash(text));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
