package dev.tradewind.app.custody;

import dev.tradewind.app.custody.SecurityDesk.Watch;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.kernel.Clock;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.vault.Opening;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.AccountRow;
import dev.tradewind.venue.Credentials;
import dev.tradewind.venue.KeyCheck;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyReport.Outcome;
import dev.tradewind.venue.KeyScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accounts as rows of the store, their keys in the vault. */
final class KeyAccountsDesk implements AccountsDesk {

    private static final Logger LOG = LoggerFactory.getLogger(KeyAccountsDesk.class);

    private static final long NANOS = 1_000_000_000L;

    private final Strongroom room;
    private final AccountKeys keys;
    private final List<KeyCheck> checks;
    private final Clock clock;
    private final WaitingKeys waiting = new WaitingKeys();
    private final Arms arms = new Arms();
    private final List<Sealing> sealings = new CopyOnWriteArrayList<>();

    KeyAccountsDesk(Strongroom room, AccountKeys keys, List<KeyCheck> checks, Clock clock) {
        this.room = room;
        this.keys = keys;
        this.checks = List.copyOf(checks);
        this.clock = clock;
    }

    /** What is stopped before keys go. */
    Watch stopping(Sealing sealing) {
        sealings.add(sealing);
        return () -> sealings.remove(sealing);
    }

    /** Stops what trades with one account, or with any. */
    void stop(Optional<String> account, String reason) {
        sealings.forEach(sealing -> sealing.stop(account, reason));
    }

    /** Forgets what was armed and wipes what waits to be sealed. */
    void sealed() {
        arms.forgetAll();
        waiting.wipe();
    }

    @Override
    public List<Account> accounts() {
        List<Account> accounts = new ArrayList<>();
        for (AccountRow row : Strongroom.told(keys::rows)) {
            accounts.add(account(row));
        }
        accounts.sort(Comparator.comparing(Account::label).thenComparing(Account::kind).thenComparing(Account::name));
        accounts.addFirst(paper());
        return accounts;
    }

    private static Account paper() {
        return new Account(
                0, "Paper", "", "Paper", AccountKind.PAPER, Optional.empty(), "", "", Standing.READY, Arming.WITH_THE_VAULT,
                Optional.empty(), Optional.empty(), Instant.EPOCH);
    }

    private Account account(AccountRow row) {
        return new Account(
                row.id(), row.name(), row.exchange(), label(row.exchange()), row.kind(), Optional.of(row.scheme()),
                row.keyHint(), row.publicKey(), standing(row), AccountText.arming(row), row.report(), row.triedAt(),
                row.added());
    }

    private String label(String exchange) {
        return checks.stream()
                .filter(check -> check.exchange().equals(exchange))
                .map(KeyCheck::label)
                .findFirst()
                .orElse(exchange);
    }

    private Standing standing(AccountRow row) {
        boolean trusted = row.report()
                .filter(report -> report.outcome() == Outcome.ACCEPTED && !report.withdraws())
                .isPresent();
        if (!row.enabled()) {
            return Standing.DISABLED;
        }
        if (!trusted || !keys.has(row.id())) {
            return Standing.KEY_TROUBLE;
        }
        if (!room.isOpen()) {
            return Standing.SEALED;
        }
        return arms.armed(row) ? Standing.READY : Standing.NOT_ARMED;
    }

    @Override
    public List<Exchange> exchanges() {
        return checks.stream()
                .map(check -> new Exchange(
                        check.exchange(), check.label(), check.kinds(), List.copyOf(check.schemes())))
                .toList();
    }

    @Override
    public Watch watch(Runnable changed) {
        return room.watch(changed);
    }

    private KeyCheck check(String exchange, AccountKind kind, KeyScheme scheme) {
        KeyCheck check = checks.stream()
                .filter(one -> one.exchange().equals(exchange))
                .findFirst()
                .orElseThrow(() -> new RefusedException("Exchange '" + exchange + "' is not known here; there are: "
                        + String.join(", ", checks.stream().map(KeyCheck::exchange).toList()) + "."));
        if (!check.kinds().contains(kind)) {
            throw new RefusedException(check.label() + " has no " + kind + " accounts; it has " + check.kinds() + ".");
        }
        if (!check.schemes().contains(scheme)) {
            throw new RefusedException(check.label() + " does not sign by " + scheme + "; it takes " + check.schemes() + ".");
        }
        return check;
    }

    @Override
    public KeyPairOffer offerKeyPair(String exchange, AccountKind kind) {
        check(exchange, kind, KeyScheme.ED25519);
        return waiting.offer(exchange, kind);
    }

