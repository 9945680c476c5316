package dev.tradewind.vault;

import java.io.IOException;

/**
 * What keeps a vault, or a stream sealed for it, from being opened. The message is for the user and holds no secret.
 */
public abstract sealed class VaultException extends IOException
        permits WrongPassphraseException,
                TooSoonException,
                VaultDamagedException,
                VaultRefusedException,
                UnknownVaultVersionException,
                VaultCostException {

    private static final long serialVersionUID = 1L;

    VaultException(String message) {
        super(message);
    }
}
