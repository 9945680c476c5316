package dev.tradewind.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Secrets under a passphrase. A vault is <em>sealed</em> (nothing in memory opens it) or <em>open</em>. Safe on any thread;
 * what takes an {@link Opening} derives a key from it and blocks for half a second or more, without keeping signers waiting.
 *
 * <p>Openings and secrets handed over stay the caller's, who closes them.
 */
public final class Vault implements AutoCloseable {

    private final VaultStore store;
    private final Keyring keyring;
    private final Tries tries;
    /** Held while a passphrase is checked; taken before the monitor of this. */
    private final Object gate = new Object();
    private final LentSigners signers = new LentSigners();
    private VaultImage image;
    private @Nullable DataKey key;

    private Vault(VaultStore store, Keyring keyring, Tries tries, VaultImage image) {
        this.store = store;
        this.keyring = keyring;
        this.tries = tries;
        this.image = image;
    }

    /** {@return whether a vault is stored there} */
    public static boolean exists(VaultStore store) throws IOException {
        return store.read().isPresent();
    }

    /**
     * Makes a vault and stores it; it is open. Blocks.
     *
     * @param time what wrong tries are timed by
     * @param hint of the passphrase, empty for none
     * @throws VaultRefusedException if there is a vault already, or the hint holds the passphrase or is too long
     */
    public static Vault create(
            VaultStore store, InstantSource time, Opening.Factors factors, String hint, KdfCost cost) throws IOException {
        return create(store, time, new Keyring(new SecureRandom(), new Argon2()), factors, hint, cost);
    }

    static Vault create(
            VaultStore store, InstantSource time, Keyring keyring, Opening.Factors factors, String hint, KdfCost cost)
            throws IOException {
        checkHint(hint, factors);
        if (exists(store)) {
            throw new VaultRefusedException("There is a vault already; its passphrase is changed, not set.");
        }
        byte[] id = keyring.bytes(VaultHead.ID_BYTES);
        DataKey key = new DataKey(Secret.random(keyring.random(), Argon2.KEY_BYTES), id);
        try {
            VaultHead bare = new VaultHead(
                    id, cost, new byte[0], false, hint, 0, new byte[0], Optional.empty(), new byte[0], new byte[0]);
            VaultHead head = keyring.wrap(keyring.newBackupPair(bare, key), key, factors, hint, cost);
            VaultImage image = VaultImage.write(head, new TreeMap<>(), key);
            store.replace(image.bytes());
            Tries tries = new Tries(store, time);
            tries.succeeded();
            Vault vault = new Vault(store, keyring, tries, image);
            vault.key = key;
            return vault;
        } catch (IOException | RuntimeException e) {
            key.close();
            throw e;
        }
    }

    /**
     * {@return the stored vault, sealed}
     *
     * @throws VaultRefusedException if there is none
     */
    public static Vault open(VaultStore store, InstantSource time) throws IOException {
        return open(store, time, new Keyring(new SecureRandom(), new Argon2()));
    }

    static Vault open(VaultStore store, InstantSource time, Keyring keyring) throws IOException {
        byte[] bytes = store.read()
                .orElseThrow(() -> new VaultRefusedException("There is no vault yet; set a passphrase first."));
        return new Vault(store, keyring, new Tries(store, time), VaultImage.read(bytes));
    }

    private static void checkHint(String hint, Opening.Factors factors) throws VaultRefusedException {
        int size = hint.getBytes(StandardCharsets.UTF_8).length;
        if (size > VaultHead.MOST_HINT_BYTES) {
            throw new VaultRefusedException("A hint of " + size + " bytes is too long; it takes up to "
                    + VaultHead.MOST_HINT_BYTES + ".");
        }
        if (factors.passphrase().lend(passphrase -> PassphraseText.holds(hint, passphrase))) {
            throw new VaultRefusedException("The hint holds the passphrase; anybody can read the hint. Choose another.");
        }
    }

    /** {@return 32 hexadecimal digits that name this vault, for as long as it lives} */
    public String id() {
        return HexFormat.of().formatHex(head().id());
    }

    private synchronized VaultHead head() {
        return image.head();
    }

    /** {@return whether secrets can be lent} */
    public synchronized boolean isOpen() {
        return key != null;
    }

    /** {@return the passphrase's hint, empty for none} */
    public String hint() {
        return head().hint();
    }

    /** {@return whether a key file is needed beside the passphrase} */
    public boolean needsKeyFile() {
        return head().keyFile();
    }

    /** {@return whether there is a recovery code} */
    public boolean hasRecoveryCode() {
        return head().recovery().isPresent();
    }

    /** {@return what deriving its key costs} */
    public KdfCost cost() {
        return head().cost();
    }

    /** {@return how long until the next try is taken, zero if it is taken now; grows with each wrong one} */
    public Duration untilNextTry() {
        return tries.untilNext();
    }

    /** {@return the secrets in it, by account and field; known also while it is sealed} */
    public synchronized List<SecretId> ids() {
        return List.copyOf(image.records().keySet());
    }

