package dev.tradewind.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * Sealing for whoever has the private half of an X25519 pair (RFC 7748): an ephemeral pair's agreement with the public
 * half goes through HKDF, with both public halves as its salt, and the key that comes of it is used once.
 */
final class Box {

    static final int KEY_BYTES = 32;
    static final int EXTRA_BYTES = KEY_BYTES + Gcm.EXTRA_BYTES;

    private Box() {}

    static Secret newPrivateKey(SecureRandom random) {
        return Secret.random(random, KEY_BYTES);
    }

    static byte[] publicKey(Secret privateKey) {
        return privateKey.lend(scalar -> {
            byte[] point = new byte[KEY_BYTES];
            X25519.generatePublicKey(scalar, 0, point, 0);
            return point;
        });
    }

    /**
     * {@return the key two sides share, empty if the other's public half is a point of small order, which would make it
     * known to everybody}
     *
     * @param salt    what both sides know besides
     * @param purpose keeps keys for one purpose apart from those for another
     */
    static Optional<Secret> share(Secret privateKey, byte[] publicKey, byte[] salt, String purpose) {
        return privateKey.lend(scalar -> {
            byte[] point = new byte[KEY_BYTES];
            try {
                if (!X25519.calculateAgreement(scalar, 0, publicKey, 0, point, 0)) {
                    return Optional.empty();
                }
                byte[] info = purpose.getBytes(StandardCharsets.US_ASCII);
                return Optional.of(Secret.of(Hmac.hkdf(salt, point, info, KEY_BYTES)));
            } finally {
                Arrays.fill(point, (byte) 0);
            }
        });
    }

    /** {@return an ephemeral public half, then the sealed text} */
    static byte[] seal(SecureRandom random, byte[] publicKey, String purpose, Secret plain) {
        try (Secret ephemeral = newPrivateKey(random)) {
            byte[] point = publicKey(ephemeral);
            try (Secret key = share(ephemeral, publicKey, both(point, publicKey), purpose).orElseThrow()) {
                byte[] sealed = Gcm.seal(random, key, point, plain);
                return ByteBuffer.allocate(KEY_BYTES + sealed.length).put(point).put(sealed).array();
            }
        }
    }

    /** {@return the text, empty if any bit is not what it was sealed with} */
    static Optional<Secret> open(Secret privateKey, String purpose, byte[] sealed) {
        byte[] point = Arrays.copyOf(sealed, KEY_BYTES);
        byte[] text = Arrays.copyOfRange(sealed, KEY_BYTES, sealed.length);
        Optional<Secret> key = share(privateKey, point, both(point, publicKey(privateKey)), purpose);
        try {
            return key.flatMap(shared -> Gcm.open(shared, point, text));
        } finally {
            key.ifPresent(Secret::close);
        }
    }

    private static byte[] both(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }
}
