package dev.tradewind.app.custody;

import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.AccountsDesk.Arming;
import dev.tradewind.app.custody.AccountsDesk.NewKey;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.settings.SettingTable;
import dev.tradewind.vault.KdfCost;
import dev.tradewind.vault.VaultStore;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.AccountRow;
import dev.tradewind.venue.AccountStore;
import dev.tradewind.venue.Credentials;
import dev.tradewind.venue.KeyCheck;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyReport.Outcome;
import dev.tradewind.venue.KeyReport.Right;
import dev.tradewind.venue.KeyScheme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A data folder in memory with the keys over it, and an exchange that says of a key what a test wants. */
final class Custodian {

    static final String PASSPHRASE = "tram-quartz-lobster-9";
    static final String OTHER = "granite-violin-oyster-4";
    static final KeyReport GOOD = new KeyReport(
            Outcome.ACCEPTED, EnumSet.of(Right.READ, Right.TRADE_SPOT), true, "");
    static final KeyReport UNREACHED = new KeyReport(Outcome.UNREACHABLE, Set.of(), false, "No answer in 10 s.");

    private static final KdfCost CHEAP = KdfCost.guardingNothing(64, 1, 1);

    final Cut cut = new Cut();
    final MemoryVault vault = new MemoryVault();
    final MemoryAccounts rows = new MemoryAccounts();
    final Map<String, String> settings = new TreeMap<>();
    final List<AuditEntry> trail = new ArrayList<>();
    final List<String> stopped = new ArrayList<>();
    final FakeCheck exchange = new FakeCheck();
    boolean trailFails;
    long nowNanos = TimeUnit.DAYS.toNanos(20_000);
    Custody custody = start();

    /** Starts the program again over what is stored. */
    Custody start() {
        SettingTable table = new SettingTable() {
            @Override
            public Map<String, String> values(String prefix) {
                Map<String, String> found = new TreeMap<>(settings);
                found.keySet().removeIf(name -> !name.startsWith(prefix));
                return found;
            }

            @Override
            public void put(Map<String, String> values) {
                cut.step();
                settings.putAll(values);
            }
        };
        custody = Custody.of(vault, rows, table, this::record, () -> nowNanos, List.of(exchange), () -> CHEAP);
        custody.stopping((account, reason) -> stopped.add(account.orElse("all") + ": " + reason));
        return custody;
    }

    private void record(AuditEntry entry) {
        if (trailFails) {
            throw new AuditException("The audit trail cannot be written: no space left on device.");
        }
        cut.step();
        trail.add(entry);
    }

    SecurityDesk security() {
        return custody.security();
    }

    AccountsDesk accounts() {
        return custody.accounts();
    }

    static char[] passphrase() {
        return PASSPHRASE.toCharArray();
    }

    Custodian withVault() {
        security().create(passphrase(), "", Optional.empty());
        return this;
    }

    void unlock() {
        security().unlock(passphrase(), Optional.empty());
    }

    /** {@return an HMAC key as pasted} */
    static NewKey pasted(AccountKind kind, String apiKey, String secret) {
        return new NewKey(
                "fake", kind, KeyScheme.HMAC_SHA256, apiKey.toCharArray(), secret.toCharArray(), Optional.empty());
    }

    /** Adds an account whose key the exchange takes. */
    Account added(String name, AccountKind kind) {
        return accounts().seal(
                accounts().tryKey(pasted(kind, "public-" + name + "-0123456789", "secret-" + name)), name, Arming.EACH_START);
    }

    Account account(int id) {
        return accounts().accounts().stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    /** {@return the actions of the trail, without those before a point} */
    List<String> actions(int from) {
        return trail.subList(from, trail.size()).stream().map(AuditEntry::action).toList();
    }

    /** A vault in memory, which steps lose. */
    final class MemoryVault implements VaultStore {

        private byte @Nullable [] stored;
        private byte @Nullable [] tries;

        @Override
        public Optional<byte[]> read() {
            return Optional.ofNullable(stored).map(byte[]::clone);
        }

        @Override
        public void replace(byte[] next) {
            cut.step();
            stored = next.clone();
        }

        @Override
        public Optional<byte[]> readTries() {
            return Optional.ofNullable(tries).map(byte[]::clone);
        }

        @Override
        public void replaceTries(byte[] noted) {
            tries = noted.clone();
        }

        /** Breaks it, or heals it again. */
        void flipFirstByte() {
            stored[0] ^= 1;
        }
    }

    /** Accounts in memory, which steps lose. */
    final class MemoryAccounts implements AccountStore {

        private final Map<Integer, AccountRow> kept = new TreeMap<>();
        private int last;

        @Override
        public List<AccountRow> rows() {
            return List.copyOf(kept.values());
        }

        @Override
        public Set<Integer> ids() {
            return new LinkedHashSet<>(kept.keySet());
        }

        @Override
        public int nextId() {
            return last + 1;
        }

        @Override
        public void add(AccountRow row) {
            cut.step();
            if (kept.putIfAbsent(row.id(), row) != null) {
                throw new IllegalArgumentException("account " + row.id() + " is there already");
            }
            last = Math.max(last, row.id());
        }

        @Override
        public void update(AccountRow row) {
            cut.step();
            if (kept.replace(row.id(), row) == null) {
                throw new IllegalArgumentException("there is no account " + row.id());
            }
        }

        @Override
        public boolean delete(int id) {
            cut.step();
            kept.remove(id);
            return true;
        }

        @Override
        public boolean overwrite() {
            return true;
        }
    }

    /** An exchange. */
    static final class FakeCheck implements KeyCheck {

        KeyReport says = GOOD;
        boolean breaks;
        String seenApiKey = "";
        byte[] seenSignature = new byte[0];

        @Override
        public String exchange() {
            return "fake";
        }

        @Override
        public String label() {
            return "Fake Exchange";
        }

        @Override
        public Set<AccountKind> kinds() {
            return EnumSet.of(AccountKind.LIVE, AccountKind.TESTNET);
        }

        @Override
        public Set<KeyScheme> schemes() {
            return EnumSet.allOf(KeyScheme.class);
        }

        @Override
        public KeyReport check(AccountKind kind, Credentials credentials) {
            if (breaks) {
                throw new IllegalStateException("broken");
            }
            seenApiKey = new String(credentials.apiKey(), StandardCharsets.US_ASCII);
            seenSignature = credentials.sign("ping".getBytes(StandardCharsets.US_ASCII));
            return says;
        }
    }
}
