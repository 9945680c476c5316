package dev.tradewind.ui;

import dev.tradewind.app.custody.AccountsDesk;
import dev.tradewind.app.custody.SecurityDesk.Watch;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyReport.Outcome;
import dev.tradewind.venue.KeyReport.Right;
import dev.tradewind.venue.KeyScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Accounts as a person may have them, an exchange that answers what a test wants, and what was asked of both. */
public final class FakeAccountsDesk implements AccountsDesk {

    /** A public half as {@code openssl pkey -pubout} writes one. */
    public static final String PUBLIC_KEY = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
            -----END PUBLIC KEY-----
            """;

    /** Reads and trades spot, from listed addresses. */
    public static final KeyReport GOOD = new KeyReport(
            Outcome.ACCEPTED, EnumSet.of(Right.READ, Right.TRADE_SPOT), true, "");

    public final List<Account> accounts = new CopyOnWriteArrayList<>();
    /** What was asked, in words, without secrets. */
    public final List<String> asked = new CopyOnWriteArrayList<>();
    /** The secrets handed over, as they were before they were wiped. */
    public final List<String> secrets = new CopyOnWriteArrayList<>();
    /** The arrays handed over, which must be blank once the call is over. */
    public final List<char[]> handed = new CopyOnWriteArrayList<>();
    public volatile KeyReport answer = GOOD;
    public volatile List<String> warnings = List.of();
    public volatile String refusal = "";
    public volatile String passphrase = "correct horse";
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private long ids = 100;

    /** {@return a desk with one account in every standing} */
    public static FakeAccountsDesk filled() {
        FakeAccountsDesk desk = new FakeAccountsDesk();
        desk.accounts.add(paper());
        desk.accounts.add(account(2, "Main", AccountKind.LIVE, KeyScheme.ED25519, "x7Qa", Standing.NOT_ARMED,
                Optional.of(new KeyReport(
                        Outcome.ACCEPTED, EnumSet.of(Right.READ, Right.TRADE_SPOT, Right.TRADE_FUTURES), true, ""))));
        desk.accounts.add(account(3, "Long-term savings", AccountKind.LIVE, KeyScheme.HMAC_SHA256, "9fKd",
                Standing.READY,
                Optional.of(new KeyReport(
                        Outcome.ACCEPTED, EnumSet.of(Right.READ, Right.TRADE_SPOT), false, "expires 19 Feb 2027"))));
        desk.accounts.add(account(4, "Old desk", AccountKind.LIVE, KeyScheme.HMAC_SHA256, "Tt01", Standing.KEY_TROUBLE,
                Optional.of(new KeyReport(Outcome.REFUSED, Set.of(), false,
                        "Invalid API-key, IP, or permissions for action (-2015)"))));
        desk.accounts.add(account(5, "Futures test", AccountKind.TESTNET, KeyScheme.ED25519, "mm3Z", Standing.DISABLED,
                Optional.of(new KeyReport(Outcome.ACCEPTED, EnumSet.of(Right.READ, Right.TRADE_FUTURES), false, ""))));
        desk.accounts.add(account(6, "Rehearsal", AccountKind.PRACTICE, KeyScheme.ED25519, "aB4c", Standing.SEALED,
                Optional.empty()));
        return desk;
    }

    private static Account paper() {
        return new Account(1, "Paper", "", "Tradewind", AccountKind.PAPER, Optional.empty(), "", "", Standing.READY,
                Arming.WITH_THE_VAULT, Optional.empty(), Optional.empty(), Instant.parse("2024-08-01T08:00:00Z"));
    }

    private static Account account(
            int id, String name, AccountKind kind, KeyScheme scheme, String hint, Standing standing,
            Optional<KeyReport> report) {
        return new Account(id, name, "binance", "Binance", kind, Optional.of(scheme), hint,
                scheme == KeyScheme.ED25519 ? PUBLIC_KEY : "", standing,
                kind == AccountKind.LIVE && id != 3 ? Arming.EACH_START : Arming.WITH_THE_VAULT, report,
                report.map(said -> Instant.parse("2024-08-05T14:02:11Z")), Instant.parse("2024-07-02T09:30:00Z"));
    }

    @Override
    public List<Account> accounts() {
        return List.copyOf(accounts);
    }

    @Override
    public List<Exchange> exchanges() {
        return List.of(new Exchange(
                "binance", "Binance", EnumSet.of(AccountKind.LIVE, AccountKind.TESTNET, AccountKind.PRACTICE),
                List.of(KeyScheme.ED25519, KeyScheme.HMAC_SHA256)));
    }

    @Override
    public Watch watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    private void changed() {
        watchers.forEach(Runnable::run);
    }

    @Override
    public KeyPairOffer offerKeyPair(String exchange, AccountKind kind) {
        refuse();
        asked.add("offer " + exchange + " " + kind);
        return new KeyPairOffer(++ids, PUBLIC_KEY);
    }

    @Override
    public TriedKey tryKey(NewKey key) {
        take(key.apiKey());
        take(key.secret());
        asked.add("try " + key.exchange() + " " + key.kind() + " " + key.scheme()
                + (key.offer().isPresent() ? " with a pair made here" : ""));
        refuse();
        if (answer.withdraws()) {
            throw new RefusedException(
                    "This key may withdraw, so it is not taken: whoever got hold of it could empty the"
                    + " account. Nothing was kept.");
        }
        return new TriedKey(++ids, answer, warnings);
    }

    private void take(char[] secret) {
        secrets.add(new String(secret));
        handed.add(secret);
        Arrays.fill(secret, '\0');
    }

    private void refuse() {
        if (!refusal.isEmpty()) {
            throw new RefusedException(refusal);
        }
    }

    @Override
    public Account seal(TriedKey tried, String name, Arming arming) {
        refuse();
        asked.add("seal " + name + " " + arming);
        Account made = new Account((int) ++ids, name, "binance", "Binance", AccountKind.LIVE,
                Optional.of(KeyScheme.ED25519),
                "k3Yy", PUBLIC_KEY, Standing.NOT_ARMED, arming, Optional.of(tried.report()),
                Optional.of(Instant.parse("2024-08-05T14:20:00Z")), Instant.parse("2024-08-05T14:20:00Z"));
        accounts.add(made);
        changed();
        return made;
    }

    @Override
    public void forget(TriedKey tried) {
        asked.add("forget");
    }

    @Override
    public void withdraw(KeyPairOffer offer) {
        asked.add("withdraw");
    }

    @Override
    public Account tryAgain(int account) {
        asked.add("try again " + account);
        refuse();
        return change(account, Standing.READY, Optional.of(answer));
    }

    private Account change(int account, Standing standing, Optional<KeyReport> report) {
        Account old = find(account);
        Account now = new Account(old.id(), old.name(), old.exchange(), old.label(), old.kind(), old.scheme(),
                old.keyHint(),
                old.publicKey(), standing, old.arming(), report, old.triedAt(), old.added());
        accounts.set(accounts.indexOf(old), now);
        changed();
        return now;
    }

    private Account find(int account) {
        return accounts.stream().filter(each -> each.id() == account).findFirst().orElseThrow();
    }

    @Override
    public void rename(int account, String name) {
        asked.add("rename " + account + " " + name);
        refuse();
        Account old = find(account);
        accounts.set(accounts.indexOf(old), new Account(old.id(), name, old.exchange(), old.label(), old.kind(),
                old.scheme(),
                old.keyHint(), old.publicKey(), old.standing(), old.arming(), old.report(), old.triedAt(),
                        old.added()));
        changed();
    }

    @Override
    public void enable(int account, boolean enabled) {
        asked.add((enabled ? "enable " : "disable ") + account);
        refuse();
        change(account, enabled ? Standing.NOT_ARMED : Standing.DISABLED, find(account).report());
    }

    private void check(char[] given) {
        String said = new String(given);
        take(given);
        if (!said.equals(passphrase)) {
            throw new RefusedException("That is not the passphrase. The next try is taken in 2 seconds.");
        }
    }

    @Override
    public void delete(int account, char[] given, Optional<Path> keyFile) {
        check(given);
        asked.add("delete " + account);
        accounts.remove(find(account));
        changed();
    }

    @Override
    public void arm(int account, char[] given, Optional<Path> keyFile) {
        check(given);
        asked.add("arm " + account);
        change(account, Standing.READY, find(account).report());
    }

    @Override
    public void disarm(int account) {
        asked.add("disarm " + account);
        change(account, Standing.NOT_ARMED, find(account).report());
    }

    @Override
    public void arming(int account, Arming arming, char[] given, Optional<Path> keyFile) {
        check(given);
        asked.add("arming " + account + " " + arming);
    }

    /** {@return what was asked, and forgets it} */
    public List<String> takeAsked() {
        List<String> all = new ArrayList<>(asked);
        asked.clear();
        return all;
    }
}
