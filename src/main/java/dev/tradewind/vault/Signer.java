package dev.tradewind.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Signs with a secret and shows it to nobody. Safe on any thread; several may sign at once.
 *
 * <p>An Ed25519 signature needs the public half as well. It is worked out when the signer is made, from the private
 * half and never from what somebody says it is: signing with another one gives the private half away.
 */
public final class Signer implements AutoCloseable {

    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final Scheme scheme;
    private final Secret secret;
    private final byte[] publicKey;

    /** How a signature is made. */
    public enum Scheme {
        /** RFC 2104 with SHA-256: 32 bytes. The secret is the key as the exchange shows it. */
        HMAC_SHA256,
        /** RFC 8032: 64 bytes. The secret is the seed of 32 bytes. */
        ED25519
    }

    private Signer(Scheme scheme, Secret secret) {
        this.scheme = scheme;
        this.secret = secret;
        this.publicKey = switch (scheme) {
            case HMAC_SHA256 -> new byte[0];
            case ED25519 -> secret.lend(Signer::publicKey);
        };
    }

    private static byte[] publicKey(byte[] seed) {
        byte[] point = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, point, 0);
        return point;
    }

    /**
     * {@return a signer that takes over a secret: closing it closes the secret}
     *
     * @throws IllegalArgumentException if the secret is none for the scheme: empty, or a seed without 32 bytes; it is
     *                                  closed then
     */
    public static Signer of(Scheme scheme, Secret secret) {
        int length = secret.length();
        boolean fits = switch (scheme) {
            case HMAC_SHA256 -> length > 0;
            case ED25519 -> length == Ed25519.SECRET_KEY_SIZE;
        };
        if (!fits) {
            secret.close();
            throw new IllegalArgumentException("a secret of " + length + " bytes; "
                    + (scheme == Scheme.ED25519 ? "Ed25519 takes a seed of 32" : "it takes at least one"));
        }
        return new Signer(scheme, secret);
    }

    /** {@return a signer with a new key pair, made here; its private half never leaves but into a vault} */
    public static Signer newEd25519() {
        return of(Scheme.ED25519, Secret.random(new SecureRandom(), Ed25519.SECRET_KEY_SIZE));
    }

    /** {@return how it signs} */
    public Scheme scheme() {
        return scheme;
    }

    /**
     * {@return the signature over a payload: 32 bytes of HMAC-SHA-256 or 64 of Ed25519}
     *
     * @throws VaultSealedException if the vault has been sealed, or the secret removed, since
     */
    public byte[] sign(byte[] payload) {
        return secret.lend(bytes -> switch (scheme) {
            case HMAC_SHA256 -> Hmac.of(bytes, payload);
            case ED25519 -> {
                byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
                Ed25519.sign(bytes, 0, publicKey, 0, payload, 0, payload.length, signature, 0);
                yield signature;
            }
        });
    }

    /** {@return the public half of a pair as PEM (RFC 8410), which is what exchanges take; empty for HMAC} */
    public Optional<String> publicPem() {
        if (scheme == Scheme.HMAC_SHA256) {
            return Optional.empty();
        }
        byte[] der = Arrays.copyOf(SPKI, SPKI.length + publicKey.length);
        System.arraycopy(publicKey, 0, der, SPKI.length, publicKey.length);
        return Optional.of("-----BEGIN PUBLIC KEY-----\n"
                + Base64.getEncoder().encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n");
    }

    /**
     * {@return the seed of an Ed25519 private key as PEM (PKCS #8, RFC 8410); the array is wiped}
     *
     * @throws VaultRefusedException if it is none
     */
    public static Secret seedOfPem(char[] pem) throws VaultRefusedException {
        byte[] body = new byte[pem.length];
        byte[] text = new byte[0];
        byte[] der = new byte[0];
        try {
            int size = body(pem, body);
            text = Arrays.copyOf(body, size);
            der = Base64.getDecoder().decode(text);
            if (der.length != PKCS8.length + Ed25519.SECRET_KEY_SIZE
                    || !Arrays.equals(der, 0, PKCS8.length, PKCS8, 0, PKCS8.length)) {
                throw notAKey();
            }
            return Secret.of(Arrays.copyOfRange(der, PKCS8.length, der.length));
        } catch (IllegalArgumentException e) {
            throw notAKey();
        } finally {
            Arrays.fill(pem, '\0');
            Arrays.fill(body, (byte) 0);
            Arrays.fill(text, (byte) 0);
            Arrays.fill(der, (byte) 0);
        }
    }

    private static VaultRefusedException notAKey() {
        return new VaultRefusedException("That is no Ed25519 private key; it takes PEM that begins with "
                + "-----BEGIN PRIVATE KEY-----, with the 64 characters after it.");
    }

    /** Copies what stands between the lines of dashes, without white space; {@return how much that is} */
    private static int body(char[] pem, byte[] body) throws VaultRefusedException {
        byte[] begin = "-----BEGIN PRIVATE KEY-----".getBytes(StandardCharsets.US_ASCII);
        int from = 0;
        while (from < pem.length && Character.isWhitespace(pem[from])) {
            from++;
        }
        for (byte expected : begin) {
            if (from >= pem.length || pem[from++] != expected) {
                throw notAKey();
            }
        }
        int size = 0;
        for (int i = from; i < pem.length && pem[i] != '-'; i++) {
            if (!Character.isWhitespace(pem[i])) {
                body[size++] = (byte) pem[i];
            }
        }
        return size;
    }

    /** {@return a copy of what it signs with, for the vault} */
    Secret secret() {
        return secret.copy();
    }

    /** {@return whether it has ended} */
    public boolean isClosed() {
        return secret.isWiped();
    }

    /** Wipes the secret; {@link #sign} refuses from then on. */
    @Override
    public void close() {
        secret.close();
    }

    @Override
    public String toString() {
        return "Signer[" + scheme + ", redacted]";
    }
}