    @Override
    public TriedKey tryKey(NewKey pasted) {
        try {
            KeyCheck check = check(pasted.exchange(), pasted.kind(), pasted.scheme());
            WaitingKey key = WaitingKey.of(pasted, waiting.pair(pasted));
            boolean kept = false;
            try {
                KeyReport report = tried(check, key.kind(), key, "a new key …" + key.hint());
                refuse(check, report);
                TriedKey told = waiting.keep(
                        new WaitingKeys.Tried(key, report, now(), pasted.offer().map(KeyPairOffer::id)),
                        AccountText.warnings(key.kind(), check.label(), report));
                kept = true;
                return told;
            } finally {
                if (!kept) {
                    key.close();
                }
            }
        } finally {
            Arrays.fill(pasted.apiKey(), '\0');
            Arrays.fill(pasted.secret(), '\0');
        }
    }

    /** Asks the exchange, outside any turn since it may take long, and writes down what it says. */
    private KeyReport tried(KeyCheck check, AccountKind kind, Credentials key, String subject) {
        KeyReport report = asked(check, kind, key);
        room.doing(() -> room.record(new AuditEntry(
                Actor.USER, "key.tried", subject, "", check.exchange() + " " + kind + " " + AccountText.report(report))));
        return report;
    }

    private static KeyReport asked(KeyCheck check, AccountKind kind, Credentials key) {
        try {
            return check.check(kind, key);
        } catch (RuntimeException e) {
            // its message is a stranger's, and might quote what was sent
            LOG.warn("Trying a key at {} failed with a {}.", check.label(), e.getClass().getName());
            return new KeyReport(Outcome.UNREACHABLE, Set.of(), false, "Trying it failed, which is a fault in Tradewind.");
        }
    }

    private static void refuse(KeyCheck check, KeyReport report) {
        if (report.withdraws()) {
            throw new RefusedException(AccountText.withdraws(check.label()));
        }
        if (report.outcome() == Outcome.REFUSED) {
            throw new RefusedException(report.detail().isBlank() ? check.label() + " refused the key." : report.detail());
        }
    }

