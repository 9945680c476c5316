package dev.tradewind.vault;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a vault holds, as stored, and while it is open the key to it. Nothing here waits for a passphrase, so signers
 * are not kept waiting. Safe on any thread.
 */
final class Contents {

    private final VaultStore store;
    private final SecureRandom random;
    private final LentSigners signers = new LentSigners();
    private VaultImage image;
    private @Nullable DataKey key;

    /** @param key what it is open with, null if it is sealed; taken over */
    Contents(VaultStore store, SecureRandom random, VaultImage image, @Nullable DataKey key) {
        this.store = store;
        this.random = random;
        this.image = image;
        this.key = key;
    }

    synchronized VaultHead head() {
        return image.head();
    }

    synchronized List<SecretId> ids() {
        return List.copyOf(image.records().keySet());
    }

    synchronized Recipient recipient() {
        return new Recipient(image.head(), image.headBytes());
    }

    synchronized boolean isOpen() {
        return key != null;
    }

    /** Goes on open, once every byte is checked; the key is taken over. */
    synchronized void open(DataKey found) throws VaultDamagedException {
        boolean kept = false;
        try {
            image.verify(found);
            kept = key == null;
        } finally {
            if (kept) {
                key = found;
            } else {
                found.close();
            }
        }
    }

    synchronized void seal() {
        signers.closeAll();
        if (key != null) {
            key.close();
            key = null;
        }
    }

    /** Stores another head with the same secrets; every byte of what is there is checked before. */
    synchronized void rewrite(DataKey found, UnaryOperator<VaultHead> change) throws IOException {
        image.verify(found);
        VaultHead head = change.apply(image.head()).at(image.head().generation());
        keep(VaultImage.write(head, image.records(), found), List.of());
    }

    /**
     * Stores every secret under another data key, and goes on with that if it is open.
     *
     * @param fresh   taken over if {@link #holds} says so then
     * @param wrapped the head that the fresh key is wrapped in
     */
    synchronized void rotate(DataKey old, DataKey fresh, VaultHead wrapped) throws IOException {
        image.verify(old);
        long generation = image.head().generation();
        SortedMap<SecretId, VaultRecord> records = new TreeMap<>();
        for (VaultRecord secret : image.records().values()) {
            try (Secret plain = opened(secret, old)) {
                records.put(secret.id(), VaultRecord.seal(
                        random, fresh, wrapped.id(), secret.id(), generation + 1, plain));
            }
        }
        VaultImage next = VaultImage.write(wrapped.at(generation), records, fresh);
        try {
            keep(next, List.of());
        } finally {
            if (image == next && key != null) {
                key.close();
                key = fresh;
            }
        }
    }

    /** {@return whether it goes on with this key} */
    synchronized boolean holds(DataKey one) {
        return key == one;
    }

    synchronized void put(SecretId id, Secret secret) throws IOException {
        DataKey open = key();
        if (secret.length() > VaultRecord.MOST_SECRET_BYTES) {
            throw new IllegalArgumentException("a secret of " + secret.length() + " bytes; it takes up to "
                    + VaultRecord.MOST_SECRET_BYTES);
        }
        VaultHead head = image.head();
        SortedMap<SecretId, VaultRecord> records = new TreeMap<>(image.records());
        records.put(id, VaultRecord.seal(random, open, head.id(), id, head.generation() + 1, secret));
        if (records.size() > VaultImage.MOST_RECORDS) {
            throw new VaultRefusedException("The vault holds " + VaultImage.MOST_RECORDS
                    + " secrets; remove some first.");
        }
        keep(VaultImage.write(head, records, open), List.of(id));
    }

    /** {@return how many there were to remove} */
    synchronized int removeIf(Predicate<SecretId> unwanted) throws IOException {
        DataKey open = key();
        SortedMap<SecretId, VaultRecord> records = new TreeMap<>(image.records());
        List<SecretId> removed = ids().stream().filter(unwanted).toList();
        records.keySet().removeAll(removed);
        if (!removed.isEmpty()) {
            keep(VaultImage.write(image.head(), records, open), removed);
        }
        return removed.size();
    }

    /** {@return a secret, which the caller closes} */
    synchronized Optional<Secret> secret(SecretId id) throws VaultDamagedException {
        DataKey open = key();
        VaultRecord sealed = image.records().get(id);
        return sealed == null ? Optional.empty() : Optional.of(opened(sealed, open));
    }

    synchronized Optional<Signer> signer(SecretId id, Signer.Scheme scheme) throws VaultDamagedException {
        key();
        Optional<Signer> there = signers.find(id, scheme);
        if (there.isPresent()) {
            return there;
        }
        Optional<Secret> secret = secret(id);
        return secret.isEmpty()
                ? Optional.empty()
                : Optional.of(signers.keep(id, Signer.of(scheme, secret.get())));
    }

    private Secret opened(VaultRecord secret, DataKey with) throws VaultDamagedException {
        return secret.open(with, image.head().id())
                .orElseThrow(() -> Damage.of(Damage.VAULT, "the secret " + secret.id() + " is not what was sealed"));
    }

    /** {@return the key a stream was sealed with, if this is the vault and the data key it was sealed for} */
    synchronized Optional<Secret> backupKey(VaultHead sealedFor, byte[] headBytes) throws VaultDamagedException {
        DataKey open = key();
        return Arrays.equals(sealedFor.id(), image.head().id()) && VaultHead.isGenuine(headBytes, open)
                ? Optional.of(Keyring.backupKey(sealedFor, open))
                : Optional.empty();
    }

    private DataKey key() {
        if (key == null) {
            throw new VaultSealedException("The vault is sealed; unlock it with the passphrase first.");
        }
        return key;
    }

    /** Stores an image and goes on with it, after a failure with whichever is there; signers of what is gone end. */
    private void keep(VaultImage next, List<SecretId> gone) throws IOException {
        boolean there = false;
        try {
            store.replace(next.bytes());
            there = true;
        } finally {
            if (there || isStored(next)) {
                image = next;
                gone.forEach(signers::close);
            }
        }
    }

    private boolean isStored(VaultImage next) {
        try {
            return store.read().filter(bytes -> Arrays.equals(bytes, next.bytes())).isPresent();
        } catch (IOException e) {
            return false;
        }
    }
}
