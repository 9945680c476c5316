package dev.tradewind.vault;

import dev.tradewind.vault.VaultHead.RecoveryWrap;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/** Wraps a vault's data key, and unwraps it with what opens the vault. */
final class Keyring {

    private static final String RECOVERY_PAIR = "tradewind recovery code";
    private static final String RECOVERY_WRAP = "tradewind recovery wrap";

    private final SecureRandom random;
    private final KeyDerivation derivation;

    Keyring(SecureRandom random, KeyDerivation derivation) {
        this.random = random;
        this.derivation = derivation;
    }

    SecureRandom random() {
        return random;
    }

    /**
     * {@return the data key}
     *
     * @throws WrongPassphraseException after the whole derivation, whatever it was that was wrong
     */
    DataKey unwrap(VaultHead head, Opening opening)
            throws WrongPassphraseException, VaultRefusedException, VaultCostException {
        Optional<Secret> key = switch (opening) {
            case Opening.Factors factors -> unwrap(head, factors);
            case Opening.Recovery recovery -> unwrap(head, recovery);
        };
        return new DataKey(key.orElseThrow(WrongPassphraseException::new), head.id());
    }

    private Optional<Secret> unwrap(VaultHead head, Opening.Factors factors)
            throws VaultRefusedException, VaultCostException {
        if (head.keyFile() && factors.keyFile().isEmpty()) {
            throw new VaultRefusedException("This vault is opened with a key file beside the passphrase;"
                    + " choose the file.");
        }
        Optional<Secret> file = head.keyFile() ? factors.keyFile() : Optional.empty();
        try (Secret key = derivation.derive(head.cost(), head.salt(), factors.passphrase(), file)) {
            byte[] binding = VaultHead.binding(head.id(), head.cost(), head.salt(), head.keyFile());
            return Gcm.open(key, binding, head.wrapped());
        }
    }

    private static Optional<Secret> unwrap(VaultHead head, Opening.Recovery recovery) throws VaultRefusedException {
        RecoveryWrap wrap = head.recovery().orElseThrow(() -> new VaultRefusedException(
                "This vault has no recovery code; it is opened with its passphrase."));
        try (Secret pair = recoveryKey(recovery.code(), head.id())) {
            return Box.open(pair, RECOVERY_WRAP, wrap.sealed());
        }
    }

    /** {@return the head with the data key wrapped for what opens it from now on} */
    VaultHead wrap(VaultHead head, DataKey key, Opening.Factors factors, String hint, KdfCost cost)
            throws VaultCostException {
        byte[] salt = bytes(VaultHead.SALT_BYTES);
        boolean keyFile = factors.keyFile().isPresent();
        try (Secret passphraseKey = derivation.derive(cost, salt, factors.passphrase(), factors.keyFile())) {
            byte[] binding = VaultHead.binding(head.id(), cost, salt, keyFile);
            return head.with(cost, salt, keyFile, hint, Gcm.seal(random, passphraseKey, binding, key.key()));
        }
    }

    /** {@return the head with a new pair that streams are sealed for} */
    VaultHead newBackupPair(VaultHead head, DataKey key) {
        try (Secret pair = Box.newPrivateKey(random)) {
            return head.withBackup(Box.publicKey(pair), Gcm.seal(random, key.backup(), head.id(), pair));
        }
    }

    /** {@return the private half of the pair that streams are sealed for} */
    static Secret backupKey(VaultHead head, DataKey key) throws VaultDamagedException {
        return Gcm.open(key.backup(), head.id(), head.backupWrapped())
                .orElseThrow(() -> Damage.of(Damage.VAULT, "its backup key is not what was sealed"));
    }

    /** {@return the data key sealed for a recovery code} */
    RecoveryWrap wrapForCode(VaultHead head, DataKey key, Secret code) {
        try (Secret pair = recoveryKey(code, head.id())) {
            return wrapFor(Box.publicKey(pair), key);
        }
    }

    /** {@return a data key sealed for the pair of a recovery code nobody here knows} */
    RecoveryWrap wrapFor(byte[] publicKey, DataKey key) {
        return new RecoveryWrap(publicKey, Box.seal(random, publicKey, RECOVERY_WRAP, key.key()));
    }

    /** A code has 140 random bits, which nobody guesses: slowing each guess down would add nothing. */
    private static Secret recoveryKey(Secret code, byte[] vaultId) {
        byte[] purpose = RECOVERY_PAIR.getBytes(StandardCharsets.US_ASCII);
        return code.lend(symbols -> Secret.of(Hmac.hkdf(vaultId, symbols, purpose, Box.KEY_BYTES)));
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