    /** {@return what streams are sealed for so that this vault's passphrase opens them; known also while it is sealed} */
    public synchronized Recipient recipient() {
        return new Recipient(image.head(), image.headBytes());
    }

    /**
     * Opens the vault; checks every byte of it. Nothing changes if it is open. Blocks.
     *
     * @throws WrongPassphraseException if that does not open it; takes as long as if it did
     * @throws TooSoonException         if wrong tries came before; nothing was tried then
     * @throws VaultDamagedException    if it was changed by somebody else
     */
    public void unseal(Opening opening) throws IOException {
        synchronized (gate) {
            DataKey found = tryOpening(opening);
            synchronized (this) {
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
        }
    }

    /** Checks that something opens the vault, open or sealed; changes nothing. Blocks, and throws as {@link #unseal} does. */
    public void check(Opening opening) throws IOException {
        synchronized (gate) {
            tryOpening(opening).close();
        }
    }

    private DataKey tryOpening(Opening opening) throws VaultException {
        tries.begin();
        boolean decided = false;
        try {
            DataKey found = keyring.unwrap(head(), opening);
            tries.succeeded();
            decided = true;
            return found;
        } catch (WrongPassphraseException e) {
            decided = true;
            throw e;
        } finally {
            if (!decided) {
                tries.undecided();
            }
        }
    }

    /** Wipes the keys from memory; signers end. Nothing happens if it is sealed. */
    public synchronized void seal() {
        signers.closeAll();
        if (key != null) {
            key.close();
            key = null;
        }
    }

    /** Seals it. */
    @Override
    public void close() {
        seal();
    }

    /**
     * Gives the vault another passphrase, key file, hint and cost, all together. The secrets stay encrypted as they are; a
     * recovery code stays, unless it was what opened the vault: it has ended then. Blocks, and throws as {@link #unseal} does.
     *
     * @throws VaultRefusedException if the hint holds the new passphrase or is too long
     */
    public void change(Opening current, Opening.Factors replacement, String hint, KdfCost cost) throws IOException {
        checkHint(hint, replacement);
        synchronized (gate) {
            try (DataKey found = tryOpening(current)) {
                VaultHead wrapped = keyring.wrap(head(), found, replacement, hint, cost);
                VaultHead head = current instanceof Opening.Recovery ? wrapped.with(Optional.empty()) : wrapped;
                synchronized (this) {
                    image.verify(found);
                    keep(VaultImage.write(head.at(image.head().generation()), image.records(), found));
                }
            }
        }
    }

    /**
     * Encrypts every secret anew under a new data key; passphrase, key file, hint and recovery code stay. What somebody could
     * open with an old copy of the file and a passphrase since changed, he cannot use on this one. Blocks, and throws as
     * {@link #unseal} does.
     */
    public void rotate(Opening.Factors current) throws IOException {
        synchronized (gate) {
            try (DataKey old = tryOpening(current)) {
                VaultHead head = head();
                DataKey fresh = new DataKey(Secret.random(keyring.random(), Argon2.KEY_BYTES), head.id());
                try {
                    Opening.Factors needed = head.keyFile() ? current : new Opening.Factors(current.passphrase(), Optional.empty());
                    VaultHead wrapped = keyring.wrap(head, fresh, needed, head.hint(), head.cost());
                    rotate(old, fresh, keyring.newBackupPair(wrapped, fresh));
                } finally {
                    closeUnused(fresh);
                }
            }
        }
    }

    private synchronized void rotate(DataKey old, DataKey fresh, VaultHead wrapped) throws IOException {
        image.verify(old);
        long generation = image.head().generation();
        SortedMap<SecretId, VaultRecord> records = new TreeMap<>();
        for (VaultRecord secret : image.records().values()) {
            try (Secret plain = opened(secret, old)) {
                records.put(secret.id(), VaultRecord.seal(
                        keyring.random(), fresh, wrapped.id(), secret.id(), generation + 1, plain));
            }
        }
        VaultHead head = wrapped.at(generation)
                .with(wrapped.recovery().map(wrap -> keyring.wrapFor(wrap.publicKey(), fresh)));
        VaultImage next = VaultImage.write(head, records, fresh);
        try {
            keep(next);
        } finally {
            if (image == next && key != null) {
                key.close();
                key = fresh;
            }
        }
    }

    private synchronized void closeUnused(DataKey fresh) {
        if (key != fresh) {
            fresh.close();
        }
    }

    /**
     * Makes a recovery code, which opens the vault in place of passphrase and key file; an earlier one ends. It is told this
     * once and kept nowhere. Blocks, and throws as {@link #unseal} does.
     *
     * @return seven groups of five letters and digits; the caller wipes it
     */
    public char[] newRecoveryCode(Opening.Factors current) throws IOException {
        synchronized (gate) {
            try (DataKey found = tryOpening(current);
                    Secret code = RecoveryCode.random(keyring.random())) {
                VaultHead.RecoveryWrap wrap = keyring.wrapForCode(head(), found, code);
                synchronized (this) {
                    image.verify(found);
                    keep(VaultImage.write(image.head().with(Optional.of(wrap)), image.records(), found));
                }
                return RecoveryCode.write(code);
            }
        }
    }

    /** Ends the recovery code; nothing happens without one. Blocks, and throws as {@link #unseal} does. */
    public void dropRecoveryCode(Opening.Factors current) throws IOException {
        synchronized (gate) {
            try (DataKey found = tryOpening(current)) {
                synchronized (this) {
                    image.verify(found);
                    if (image.head().recovery().isPresent()) {
                        keep(VaultImage.write(image.head().with(Optional.empty()), image.records(), found));
                    }
                }
            }
        }
    }

    /**
     * Seals a secret and stores it, in place of an earlier one of the same name, whose signers end.
     *
     * @throws VaultSealedException     if the vault is sealed
     * @throws IllegalArgumentException if it has more than 16,384 bytes
     */
    public synchronized void put(SecretId id, Secret secret) throws IOException {
        DataKey open = key();
        if (secret.length() > VaultRecord.MOST_SECRET_BYTES) {
            throw new IllegalArgumentException("a secret of " + secret.length() + " bytes; it takes up to "
                    + VaultRecord.MOST_SECRET_BYTES);
        }
        VaultHead head = image.head();
        SortedMap<SecretId, VaultRecord> records = new TreeMap<>(image.records());
        records.put(id, VaultRecord.seal(keyring.random(), open, head.id(), id, head.generation() + 1, secret));
        if (records.size() > VaultImage.MOST_RECORDS) {
            throw new VaultRefusedException("The vault holds " + VaultImage.MOST_RECORDS + " secrets; remove some first.");
        }
        keep(VaultImage.write(head, records, open));
        signers.close(id);
    }

    /** Seals what a signer signs with, without anybody seeing it; otherwise as {@link #put(SecretId, Secret)}. */
    public void put(SecretId id, Signer signer) throws IOException {
        try (Secret secret = signer.secret()) {
            put(id, secret);
        }
    }

    /**
     * Removes a secret; its bytes are overwritten where they are stored. Its signers end.
     *
     * @return whether there was one
     * @throws VaultSealedException if the vault is sealed
     */
    public boolean remove(SecretId id) throws IOException {
        return removeIf(id::equals) > 0;
    }

    /** Removes all secrets of an account at once, as {@link #remove} does; {@return how many there were} */
    public int removeAccount(long account) throws IOException {
        return removeIf(id -> id.account() == account);
    }

    private synchronized int removeIf(Predicate<SecretId> unwanted) throws IOException {
        DataKey open = key();
        SortedMap<SecretId, VaultRecord> records = new TreeMap<>(image.records());
        List<SecretId> removed = ids().stream().filter(unwanted).toList();
        records.keySet().removeAll(removed);
        if (!removed.isEmpty()) {
            keep(VaultImage.write(image.head(), records, open));
            removed.forEach(signers::close);
        }
        return removed.size();
    }

    /**
     * Lends a secret: the array is wiped when {@code use} returns or throws.
     *
     * @return what came of it, empty if there is no such secret
     * @throws VaultSealedException if the vault is sealed
     */
    public <T, E extends Exception> Optional<T> lend(SecretId id, Secret.Use<T, E> use) throws E, VaultDamagedException {
        Optional<Secret> secret = secret(id);
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        try (Secret plain = secret.get()) {
            return Optional.of(plain.lend(use));
        }
    }

    private synchronized Optional<Secret> secret(SecretId id) throws VaultDamagedException {
        DataKey open = key();
        VaultRecord sealed = image.records().get(id);
        return sealed == null ? Optional.empty() : Optional.of(opened(sealed, open));
    }

    private Secret opened(VaultRecord secret, DataKey with) throws VaultDamagedException {
        return secret.open(with, image.head().id())
                .orElseThrow(() -> Damage.of(Damage.VAULT, "the secret " + secret.id() + " is not what was sealed"));
    }

    /**
     * {@return a signer with a secret of this vault, empty if there is no such secret; usable until the vault is sealed or the
     * secret is replaced or removed}
     *
     * @throws VaultSealedException if the vault is sealed
     */
    public synchronized Optional<Signer> signer(SecretId id, Signer.Scheme scheme) throws VaultDamagedException {
        Optional<Secret> secret = secret(id);
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(signers.keep(id, Signer.of(scheme, secret.get())));
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

    /** Stores an image and goes on with it; after a failure with whichever is there. */
    private void keep(VaultImage next) throws IOException {
        try {
            store.replace(next.bytes());
        } catch (IOException e) {
            if (isStored(next)) {
                image = next;
            }
            throw e;
        }
        image = next;
    }

    private boolean isStored(VaultImage next) {
        try {
            return store.read().filter(bytes -> Arrays.equals(bytes, next.bytes())).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Vault[" + (isOpen() ? "open" : "sealed") + "]";
    }
}
