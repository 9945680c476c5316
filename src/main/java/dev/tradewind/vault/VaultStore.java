package dev.tradewind.vault;

import java.io.IOException;
import java.util.Optional;

/** Where a vault is kept. Calls come from one thread at a time. */
public interface VaultStore {

    /** The longest a vault gets; whatever is longer was not written by this program. */
    int MOST_BYTES = 16 << 20;

    /**
     * {@return the whole vault, empty if there is none}
     *
     * @throws IOException if it cannot be read, or is longer than {@link #MOST_BYTES}
     */
    Optional<byte[]> read() throws IOException;

    /**
     * Puts a whole vault in place of the one before, durably: after a crash at any moment there is either the old or
     * the new one. The bytes of the old one are overwritten before their room is given back, as far as the storage lets
     * us.
     */
    void replace(byte[] vault) throws IOException;

    /** {@return what was noted of wrong tries, empty if nothing was} */
    Optional<byte[]> readTries() throws IOException;

    /** Notes wrong tries durably in place of what was noted before. */
    void replaceTries(byte[] tries) throws IOException;
}
