package dev.tradewind.app.custody;

import dev.tradewind.app.custody.SecurityDesk.Watch;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.persistence.StorageException;
import dev.tradewind.vault.KdfCost;
import dev.tradewind.vault.Opening;
import dev.tradewind.vault.Vault;
import dev.tradewind.vault.VaultException;
import dev.tradewind.vault.VaultSealedException;
import dev.tradewind.vault.VaultStore;
import dev.tradewind.vault.WrongPassphraseException;
import dev.tradewind.venue.KeysSealedException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vault of a data folder, if there is one, and what both desks share: one change at a time, trouble as refusals in words,
 * every change of the vault written down before it is stored, and who wants to hear of changes.
 */
final class Strongroom {

    private static final Logger LOG = LoggerFactory.getLogger(Strongroom.class);

    private final AuditedStore store;
    private final AuditTrail trail;
    private final InstantSource time;
    private final Supplier<KdfCost> cost;
    private final ReentrantLock turn = new ReentrantLock();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private volatile @Nullable Vault vault;
    private volatile String trouble = "";

    /** @param cost asked for when a vault is made, which may take seconds */
    Strongroom(VaultStore store, AuditTrail trail, InstantSource time, Supplier<KdfCost> cost) {
        this.store = new AuditedStore(store, trail);
        this.trail = trail;
        this.time = time;
        this.cost = cost;
        look();
    }

    /** Something that may fail as vaults do. */
    @FunctionalInterface
    interface Work<T> {
        /** {@return what comes of it} */
        T run() throws IOException;
    }

    /** As {@link Work}, where nothing comes of it. */
    @FunctionalInterface
    interface Step {
        /** Does it. */
        void run() throws IOException;
    }

    /** Looks whether there is a vault that can be read. */
    private void look() {
        try {
            vault = Vault.exists(store) ? Vault.open(store, time) : null;
            trouble = "";
        } catch (IOException e) {
            trouble = words(e);
        }
    }

    private static String words(IOException e) {
        return e instanceof VaultException ? String.valueOf(e.getMessage()) : "The vault's file cannot be used: " + e + ".";
    }

    /** {@return the vault, empty if there is none or it cannot be read} */
    Optional<Vault> vault() {
        return Optional.ofNullable(vault);
    }

    /** {@return what is wrong with the vault's file, empty if nothing is} */
    String trouble() {
        return trouble;
    }

    /** {@return whether keys are at hand} */
    boolean isOpen() {
        Vault now = vault;
        return now != null && now.isOpen();
    }

    /**
     * {@return the vault; its file is looked at again if it could not be read before}
     *
     * @throws RefusedException if there is none
     */
    Vault present() {
        if (vault == null) {
            look();
        }
        Vault now = vault;
        if (now == null) {
            throw new RefusedException(
                    trouble.isEmpty() ? "There is no vault yet; set a passphrase first." : trouble);
        }
        return now;
    }

    /** {@return the vault, open} */
    Vault opened() {
        Vault now = present();
        if (!now.isOpen()) {
            throw new RefusedException("The vault is sealed; unlock it with the passphrase first.");
        }
        return now;
    }

    /** Makes the vault. */
    void create(Opening.Factors factors, String hint) {
        doing(() -> {
            vault = writing(
                    AuditEntry.of(Actor.USER, "vault.created", "vault"),
                    () -> Vault.create(store, time, factors, hint, cost.get()));
            trouble = "";
        });
    }

    /** Does one thing at a time, its trouble told as a refusal. */
    <T> T turn(Work<T> work) {
        turn.lock();
        try {
            return told(work);
        } finally {
            turn.unlock();
        }
    }

    /** As {@link #turn(Work)}, where nothing comes of it. */
    void doing(Step step) {
        turn(() -> {
            step.run();
            return this;
        });
    }

    /** Does what needs no turn, its trouble told as a refusal. */
    static <T> T told(Work<T> work) {
        try {
            return work.run();
        } catch (VaultException
                | AuditException
                | StorageException
                | VaultSealedException
                | KeysSealedException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new RefusedException(
                    "The vault's file cannot be read or written: " + e.getMessage() + ". The keys are as they were.", e);
        }
    }

    /**
     * Changes the vault; what changes is written down before it is stored, and once more if storing it then failed. Called
     * during a turn.
     */
    <T> T writing(AuditEntry entry, Work<T> change) throws IOException {
        store.announce(entry);
        boolean done = false;
        try {
            T made = change.run();
            done = true;
            return made;
        } finally {
            if (store.conclude() && !done) {
                failed(entry);
            }
        }
    }

    /** Does something beside the vault once it is written down, and writes down if it then failed. */
    void writtenDown(AuditEntry entry, Runnable action) {
        trail.record(entry);
        boolean done = false;
        try {
            action.run();
            done = true;
        } finally {
            if (!done) {
                failed(entry);
            }
        }
    }

    private void failed(AuditEntry entry) {
        noted(AuditEntry.of(Actor.PROGRAM, entry.action() + ".failed", entry.subject()));
    }

    /** Writes down what has happened. */
    void record(AuditEntry entry) {
        trail.record(entry);
    }

    /** Writes down what cannot be undone or must not be kept from happening; where that fails the log says so. */
    boolean noted(AuditEntry entry) {
        try {
            trail.record(entry);
            return true;
        } catch (AuditException e) {
            LOG.error("{} could not be written to the audit trail: {}", entry.action(), e.getMessage());
            return false;
        }
    }

    /** Checks what should open the vault; a wrong one is written down. */
    void check(Opening opening) throws IOException {
        trying(() -> {
            present().check(opening);
            return opening;
        });
    }

    /** Opens the vault; a wrong try is written down. */
    void unseal(Opening opening) throws IOException {
        trying(() -> {
            present().unseal(opening);
            return opening;
        });
    }

    /** Does what takes a passphrase; a wrong one is written down. */
    <T> T trying(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (WrongPassphraseException e) {
            noted(AuditEntry.of(Actor.USER, "vault.unlock.refused", "vault"));
            throw e;
        }
    }

    /** Calls back after changes. */
    Watch watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    /** Tells who watches. */
    void changed() {
        for (Runnable watcher : watchers) {
            try {
                watcher.run();
            } catch (RuntimeException e) {
                LOG.warn("A listener to keys and accounts failed.", e);
            }
        }
    }
}
