package dev.tradewind.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Secrets under a passphrase. A vault is <em>sealed</em> (nothing in memory opens it) or <em>open</em>. Safe on any
 * thread; what takes an {@link Opening} derives a key from it and blocks for half a second or more, without keeping
 * signers waiting.
 *
 * <p>Openings and secrets handed over stay the caller's, who closes them.
 */
public final class Vault implements AutoCloseable {

    private final Keyring keyring;
    private final Tries tries;
    private final Contents contents;
    /** Held while a passphrase is checked, by one after the other. */
    private final Object gate = new Object();

    private Vault(Keyring keyring, Tries tries, Contents contents) {
        this.keyring = keyring;
        this.tries = tries;
        this.contents = contents;
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
            VaultStore store, InstantSource time, Opening.Factors factors, String hint, KdfCost cost)
            throws IOException {
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
            return new Vault(keyring, tries, new Contents(store, keyring.random(), image, key));
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
        Contents contents = new Contents(store, keyring.random(), VaultImage.read(bytes), null);
        return new Vault(keyring, new Tries(store, time), contents);
    }

    private static void checkHint(String hint, Opening.Factors factors) throws VaultRefusedException {
        int size = hint.getBytes(StandardCharsets.UTF_8).length;
        if (size > VaultHead.MOST_HINT_BYTES) {
            throw new VaultRefusedException("A hint of " + size + " bytes is too long; it takes up to "
                    + VaultHead.MOST_HINT_BYTES + ".");
        }
        if (factors.passphrase().lend(passphrase -> PassphraseText.holds(hint, passphrase))) {
            throw new VaultRefusedException("The hint holds the passphrase; anybody can read the hint."
                    + " Choose another.");
        }
    }

    /** {@return 32 hexadecimal digits that name this vault, for as long as it lives} */
    public String id() {
        return HexFormat.of().formatHex(contents.head().id());
    }

    /** {@return whether secrets can be lent} */
    public boolean isOpen() {
        return contents.isOpen();
    }

    /** {@return the passphrase's hint, empty for none} */
    public String hint() {
        return contents.head().hint();
    }

    /** {@return whether a key file is needed beside the passphrase} */
    public boolean needsKeyFile() {
        return contents.head().keyFile();
    }

    /** {@return whether there is a recovery code} */
    public boolean hasRecoveryCode() {
        return contents.head().recovery().isPresent();
    }

    /** {@return what deriving its key costs} */
    public KdfCost cost() {
        return contents.head().cost();
    }

    /** {@return how long until the next try is taken, zero if it is taken now; grows with each wrong one} */
    public Duration untilNextTry() {
        return tries.untilNext();
    }

    /** {@return the secrets in it, by account and field; known also while it is sealed} */
    public List<SecretId> ids() {
        return contents.ids();
    }

