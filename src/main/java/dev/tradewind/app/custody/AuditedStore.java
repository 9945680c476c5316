package dev.tradewind.app.custody;

import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.vault.VaultStore;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A vault's store that writes down what is about to be stored before it is: where the trail cannot be written, nothing is.
 * Used by one thread at a time.
 */
final class AuditedStore implements VaultStore {

    private final VaultStore store;
    private final AuditTrail trail;
    private @Nullable AuditEntry announced;
    private boolean recorded;

    AuditedStore(VaultStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /** The next vault that is stored is what this entry says. */
    void announce(AuditEntry entry) {
        announced = entry;
        recorded = false;
    }

    /** Ends the announcement. {@return whether the entry was written down} */
    boolean conclude() {
        announced = null;
        return recorded;
    }

    @Override
    public Optional<byte[]> read() throws IOException {
        return store.read();
    }

    @Override
    public void replace(byte[] vault) throws IOException {
        AuditEntry entry = announced;
        if (entry != null) {
            trail.record(entry);
            announced = null;
            recorded = true;
        }
        store.replace(vault);
    }

    @Override
    public Optional<byte[]> readTries() throws IOException {
        return store.readTries();
    }

    @Override
    public void replaceTries(byte[] tries) throws IOException {
        store.replaceTries(tries);
    }
}
