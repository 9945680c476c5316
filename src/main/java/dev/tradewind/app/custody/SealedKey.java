package dev.tradewind.app.custody;

import dev.tradewind.monitor.AuditException;
import dev.tradewind.vault.SecretId;
import dev.tradewind.vault.Signer;
import dev.tradewind.vault.Vault;
import dev.tradewind.vault.VaultDamagedException;
import dev.tradewind.vault.VaultSealedException;
import dev.tradewind.venue.Credentials;
import dev.tradewind.venue.KeyScheme;
import dev.tradewind.venue.KeysSealedException;

/** The key of an account: signs through the vault until that is sealed. */
final class SealedKey implements Credentials {

    /** The public half, under its account's number. */
    static final String API_KEY = "api-key";

    /** What signs: the secret of HMAC, or the seed of Ed25519. */
    static final String SECRET = "secret";

    private static final String SEALED = "The keys are sealed; unlock them with the passphrase, then start again.";

    private final Vault vault;
    private final KeyUse use;
    private final int account;
    private final KeyScheme scheme;
    private final Signer signer;

    private SealedKey(Vault vault, KeyUse use, int account, KeyScheme scheme, Signer signer) {
        this.vault = vault;
        this.use = use;
        this.account = account;
        this.scheme = scheme;
        this.signer = signer;
    }

    /**
     * {@return the key of an account in an open vault}
     *
     * @throws KeysSealedException if the vault is sealed, or does not have it
     */
    static SealedKey of(Vault vault, KeyUse use, int account, KeyScheme scheme) {
        try {
            Signer signer = vault.signer(new SecretId(account, SECRET), scheme(scheme))
                    .orElseThrow(() -> new KeysSealedException("The vault has no key for account " + account
                            + ". Restore the vault and the database from one backup, or delete the account and add it anew."));
            return new SealedKey(vault, use, account, scheme, signer);
        } catch (VaultSealedException e) {
            throw new KeysSealedException(SEALED);
        } catch (VaultDamagedException e) {
            throw new KeysSealedException(String.valueOf(e.getMessage()));
        }
    }

    static Signer.Scheme scheme(KeyScheme scheme) {
        return switch (scheme) {
            case HMAC_SHA256 -> Signer.Scheme.HMAC_SHA256;
            case ED25519 -> Signer.Scheme.ED25519;
        };
    }

    @Override
    public KeyScheme scheme() {
        return scheme;
    }

    @Override
    public byte[] apiKey() {
        try {
            return vault.lend(new SecretId(account, API_KEY), bytes -> bytes.clone())
                    .orElseThrow(() -> new KeysSealedException(SEALED));
        } catch (VaultSealedException e) {
            throw new KeysSealedException(SEALED);
        } catch (VaultDamagedException e) {
            throw new KeysSealedException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public byte[] sign(byte[] payload) {
        try {
            use.count(account);
            return signer.sign(payload);
        } catch (VaultSealedException e) {
            throw new KeysSealedException(SEALED);
        } catch (AuditException e) {
            throw new KeysSealedException("The key was not used, since that could not be written down: " + e.getMessage());
        }
    }

    @Override
    public String toString() {
        return "SealedKey[account " + account + " " + scheme + ", redacted]";
    }
}