    /**
     * {@return what streams are sealed for so that this vault's passphrase opens them; known also while it is sealed}
     */
    public Recipient recipient() {
        return contents.recipient();
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
            contents.open(tryOpening(opening));
        }
    }

    /**
     * Checks that something opens the vault, open or sealed; changes nothing. Blocks, and throws as {@link #unseal}
     * does.
     */
    public void check(Opening opening) throws IOException {
        synchronized (gate) {
            tryOpening(opening).close();
        }
    }

    private DataKey tryOpening(Opening opening) throws VaultException {
        tries.begin();
        boolean decided = false;
        try {
            DataKey found = keyring.unwrap(contents.head(), opening);
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
    public void seal() {
        contents.seal();
    }

    /** Seals it. */
    @Override
    public void close() {
        seal();
    }

    /**
     * Gives the vault another passphrase, key file, hint and cost, all together. The secrets stay encrypted as they
     * are; a recovery code stays, unless it was what opened the vault: it has ended then. Blocks, and throws as {@link
     * #unseal} does.
     *
     * @throws VaultRefusedException if the hint holds the new passphrase or is too long
     */
    public void change(Opening current, Opening.Factors replacement, String hint, KdfCost cost) throws IOException {
        checkHint(hint, replacement);
        synchronized (gate) {
            try (DataKey found = tryOpening(current)) {
                VaultHead wrapped = keyring.wrap(contents.head(), found, replacement, hint, cost);
                VaultHead head = current instanceof Opening.Recovery ? wrapped.with(Optional.empty()) : wrapped;
                contents.rewrite(found, before -> head);
            }
        }
    }

    /**
     * Encrypts every secret anew under a new data key; passphrase, key file, hint and recovery code stay. What somebody
     * could open with an old copy of the file and a passphrase since changed, he cannot use on this one. Blocks, and
     * throws as {@link #unseal} does.
     */
    public void rotate(Opening.Factors current) throws IOException {
        synchronized (gate) {
            try (DataKey old = tryOpening(current)) {
                VaultHead head = contents.head();
                Opening.Factors needed = head.keyFile() ? current : current.withoutFile();
                DataKey fresh = new DataKey(Secret.random(keyring.random(), Argon2.KEY_BYTES), head.id());
                try {
                    VaultHead wrapped = keyring.wrap(head, fresh, needed, head.hint(), head.cost());
                    contents.rotate(old, fresh, keyring.newBackupPair(wrapped, fresh)
                            .with(head.recovery().map(wrap -> keyring.wrapFor(wrap.publicKey(), fresh))));
                } finally {
                    if (!contents.holds(fresh)) {
                        fresh.close();
                    }
                }
            }
        }
    }

    /**
     * Makes a recovery code, which opens the vault in place of passphrase and key file; an earlier one ends. It is told
     * this once and kept nowhere. Blocks, and throws as {@link #unseal} does.
     *
     * @return seven groups of five letters and digits; the caller wipes it
     */
    public char[] newRecoveryCode(Opening.Factors current) throws IOException {
        synchronized (gate) {
            try (DataKey found = tryOpening(current);
                    Secret code = RecoveryCode.random(keyring.random())) {
                VaultHead.RecoveryWrap wrap = keyring.wrapForCode(contents.head(), found, code);
                contents.rewrite(found, head -> head.with(Optional.of(wrap)));
                return RecoveryCode.write(code);
            }
        }
    }

    /** Ends the recovery code; nothing happens without one. Blocks, and throws as {@link #unseal} does. */
    public void dropRecoveryCode(Opening.Factors current) throws IOException {
        synchronized (gate) {
            try (DataKey found = tryOpening(current)) {
                if (hasRecoveryCode()) {
                    contents.rewrite(found, head -> head.with(Optional.empty()));
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
    public void put(SecretId id, Secret secret) throws IOException {
        contents.put(id, secret);
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
        return contents.removeIf(id::equals) > 0;
    }

    /** Removes all secrets of an account at once, as {@link #remove} does; {@return how many there were} */
    public int removeAccount(long account) throws IOException {
        return contents.removeIf(id -> id.account() == account);
    }

    /**
     * Lends a secret: the array is wiped when {@code use} returns or throws.
     *
     * @return what came of it, empty if there is no such secret
     * @throws VaultSealedException if the vault is sealed
     */
    public <T, E extends Exception> Optional<T> lend(SecretId id, Secret.Use<T, E> use)
            throws E, VaultDamagedException {
        Optional<Secret> secret = contents.secret(id);
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        try (Secret plain = secret.get()) {
            return Optional.of(plain.lend(use));
        }
    }

    /**
     * {@return a signer with a secret of this vault, empty if there is no such secret; usable until the vault is sealed or
     * the secret is replaced or removed. Whoever asks for the same one is given the same; the vault closes it}
     *
     * @throws VaultSealedException     if the vault is sealed
     * @throws IllegalArgumentException if the secret is none for the scheme
     */
    public Optional<Signer> signer(SecretId id, Signer.Scheme scheme) throws VaultDamagedException {
        return contents.signer(id, scheme);
    }

    /** {@return the key a stream was sealed with, if this is the vault and the data key it was sealed for} */
    Optional<Secret> backupKey(VaultHead sealedFor, byte[] headBytes) throws VaultDamagedException {
        return contents.backupKey(sealedFor, headBytes);
    }

    @Override
    public String toString() {
        return "Vault[" + (isOpen() ? "open" : "sealed") + "]";
    }
}