    private Instant now() {
        long nanos = clock.nowNanos();
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    @Override
    public Account seal(TriedKey triedKey, String name, Arming arming) {
        return changed(() -> room.turn(() -> {
            room.opened();
            WaitingKeys.Tried tried = waiting.tried(triedKey.id());
            WaitingKey key = tried.key();
            AccountRow row = new AccountRow(
                    keys.nextId(), AccountText.name(name, 0, key.exchange(), keys.rows()), key.exchange(), key.kind(),
                    key.scheme(), key.hint(), key.signer().publicPem().orElse(""), true,
                    arming == Arming.WITH_THE_VAULT, Optional.of(tried.report()), Optional.of(tried.at()), now(), false);
            keys.add(row, key);
            waiting.sealed(triedKey.id());
            return account(row);
        }));
    }

    @Override
    public void forget(TriedKey tried) {
        waiting.forget(tried.id());
    }

    @Override
    public void withdraw(KeyPairOffer offer) {
        waiting.withdraw(offer.id());
    }

    @Override
    public Account tryAgain(int account) {
        AccountRow before = row(account);
        room.opened();
        KeyCheck check = check(before.exchange(), before.kind(), before.scheme());
        Credentials key = Strongroom.told(() -> keys.credentials(account, before.scheme()));
        KeyReport report = tried(check, before.kind(), key, AccountText.subject(account));
        boolean known = before.report().filter(last -> last.outcome() != Outcome.UNREACHABLE).isPresent();
        if (report.outcome() == Outcome.UNREACHABLE && known) {
            throw new RefusedException(check.label() + " was not reached; what it said of the key before stays. "
                    + report.detail());
        }
        return changed(() -> room.turn(() -> {
            AccountRow row = present(account).tried(report, now());
            keys.update(row);
            if (standing(row) == Standing.KEY_TROUBLE) {
                stop(Optional.of(row.name()), "the key of " + row.name() + " is in trouble: " + report.detail());
            }
            return account(row);
        }));
    }

    private AccountRow row(int account) {
        return Strongroom.told(() -> present(account));
    }

    private AccountRow present(int account) {
        if (account == 0) {
            throw new RefusedException("The paper account comes with the program; it has no key and stays as it is.");
        }
        return keys.rows().stream()
                .filter(row -> row.id() == account)
                .findFirst()
                .orElseThrow(() -> new RefusedException("There is no account " + account + "."));
    }

    private <T> T changed(Supplier<T> change) {
        try {
            return change.get();
        } finally {
            room.changed();
        }
    }

    /** Changes an account once that is written down. */
    private void change(String action, AccountRow before, AccountRow after) {
        room.writtenDown(
                new AuditEntry(
                        Actor.USER, action, AccountText.subject(before.id()), AccountText.line(before),
                        AccountText.line(after)),
                () -> keys.update(after));
    }

    @Override
    public void rename(int account, String name) {
        changed(() -> room.turn(() -> {
            AccountRow row = present(account);
            String other = AccountText.name(name, account, row.exchange(), keys.rows());
            if (!other.equals(row.name())) {
                change("account.renamed", row, row.named(other));
            }
            return row;
        }));
    }

    @Override
    public void enable(int account, boolean enabled) {
        changed(() -> room.turn(() -> {
            AccountRow row = present(account);
            if (row.enabled() != enabled) {
                if (!enabled) {
                    stop(Optional.of(row.name()), "you took account " + row.name() + " out of use");
                }
                change(enabled ? "account.enabled" : "account.disabled", row, row.enabled(enabled));
            }
            return row;
        }));
    }

    @Override
    public void delete(int account, char[] passphrase, Optional<Path> keyFile) {
        try (Opening.Factors factors = KeyFiles.factors(passphrase, keyFile)) {
            changed(() -> room.turn(() -> {
                AccountRow row = present(account);
                boolean wasOpen = room.isOpen();
                room.check(factors);
                stop(Optional.of(row.name()), "you deleted account " + row.name());
                if (!wasOpen) {
                    // its record can only be taken out of a vault whose every byte is known to be right
                    room.unseal(factors);
                }
                try {
                    keys.delete(row);
                } finally {
                    if (!wasOpen) {
                        room.present().seal();
                    }
                }
                arms.forget(account);
                return row;
            }));
        }
    }

    @Override
    public void arm(int account, char[] passphrase, Optional<Path> keyFile) {
        try (Opening.Factors factors = KeyFiles.factors(passphrase, keyFile)) {
            changed(() -> room.turn(() -> {
                AccountRow row = present(account);
                armable(row);
                room.check(factors);
                record("account.armed", row, "not armed", "armed");
                arms.arm(account);
                return row;
            }));
        }
    }

    private void armable(AccountRow row) {
        if (row.kind() != AccountKind.LIVE) {
            throw new RefusedException("Only live accounts are armed; " + row.name() + " is a " + row.kind()
                    + " account and trades without.");
        }
        switch (standing(row)) {
            case SEALED -> throw new RefusedException("The vault is sealed; unlock it first, then arm " + row.name() + ".");
            case DISABLED -> throw new RefusedException(row.name() + " is out of use; enable it first.");
            case KEY_TROUBLE -> throw new RefusedException("The key of " + row.name() + " cannot be used; try it again, and"
                    + " arm the account once it was accepted.");
            case READY, NOT_ARMED -> { }
        }
    }

    private void record(String action, AccountRow row, String before, String after) {
        room.record(new AuditEntry(
                Actor.USER, action, AccountText.subject(row.id()), row.name() + ": " + before, row.name() + ": " + after));
    }

    /** What must not trade is stopped also where that cannot be written down. */
    @Override
    public void disarm(int account) {
        changed(() -> room.turn(() -> {
            AccountRow row = present(account);
            if (row.kind() == AccountKind.LIVE && arms.armed(row)) {
                arms.disarm(account);
                stop(Optional.of(row.name()), "you disarmed account " + row.name());
                record("account.disarmed", row, "armed", "not armed");
            }
            return row;
        }));
    }

    @Override
    public void arming(int account, Arming arming, char[] passphrase, Optional<Path> keyFile) {
        boolean byVault = arming == Arming.WITH_THE_VAULT;
        try (Opening.Factors factors = KeyFiles.factors(byVault ? passphrase : new char[] {'-'}, keyFile)) {
            changed(() -> room.turn(() -> {
                AccountRow row = present(account);
                if (row.armedByVault() == byVault) {
                    return row;
                }
                if (byVault) {
                    room.check(factors);
                } else if (row.kind() == AccountKind.LIVE && arms.armed(row)) {
                    // what was armed stays so until the next start
                    arms.arm(account);
                }
                change("account.arming.changed", row, row.armedByVault(byVault));
                return row;
            }));
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /**
     * {@return the key of an account that may trade}
     *
     * @throws RefusedException if it may not, in words
     */
    Credentials credentials(int account) {
        AccountRow row = row(account);
        return switch (standing(row)) {
            case READY -> Strongroom.told(() -> keys.credentials(account, row.scheme()));
            case NOT_ARMED -> throw new RefusedException(row.name() + " is a live account and not armed; arm it first.");
            case SEALED -> throw new RefusedException("The vault is sealed; unlock it with the passphrase first.");
            case DISABLED -> throw new RefusedException(row.name() + " is out of use; enable it first.");
            case KEY_TROUBLE -> throw new RefusedException("The key of " + row.name() + " cannot be used; try it again.");
        };
    }
}
