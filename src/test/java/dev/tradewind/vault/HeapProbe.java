package dev.tradewind.vault;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.tradewind.persistence.SystemDisk;
import dev.tradewind.persistence.VaultFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Uses a vault in a process of its own, seals it, and writes down all that is in memory then. */
final class HeapProbe {

    static final int PASSPHRASE = 1;
    static final int SECRET = 2;
    static final int SEED = 3;
    static final int DECOY = 4;
    static final int PASTED_SEED = 5;
    /** The draws of the vault's randomness: its id, then its data key. */
    static final int ID_DRAW = 101;
    static final int KEY_DRAW = 102;

    private HeapProbe() {}

    /** Writes something nobody would write by chance, without leaving a copy. */
    static byte[] pattern(int which, int length) {
        byte[] bytes = new byte[length];
        fill(bytes, which);
        return bytes;
    }

    private static void fill(byte[] bytes, int which) {
        long state = which * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < bytes.length; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            bytes[i] = (byte) ('0' + (state >>> 59) % 32);
        }
    }

    /** Draws what can be told from outside. */
    private static final class KnownDraws extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private int draws = 100;

        @Override
        public void nextBytes(byte[] bytes) {
            fill(bytes, ++draws);
        }
    }

    private static Opening.Factors words() {
        byte[] bytes = pattern(PASSPHRASE, 32);
        char[] chars = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            chars[i] = (char) bytes[i];
            bytes[i] = 0;
        }
        return Opening.Factors.of(chars);
    }

    /** A private key as it is pasted: what stands between its lines of dashes. */
    static byte[] pastedKey() {
        byte[] der = new byte[48];
        byte[] start = HexFormat.of().parseHex("302e020100300506032b657004220420");
        System.arraycopy(start, 0, der, 0, start.length);
        byte[] seed = pattern(PASTED_SEED, 32);
        System.arraycopy(seed, 0, der, start.length, seed.length);
        byte[] text = Base64.getEncoder().encode(der);
        Arrays.fill(der, (byte) 0);
        Arrays.fill(seed, (byte) 0);
        return text;
    }

    private static void paste() throws VaultRefusedException {
        String begin = "-----BEGIN PRIVATE KEY-----\n";
        byte[] text = pastedKey();
        char[] pem = new char[begin.length() + text.length];
        begin.getChars(0, begin.length(), pem, 0);
        for (int i = 0; i < text.length; i++) {
            pem[begin.length() + i] = (char) text[i];
            text[i] = 0;
        }
        try (Signer signer = Signer.of(Signer.Scheme.ED25519, Signer.seedOfPem(pem))) {
            signer.sign(new byte[1]);
        }
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        byte[] decoy = pattern(DECOY, 32);
        Keyring keyring = new Keyring(new KnownDraws(), new Argon2());
        VaultFile file = new VaultFile(new SystemDisk(), folder);
        SecretId shared = new SecretId(1, "secret");
        SecretId pair = new SecretId(2, "secret");
        Vault vault;
        try (Opening.Factors words = words()) {
            vault = Vault.create(file, InstantSource.system(), keyring, words, "", VaultTest.CHEAP);
            try (Secret secret = Secret.of(pattern(SECRET, 64));
                    Signer signer = Signer.of(Signer.Scheme.ED25519, Secret.of(pattern(SEED, 32)))) {
                vault.put(shared, secret);
                vault.put(pair, signer);
            }
            vault.seal();
            vault.unseal(words);
        }
        for (int i = 0; i < 100; i++) {
            vault.signer(shared, Signer.Scheme.HMAC_SHA256).orElseThrow().sign(new byte[i]);
            vault.signer(pair, Signer.Scheme.ED25519).orElseThrow().sign(new byte[i]);
        }
        paste();
        dump(folder.resolve("open.hprof"));
        vault.seal();
        dump(folder.resolve("sealed.hprof"));
        if (vault.isOpen() || decoy[0] == 0) {
            throw new IllegalStateException("the probe did not do what it should");
        }
    }

    /** Dead objects too: what was wiped is gone whether or not it was collected. */
    private static void dump(Path file) throws Exception {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), false);
    }
}
