package dev.tradewind.vault;

/** Written by a newer version of the program than this one; left as it is. */
public final class UnknownVaultVersionException extends VaultException {

    private static final long serialVersionUID = 1L;

    UnknownVaultVersionException(String what, int version, int known) {
        super(what + " has format " + version + "; this program reads up to format " + known
                + ". Open it with the newer program that wrote it.");
    }
}
