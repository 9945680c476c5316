package dev.tradewind.app.custody;

import dev.tradewind.app.custody.SecurityDesk.Watch;
import dev.tradewind.kernel.Clock;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.settings.SettingTable;
import dev.tradewind.vault.KdfCost;
import dev.tradewind.vault.VaultStore;
import dev.tradewind.venue.AccountStore;
import dev.tradewind.venue.Credentials;
import dev.tradewind.venue.KeyCheck;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The keys of a data folder: vault, accounts, and the desks over them. Safe on any thread. Closing it wipes what is in memory
 * and stops nothing; whoever closes it has closed the sessions before.
 */
public final class Custody implements AutoCloseable {

    private final Strongroom room;
    private final KeyUse use;
    private final VaultSecurityDesk security;
    private final KeyAccountsDesk accounts;

    private Custody(Strongroom room, KeyUse use, AccountStore store, SettingTable settings, List<KeyCheck> checks, Clock clock) {
        this.room = room;
        this.use = use;
        AccountKeys keys = new AccountKeys(room, store, use);
        this.accounts = new KeyAccountsDesk(room, keys, checks, clock);
        this.security = new VaultSecurityDesk(room, settings, new VaultSecurityDesk.Sealed() {
            @Override
            public void opened() {
                keys.sweep();
            }

            @Override
            public void closing(String reason) {
                accounts.stop(Optional.empty(), reason);
            }

            @Override
            public void closed() {
                use.flush();
                accounts.sealed();
            }
        });
    }

    /**
     * {@return the keys kept there, sealed}
     *
     * @param vault    where the vault is, or will be
     * @param accounts where accounts are
     * @param settings where the lock's settings are
     * @param trail    where everything done with keys is written down first
     * @param clock    the wall clock
     * @param checks   what tries keys, one for each exchange, in catalogue order
     */
    public static Custody of(
            VaultStore vault,
            AccountStore accounts,
            SettingTable settings,
            AuditTrail trail,
            Clock clock,
            List<KeyCheck> checks) {
        return of(vault, accounts, settings, trail, clock, checks, KdfCost::tune);
    }

    /** With another cost of a new vault. */
    static Custody of(
            VaultStore vault,
            AccountStore accounts,
            SettingTable settings,
            AuditTrail trail,
            Clock clock,
            List<KeyCheck> checks,
            Supplier<KdfCost> cost) {
        Strongroom room = new Strongroom(
                vault, trail, () -> Instant.ofEpochMilli(TimeUnit.NANOSECONDS.toMillis(clock.nowNanos())), cost);
        return new Custody(room, new KeyUse(room, clock), accounts, settings, checks, clock);
    }

    /** {@return passphrase, lock and seal} */
    public SecurityDesk security() {
        return security;
    }

    /** {@return accounts and their keys} */
    public AccountsDesk accounts() {
        return accounts;
    }

    /** Has something stop before keys are wiped or taken away, until the registration is closed. */
    public Watch stopping(Sealing sealing) {
        return accounts.stopping(sealing);
    }

    /**
     * {@return the key of an account, for a connector; it signs until the vault is sealed}
     *
     * @throws dev.tradewind.app.job.RefusedException if the account may not trade now, in words
     */
    public Credentials credentials(int account) {
        return accounts.credentials(account);
    }

    @Override
    public void close() {
        use.flush();
        accounts.sealed();
        room.vault().ifPresent(vault -> vault.close());
    }
}
