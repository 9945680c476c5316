package dev.tradewind.vault;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Keys from passphrases: Argon2id, version 1.3 (RFC 9106), with the key file as its secret value. */
final class Argon2 implements KeyDerivation {

    static final int KEY_BYTES = 32;

    private final long heapBytes;

    Argon2() {
        this(Runtime.getRuntime().maxMemory());
    }

    /** @param heapBytes how much memory there is */
    Argon2(long heapBytes) {
        this.heapBytes = heapBytes;
    }

    @Override
    public Secret derive(KdfCost cost, byte[] salt, Secret passphrase, Optional<Secret> keyFile)
            throws VaultCostException {
        if (cost.memoryKib() * 1024L > heapBytes / 4 * 3) {
            throw new VaultCostException("Opening this vault takes " + cost.memoryKib() / 1024
                    + " MiB of memory, and the program was started with " + (heapBytes >> 20)
                    + " MiB. Start it with more, for instance with -Xmx" + cost.memoryKib() / 1024 * 2 + "m.");
        }
        return passphrase.lend(words -> keyFile.isEmpty()
                ? derive(cost, salt, words, new byte[0])
                : keyFile.get().lend(file -> derive(cost, salt, words, file)));
    }

    private static Secret derive(KdfCost cost, byte[] salt, byte[] passphrase, byte[] secret) {
        byte[] key = new byte[KEY_BYTES];
        hash(cost, salt, passphrase, secret, new byte[0], key);
        return Secret.of(key);
    }

    static void hash(KdfCost cost, byte[] salt, byte[] passphrase, byte[] secret, byte[] additional, byte[] hash) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .withSecret(secret)
                .withAdditional(additional)
                .build();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(parameters);
            generator.generateBytes(passphrase, hash);
        } finally {
            parameters.clear();
        }
    }

    /** {@return how long one derivation of this cost takes here} */
    static long nanos(KdfCost cost) {
        byte[] hash = new byte[KEY_BYTES];
        byte[] salt = new byte[16];
        Arrays.fill(salt, (byte) 1);
        long began = System.nanoTime();
        hash(cost, salt, new byte[] {'a'}, new byte[0], new byte[0], hash);
        return System.nanoTime() - began;
    }
}
