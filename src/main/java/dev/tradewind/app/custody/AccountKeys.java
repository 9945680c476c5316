package dev.tradewind.app.custody;

import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.vault.SecretId;
import dev.tradewind.vault.Vault;
import dev.tradewind.venue.AccountRow;
import dev.tradewind.venue.AccountStore;
import dev.tradewind.venue.Credentials;
import dev.tradewind.venue.KeyScheme;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accounts in two places at once: rows in the database, keys in the vault. The row is what makes an account: it is added last,
 * and a deletion marks it first. So a crash leaves keys without a row, or a marked row, and {@link #sweep} finishes both
 * when the vault is next opened. Changes are made during a turn of the strongroom.
 */
final class AccountKeys {

    private static final Logger LOG = LoggerFactory.getLogger(AccountKeys.class);

    /** Numbers from here on belong to accounts; the vault may hold other things below. */
    private static final int FIRST = 1;

    private final Strongroom room;
    private final AccountStore store;
    private final KeyUse use;

    AccountKeys(Strongroom room, AccountStore store, KeyUse use) {
        this.room = room;
        this.store = store;
        this.use = use;
    }

    /** {@return the accounts, by number, without those that are being deleted} */
    List<AccountRow> rows() {
        return store.rows().stream().filter(row -> !row.leaving()).toList();
    }

    /** {@return whether the vault has the key of an account} */
    boolean has(int account) {
        return room.vault()
                .map(Vault::ids)
                .filter(ids -> ids.contains(new SecretId(account, SealedKey.API_KEY))
                        && ids.contains(new SecretId(account, SealedKey.SECRET)))
                .isPresent();
    }

    /** {@return a number neither a row nor a key has} */
    int nextId() {
        long inVault = room.opened().ids().stream().mapToLong(SecretId::account).max().orElse(0);
        return Math.toIntExact(Math.max(store.nextId(), inVault + 1));
    }

    /** Seals a key and adds its account, or neither. */
    void add(AccountRow row, WaitingKey key) throws IOException {
        Vault vault = room.opened();
        boolean done = false;
        try {
            vault.put(new SecretId(row.id(), SealedKey.API_KEY), key.secretApiKey());
            vault.put(new SecretId(row.id(), SealedKey.SECRET), key.signer());
            room.writtenDown(
                    new AuditEntry(
                            Actor.USER, "account.added", AccountText.subject(row.id()), "", AccountText.line(row)),
                    () -> store.add(row));
            done = true;
        } finally {
            if (!done) {
                takeBack(vault, row.id());
            }
        }
    }

    private static void takeBack(Vault vault, int account) {
        try {
            vault.removeAccount(account);
        } catch (IOException e) {
            LOG.warn("The key of account {}, which was not added, stays sealed until the next unlock: {}", account, e.toString());
        }
    }

    void update(AccountRow row) {
        store.update(row);
        store.overwrite();
    }

    /** Deletes an account and its key. The vault is open. */
    void delete(AccountRow row) throws IOException {
        store.update(row.left());
        boolean recorded = false;
        try {
            room.record(new AuditEntry(
                    Actor.USER, "account.deleted", AccountText.subject(row.id()), AccountText.line(row), ""));
            recorded = true;
        } finally {
            if (!recorded) {
                store.update(row);
            }
        }
        finish(row.id());
    }

    private void finish(int account) throws IOException {
        room.opened().removeAccount(account);
        if (!store.delete(account)) {
            LOG.info("The bytes of account {} are overwritten once other work on the database has ended.", account);
        }
    }

    /** Finishes what a crash left half done; the vault has just been opened. Trouble waits for the next time. */
    void sweep() {
        try {
            for (AccountRow row : store.rows()) {
                if (row.leaving()) {
                    swept(row.id(), AccountText.line(row));
                }
            }
            Set<Long> known = new TreeSet<>(store.ids().stream().map(Integer::longValue).toList());
            Set<Long> orphans = new TreeSet<>();
            for (SecretId id : room.opened().ids()) {
                if (id.account() >= FIRST && !known.contains(id.account())) {
                    orphans.add(id.account());
                }
            }
            for (long orphan : orphans) {
                swept(Math.toIntExact(orphan), "a key without an account");
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("What was left of an account that was being added or deleted could not be cleared: {}", e.toString());
        }
    }

    private void swept(int account, String before) throws IOException {
        room.record(new AuditEntry(Actor.PROGRAM, "account.swept", AccountText.subject(account), before, ""));
        finish(account);
    }

    /** {@return the key of an account; the vault must be open} */
    Credentials credentials(int account, KeyScheme scheme) {
        return SealedKey.of(room.opened(), use, account, scheme);
    }
}
