package dev.tradewind.vault;

/** A secret was asked for while the vault is sealed. */
public final class VaultSealedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    VaultSealedException(String message) {
        super(message);
    }
}
