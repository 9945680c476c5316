package dev.tradewind.app.custody;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.AccountsDesk.Arming;
import dev.tradewind.app.custody.AccountsDesk.KeyPairOffer;
import dev.tradewind.app.custody.AccountsDesk.NewKey;
import dev.tradewind.app.custody.AccountsDesk.Standing;
import dev.tradewind.app.custody.AccountsDesk.TriedKey;
import dev.tradewind.app.custody.SecurityDesk.Cause;
import dev.tradewind.app.custody.SecurityDesk.LockPolicy;
import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.kernel.Rng;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.AccountRow;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyReport.Outcome;
import dev.tradewind.venue.KeyReport.Right;
import dev.tradewind.venue.KeyScheme;
import dev.tradewind.venue.KeysSealedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Anything, in any order, with any argument: it works or is refused in words, and vault and accounts fit together. */
class CustodyFuzzTest {

    private static final int ROUNDS = 2_500;
    private static final String[] TEXTS = {
        "", " ", "a", "Main", "mAIN", "\u0000", "\n", "ü".repeat(41), "x".repeat(5_000), "-----BEGIN PRIVATE KEY-----",
        "public-key-0123456789", "\ud800", "12345678", Custodian.OTHER
    };

    private final Custodian custodian = new Custodian().withVault();
    private final List<TriedKey> tried = new ArrayList<>();
    private final List<KeyPairOffer> offers = new ArrayList<>();
    private final List<char[]> given = new ArrayList<>();

    private static <T> T any(Rng rng, T[] all) {
        return all[rng.nextInt(all.length)];
    }

    private char[] chars(Rng rng) {
        char[] text = (rng.nextInt(3) == 0 ? any(rng, TEXTS) : Custodian.PASSPHRASE).toCharArray();
        given.add(text);
        return text;
    }

    @Test
    void whateverIsDoneWorksOrIsRefused() {
        long seed = 606;
        Rng rng = new Rng(seed);
        int worked = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String where = "seed " + seed + ", round " + round;
            custodian.trailFails = rng.nextInt(40) == 0;
            custodian.nowNanos += TimeUnit.MINUTES.toNanos(rng.nextInt(20));
            given.clear();
            try {
                act(rng);
                worked++;
            } catch (RefusedException e) {
                assertThat(e.getMessage()).as(where).isNotBlank().doesNotContain(Custodian.PASSPHRASE);
            } catch (KeysSealedException e) {
                assertThat(custodian.trailFails).as(where + ": " + e.getMessage()).isTrue();
            }
            for (char[] text : given) {
                assertThat(text).as("what was handed over is wiped, " + where).isEqualTo(new char[text.length]);
            }
            custodian.trailFails = false;
            check(where);
        }
        assertThat(worked).as("seed %d", seed).isBetween(ROUNDS / 4, ROUNDS * 9 / 10);
    }

    private void act(Rng rng) {
        SecurityDesk security = custodian.security();
        AccountsDesk accounts = custodian.accounts();
        Optional<Path> keyFile = rng.nextInt(20) == 0 ? Optional.of(Path.of("no-such-file")) : Optional.empty();
        int account = rng.nextInt(8) - 1;
        switch (rng.nextInt(24)) {
            case 0 -> security.create(chars(rng), any(rng, TEXTS), keyFile);
            case 1, 2, 3 -> security.unlock(chars(rng), keyFile);
            case 4 -> security.unlockScreen(chars(rng), keyFile);
            case 5 -> security.lockScreen(any(rng, Cause.values()));
            case 6 -> security.seal(any(rng, Cause.values()));
            case 7 -> security.rotate(chars(rng), keyFile);
            case 8 -> security.recover(chars(rng), Custodian.PASSPHRASE.toCharArray(), any(rng, TEXTS));
            case 9 -> Arrays.fill(security.recoveryCode(chars(rng), keyFile), '\0');
            case 10 -> accounts.rename(account, any(rng, TEXTS));
            case 11 -> accounts.enable(account, rng.nextInt(3) > 0);
            case 12 -> accounts.delete(account, chars(rng), keyFile);
            case 13, 14 -> accounts.arm(account, chars(rng), keyFile);
            case 15 -> accounts.disarm(account);
            case 16 -> accounts.arming(account, any(rng, Arming.values()), chars(rng), keyFile);
            case 17 -> accounts.tryAgain(account);
            case 18 -> offers.add(accounts.offerKeyPair(rng.nextInt(9) == 0 ? "mtgox" : "fake", any(rng, AccountKind.values())));
            case 19, 20 -> tryKey(rng, accounts);
            case 21, 22 -> accounts.seal(
                    tried.isEmpty() ? new TriedKey(99, Custodian.GOOD, List.of()) : tried.get(rng.nextInt(tried.size())),
                    rng.nextInt(3) == 0 ? any(rng, TEXTS) : "name " + rng.nextInt(1_000), any(rng, Arming.values()));
            default -> assertThat(custodian.custody.credentials(account).sign(new byte[rng.nextInt(99)])).isNotEmpty();
        }
        if (rng.nextInt(60) == 0) {
            custodian.start();
        }
    }

    private void tryKey(Rng rng, AccountsDesk accounts) {
        EnumSet<Right> rights = EnumSet.noneOf(Right.class);
        for (Right right : Right.values()) {
            if (rng.nextInt(right == Right.WITHDRAW ? 9 : 2) == 0) {
                rights.add(right);
            }
        }
        custodian.exchange.says = new KeyReport(any(rng, Outcome.values()), rights, rng.nextInt(2) == 0, any(rng, TEXTS));
        Optional<KeyPairOffer> offer = offers.isEmpty() || rng.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(offers.get(rng.nextInt(offers.size())));
        char[] apiKey = ("public-" + rng.nextInt(1_000) + "-0123456789").toCharArray();
        given.add(apiKey);
        tried.add(accounts.tryKey(new NewKey(
                "fake", any(rng, new AccountKind[] {AccountKind.LIVE, AccountKind.TESTNET}),
                offer.isPresent() ? KeyScheme.ED25519 : KeyScheme.HMAC_SHA256, apiKey, chars(rng), offer)));
    }

    private void check(String where) {
        boolean open = custodian.security().state().vault() == VaultState.OPEN;
        Set<String> names = new HashSet<>();
        for (Account account : custodian.accounts().accounts()) {
            assertThat(names.add(account.name().toLowerCase(Locale.ROOT))).as(where).isTrue();
            if (account.kind() != AccountKind.PAPER && account.standing() == Standing.READY) {
                assertThat(open).as(where).isTrue();
                assertThat(account.report().orElseThrow().withdraws()).as(where).isFalse();
            }
        }
        for (AccountRow row : custodian.rows.rows()) {
            assertThat(row.leaving()).as(where).isFalse();
        }
    }

    @Test
    void anySettingIsReadAsAPolicy() {
        long seed = 607;
        Rng rng = new Rng(seed);
        String[] values = {"", "LOCK", "SEAL", "NOTHING", "lock", "-1", "0", "15", "1440", "1441", "99999999999", "\u0000", "ü"};
        for (int round = 0; round < 500; round++) {
            custodian.settings.clear();
            for (String name : List.of("lock.idleMinutes", "lock.onIdle", "lock.onSleep", "lock.", "lock.other")) {
                if (rng.nextInt(4) > 0) {
                    custodian.settings.put(name, values[rng.nextInt(values.length)]);
                }
            }
            custodian.start();
            LockPolicy policy = custodian.security().state().policy();
            assertThat(policy.idleMinutes()).as("seed %d, %s", seed, custodian.settings).isBetween(0, 1_440);
        }
    }
}
