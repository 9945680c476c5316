package dev.tradewind.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others published for the algorithms the vault is made of. */
class VectorTest {

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits == null ? "" : digits);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] repeated(int value, int times) {
        byte[] bytes = new byte[times];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** RFC 9106, section 5.3. */
    @Test
    void argon2id() {
        byte[] tag = new byte[32];

        Argon2.hash(KdfCost.guardingNothing(32, 3, 4), repeated(2, 16), repeated(1, 32), repeated(3, 8), repeated(4, 12), tag);

        assertThat(hex(tag)).isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    /** McGrew and Viega, "The Galois/Counter Mode of Operation", test cases 13 to 16: those with keys of 256 bits. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000000000000000000000000000000000000000000000000000, 000000000000000000000000,,,,"
                + " 530f8afbc74536b9a963b4f1c4cb738b",
        "0000000000000000000000000000000000000000000000000000000000000000, 000000000000000000000000,"
                + " 00000000000000000000000000000000,, cea7403d4d606b6e074ec5d3baf39d18, d0d1c8a799996bf0265b98b5d48ab919",
        "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308, cafebabefacedbaddecaf888,"
                + " d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525"
                + "b16aedf5aa0de657ba637b391aafd255,,"
                + " 522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838"
                + "c5f61e6393ba7a0abcc9f662898015ad, b094dac5d93471bdec1a502270e3cc6c",
        "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308, cafebabefacedbaddecaf888,"
                + " d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525"
                + "b16aedf5aa0de657ba637b39, feedfacedeadbeeffeedfacedeadbeefabaddad2,"
                + " 522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838"
                + "c5f61e6393ba7a0abcc9f662, 76fc6ece0f4e1768cddf8853bb2d551b",
    })
    void aesGcm(String key, String nonce, String plain, String associated, String sealed, String tag) {
        Secret secret = Secret.of(hex(key));

        byte[] ours = Gcm.seal(hex(nonce), secret, hex(associated), hex(plain));

        String text = sealed == null ? "" : sealed;
        assertThat(hex(ours)).isEqualTo(nonce + text + tag);
        assertThat(hex(Gcm.open(secret, hex(associated), ours).orElseThrow().lend(byte[]::clone)))
                .isEqualTo(plain == null ? "" : plain);
        ours[ours.length - 1] ^= 1;
        assertThat(Gcm.open(secret, hex(associated), ours)).isEmpty();
    }

    /** RFC 8032, section 7.1, tests 1 to 3. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + " d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,,"
                + " e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + " 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72,"
                + " 92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                + "387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + " fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82,"
                + " 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                + "4a7c15e9716ed28dc027beceea1ec40a",
    })
    void ed25519(String seed, String publicKey, String message, String signature) {
        Signer signer = Signer.of(Signer.Scheme.ED25519, Secret.of(hex(seed)));

        assertThat(hex(signer.sign(hex(message)))).isEqualTo(signature);
        byte[] der = Base64.getDecoder().decode(signer.publicPem().orElseThrow().lines().toList().get(1));
        assertThat(hex(der)).endsWith(publicKey);
    }

    /** RFC 4231, test cases 1, 2 and 6 (a key longer than a block). */
    @Test
    void hmac() {
        assertThat(hex(Hmac.of(repeated(0x0b, 20), "Hi There".getBytes(US_ASCII))))
                .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        assertThat(hex(Hmac.of("Jefe".getBytes(US_ASCII), "what do ya want for nothing?".getBytes(US_ASCII))))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(hex(Hmac.of(
                        repeated(0xaa, 131),
                        "Test Using Larger Than Block-Size Key - Hash Key First".getBytes(US_ASCII))))
                .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    /** RFC 5869, appendices A.1 and A.3. */
    @Test
    void hkdf() {
        assertThat(hex(Hmac.hkdf(hex("000102030405060708090a0b0c"), repeated(0x0b, 22), hex("f0f1f2f3f4f5f6f7f8f9"), 42)))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
        assertThat(hex(Hmac.hkdf(new byte[0], repeated(0x0b, 22), new byte[0], 42)))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
    }

    /** RFC 7748, section 6.1: both sides come to the same point, which HKDF makes a key of. */
    @Test
    void x25519() {
        Secret alice = Secret.of(hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
        Secret bob = Secret.of(hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
        byte[] alicePublic = hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
        byte[] bobPublic = hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
        byte[] shared = hex("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
        String key = hex(Hmac.hkdf(new byte[1], shared, "test".getBytes(US_ASCII), 32));

        assertThat(Box.publicKey(alice)).isEqualTo(alicePublic);
        assertThat(Box.publicKey(bob)).isEqualTo(bobPublic);
        assertThat(hex(Box.share(alice, bobPublic, new byte[1], "test").orElseThrow().lend(byte[]::clone))).isEqualTo(key);
        assertThat(hex(Box.share(bob, alicePublic, new byte[1], "test").orElseThrow().lend(byte[]::clone))).isEqualTo(key);
    }

    /** RFC 7748, section 6.1, asks to check for the point every small one leads to. */
    @Test
    void aPointThatMakesTheKeyKnownIsRefused() {
        assertThat(Box.share(Secret.of(repeated(7, 32)), new byte[32], new byte[0], "test")).isEmpty();
    }

    /** The examples of Binance's documentation. */
    @Test
    void signsAsTheExchangeShowsIt() throws IOException {
        Path file = Path.of("..", "shared", "data", "signatures", "binance-signature-examples.json");
        assumeTrue(Files.exists(file), "the exchange's examples are not here: " + file);
        JsonNode examples = new ObjectMapper().readTree(file.toFile());

        for (JsonNode example : examples.get("hmacSha256")) {
            Secret secret = Secret.ofAscii(example.get("secretKey").asText().toCharArray());
            Signer signer = Signer.of(Signer.Scheme.HMAC_SHA256, secret);
            assertThat(hex(signer.sign(example.get("payload").asText().getBytes(UTF_8))))
                    .isEqualTo(example.get("signatureHex").asText());
        }
        for (JsonNode example : examples.get("ed25519")) {
            Secret seed = Signer.seedOfPem(example.get("privateKeyPem").asText().toCharArray());
            Signer signer = Signer.of(Signer.Scheme.ED25519, seed);
            assertThat(Base64.getEncoder().encodeToString(signer.sign(example.get("payload").asText().getBytes(UTF_8))))
                    .isEqualTo(example.get("signatureBase64").asText());
        }
        assertThat(examples.get("hmacSha256").size()).isEqualTo(4);
        assertThat(examples.get("ed25519").size()).isEqualTo(1);
    }
}
