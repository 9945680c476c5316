package dev.tradewind.vault;

/**
 * Asked for in a way that cannot succeed: a key file is missing, a hint gives the passphrase away, a code has a typing
 * error.
 */
public final class VaultRefusedException extends VaultException {

    private static final long serialVersionUID = 1L;

    VaultRefusedException(String message) {
        super(message);
    }
}
