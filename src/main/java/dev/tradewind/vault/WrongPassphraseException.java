package dev.tradewind.vault;

/**
 * The passphrase, the key file or the recovery code does not open the vault. Says nothing about which, or how far off
 * it is.
 */
public final class WrongPassphraseException extends VaultException {

    private static final long serialVersionUID = 1L;

    WrongPassphraseException() {
        super("That does not open the vault.");
    }
}
