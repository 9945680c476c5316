package dev.tradewind.vault;

/** Bytes are not what the vault wrote: a disk's fault, or somebody changed them. The message says what to do. */
public final class VaultDamagedException extends VaultException {

    private static final long serialVersionUID = 1L;

    VaultDamagedException(String message) {
        super(message);
    }
}
