package dev.tradewind.vault;

import java.util.Optional;

/** Makes a key of a passphrase and, if there is one, a key file. */
interface KeyDerivation {

    /** {@return a key of 32 bytes, which the caller closes} */
    Secret derive(KdfCost cost, byte[] salt, Secret passphrase, Optional<Secret> keyFile) throws VaultCostException;
}
