package dev.tradewind.vault;

/** Opening takes more memory than this process may use. The message names both. */
public final class VaultCostException extends VaultException {

    private static final long serialVersionUID = 1L;

    VaultCostException(String message) {
        super(message);
    }
}
