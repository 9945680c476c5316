package dev.tradewind.bench;

import dev.tradewind.persistence.SystemDisk;
import dev.tradewind.persistence.VaultFile;
import dev.tradewind.vault.KdfCost;
import dev.tradewind.vault.Opening;
import dev.tradewind.vault.SecretId;
import dev.tradewind.vault.Signer;
import dev.tradewind.vault.Vault;
import dev.tradewind.vault.WrongPassphraseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalDouble;

/**
 * Milliseconds from passphrase to open vault, with the cost tuned for this machine as a new vault's is, from a file
 * with a hundred secrets. A wrong passphrase runs in turns with the right one. The gate asks that a wrong one is not
 * told apart early, that guessing stays dear, and that the cost is no less than a vault may have.
 */
final class UnlockBenchmark implements Benchmark {

    private static final String PEER = "a wrong passphrase";
    private static final double LEAST_MILLIS = 300;
    private static final double GOAL_MILLIS = 1_000;
    private static final int SECRETS = 100;
    private static final int WARM_UPS = 1;
    private static final int RUNS = 7;

    @Override
    public String name() {
        return "vault.unlock";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public OptionalDouble goal() {
        return OptionalDouble.of(GOAL_MILLIS);
    }

    @Override
    public BenchResult run() throws Exception {
        Path folder = Files.createTempDirectory("tradewind-bench-vault");
        try {
            return measured(folder);
        } finally {
            Files.deleteIfExists(folder.resolve(VaultFile.NAME));
            Files.deleteIfExists(folder.resolve(VaultFile.TRIES));
            Files.delete(folder);
        }
    }

    private static BenchResult measured(Path folder) throws Exception {
        VaultFile file = new VaultFile(new SystemDisk(), folder);
        KdfCost cost = KdfCost.tune();
        InstantSource time = new Hours();
        try (Vault vault = Vault.create(file, time, words("right"), "", cost)) {
            for (int account = 0; account < SECRETS; account++) {
                try (Signer signer = Signer.newEd25519()) {
                    vault.put(new SecretId(account, "secret"), signer);
                }
            }
        }
        Repeated.Pair both = Repeated.inTurns(
                WARM_UPS, RUNS, () -> millis(file, time, "right", true), () -> millis(file, time, "wrong", false));
        return BenchResult.of(both.work())
                .withHash(cost.toString())
                .beside(PEER, both.peer())
                .judged(verdict(cost, both.work(), both.peer()));
    }

    private static String verdict(KdfCost cost, double millis, double wrongMillis) {
        if (cost.memoryKib() < KdfCost.LEAST.memoryKib() || cost.passes() < KdfCost.LEAST.passes()) {
            return "the cost is only " + cost;
        }
        if (wrongMillis < millis / 2) {
            return "a wrong passphrase takes only " + wrongMillis + " ms";
        }
        return millis >= LEAST_MILLIS ? BenchResult.OK : "a guess takes less than " + LEAST_MILLIS + " ms";
    }

    private static double millis(VaultFile file, InstantSource time, String passphrase, boolean right)
            throws IOException {
        try (Vault vault = Vault.open(file, time);
                Opening.Factors words = words(passphrase)) {
            long began = System.nanoTime();
            boolean opened = opens(vault, words);
            double millis = (System.nanoTime() - began) / 1e6;
            if (opened != right || right && vault.ids().size() != SECRETS) {
                throw new IllegalStateException("the vault " + (opened ? "opened" : "did not open") + " by the "
                        + passphrase + " passphrase");
            }
            return millis;
        }
    }

    private static boolean opens(Vault vault, Opening.Factors words) throws IOException {
        try {
            vault.unseal(words);
            return true;
        } catch (WrongPassphraseException e) {
            return false;
        }
    }

    private static Opening.Factors words(String passphrase) {
        return Opening.Factors.of(passphrase.toCharArray());
    }

    /** A clock on which an hour passes between any two looks, so that no wrong try has to be waited for. */
    private static final class Hours implements InstantSource {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            now = now.plusSeconds(3_600);
            return now;
        }
    }
}
