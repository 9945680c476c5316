package dev.tradewind.app.custody;

import static dev.tradewind.app.custody.Custodian.GOOD;
import static dev.tradewind.app.custody.Custodian.OTHER;
import static dev.tradewind.app.custody.Custodian.UNREACHED;
import static dev.tradewind.app.custody.Custodian.passphrase;
import static dev.tradewind.app.custody.Custodian.pasted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.AccountsDesk.Arming;
import dev.tradewind.app.custody.AccountsDesk.Exchange;
import dev.tradewind.app.custody.AccountsDesk.KeyPairOffer;
import dev.tradewind.app.custody.AccountsDesk.NewKey;
import dev.tradewind.app.custody.AccountsDesk.Standing;
import dev.tradewind.app.custody.AccountsDesk.TriedKey;
import dev.tradewind.app.custody.SecurityDesk.Cause;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.Credentials;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyReport.Outcome;
import dev.tradewind.venue.KeyReport.Right;
import dev.tradewind.venue.KeyScheme;
import dev.tradewind.venue.KeysSealedException;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AccountsDeskTest {

    private final Custodian custodian = new Custodian().withVault();

    private AccountsDesk desk() {
        return custodian.accounts();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aPastedKeyIsTriedSealedAndSignsAfterARestart() {
        Account paper = desk().accounts().getFirst();
        assertThat(paper.kind()).isEqualTo(AccountKind.PAPER);
        assertThat(paper.standing()).isEqualTo(Standing.READY);
        assertThat(desk().exchanges()).containsExactly(new Exchange(
                "fake", "Fake Exchange", Set.of(AccountKind.LIVE, AccountKind.TESTNET),
                List.of(KeyScheme.HMAC_SHA256, KeyScheme.ED25519)));

        NewKey pasted = pasted(AccountKind.TESTNET, " Jefe-0123456789ab\n", "\tJefe ");
        TriedKey tried = desk().tryKey(pasted);
        assertThat(tried.warnings()).isEmpty();
        assertThat(custodian.exchange.seenApiKey).isEqualTo("Jefe-0123456789ab");
        assertThat(pasted.apiKey()).containsOnly('\0');
        assertThat(pasted.secret()).containsOnly('\0');
        Account added = desk().seal(tried, " Main ", Arming.EACH_START);
        Instant now = Instant.ofEpochSecond(0, custodian.nowNanos);
        assertThat(added).isEqualTo(new Account(
                1, "Main", "fake", "Fake Exchange", AccountKind.TESTNET, Optional.of(KeyScheme.HMAC_SHA256), "89ab", "",
                Standing.READY, Arming.EACH_START, Optional.of(GOOD), Optional.of(now), now));

        custodian.start();
        assertThat(custodian.account(1).standing()).isEqualTo(Standing.SEALED);
        assertThatThrownBy(() -> custodian.custody.credentials(1)).isInstanceOf(RefusedException.class);
        custodian.unlock();
        Credentials key = custodian.custody.credentials(1);
        assertThat(key.scheme()).isEqualTo(KeyScheme.HMAC_SHA256);
        assertThat(key.apiKey()).isEqualTo(ascii("Jefe-0123456789ab"));
        // RFC 4231, test case 2
        assertThat(HexFormat.of().formatHex(key.sign(ascii("what do ya want for nothing?"))))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        custodian.security().seal(Cause.USER);
        assertThatThrownBy(() -> key.sign(new byte[1])).isInstanceOf(KeysSealedException.class);
        assertThatThrownBy(key::apiKey).isInstanceOf(KeysSealedException.class);
    }

    @Test
    void aPairMadeHereSignsAndItsPrivateHalfIsNeverSeen() throws Exception {
        KeyPairOffer offer = desk().offerKeyPair("fake", AccountKind.LIVE);
        NewKey pasted = new NewKey(
                "fake", AccountKind.LIVE, KeyScheme.ED25519, "given-by-the-exchange".toCharArray(), new char[0],
                Optional.of(offer));
        custodian.exchange.says = new KeyReport(Outcome.REFUSED, Set.of(), false, "Unknown key.");
        assertThatThrownBy(() -> desk().tryKey(pasted)).isInstanceOf(RefusedException.class).hasMessage("Unknown key.");
        custodian.exchange.says = GOOD;
        TriedKey tried = desk().tryKey(new NewKey(
                "fake", AccountKind.LIVE, KeyScheme.ED25519, "given-by-the-exchange".toCharArray(), new char[0],
                Optional.of(offer)));
        Account account = desk().seal(tried, "Pair", Arming.WITH_THE_VAULT);
        assertThat(account.publicKey()).isEqualTo(offer.publicKey()).startsWith("-----BEGIN PUBLIC KEY-----\n");
        custodian.start();
        custodian.unlock();
        byte[] signature = custodian.custody.credentials(account.id()).sign(ascii("payload"));
        byte[] der = Base64.getMimeDecoder().decode(offer.publicKey().replaceAll("-----[A-Z ]+-----", ""));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
        verifier.update(ascii("payload"));
        assertThat(verifier.verify(signature)).isTrue();
    }

    @Test
    void aPairIsForOneExchangeAndKindAndUntilItIsWithdrawn() {
        KeyPairOffer offer = desk().offerKeyPair("fake", AccountKind.LIVE);
        assertThatThrownBy(() -> desk().tryKey(new NewKey(
                        "fake", AccountKind.TESTNET, KeyScheme.ED25519, "k".toCharArray(), new char[0], Optional.of(offer))))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("This key pair was made for LIVE accounts at fake");
        desk().withdraw(offer);
        assertThatThrownBy(() -> desk().tryKey(new NewKey(
                        "fake", AccountKind.LIVE, KeyScheme.ED25519, "k".toCharArray(), new char[0], Optional.of(offer))))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("This key pair is gone");
    }

    @Test
    void aKeyThatCanWithdrawIsRefused() {
        custodian.exchange.says = new KeyReport(
                Outcome.ACCEPTED, EnumSet.of(Right.READ, Right.TRADE_SPOT, Right.WITHDRAW), true, "");
        assertThatThrownBy(() -> desk().tryKey(pasted(AccountKind.LIVE, "public", "secret")))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("This key may withdraw money, and no such key is taken here")
                .hasMessageContaining("at Fake Exchange");
        assertThat(desk().accounts()).hasSize(1);
        assertThat(custodian.trail).endsWith(new AuditEntry(
                Actor.USER, "key.tried", "a new key …", "", "fake LIVE ACCEPTED READ,TRADE_SPOT,WITHDRAW address-bound"));
    }

    @Test
    void theUserIsWarnedOfWhatIsOddWithAKey() {
        custodian.exchange.says = new KeyReport(Outcome.ACCEPTED, EnumSet.of(Right.TRANSFER), false, "");
        assertThat(desk().tryKey(pasted(AccountKind.LIVE, "public", "secret")).warnings())
                .containsExactly(
                        "It may not read the account: balances and orders stay unknown.",
                        "It may not trade: orders of this account will be refused by the exchange.",
                        "It may move money between your own accounts there, which nothing here needs.",
                        "It works from any address. Bind it to this computer's address at the exchange: a stolen key is worth"
                                + " nothing then.");
    }

    @Test
    void aKeyThatCouldNotBeTriedIsInTroubleUntilItWas() {
        custodian.exchange.says = UNREACHED;
        TriedKey tried = desk().tryKey(pasted(AccountKind.TESTNET, "public", "secret"));
        assertThat(tried.warnings()).containsExactly(
                "Fake Exchange was not reached, so nobody knows what this key may do. It can be sealed, and trades once it has"
                        + " been tried with success. No answer in 10 s.");
        int id = desk().seal(tried, "Main", Arming.EACH_START).id();
        assertThat(custodian.account(id).standing()).isEqualTo(Standing.KEY_TROUBLE);
        assertThatThrownBy(() -> custodian.custody.credentials(id)).isInstanceOf(RefusedException.class);
        assertThat(desk().tryAgain(id).standing()).isEqualTo(Standing.KEY_TROUBLE);
        custodian.exchange.says = GOOD;
        assertThat(desk().tryAgain(id).standing()).isEqualTo(Standing.READY);
        custodian.exchange.says = UNREACHED;
        assertThatThrownBy(() -> desk().tryAgain(id))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("what it said of the key before stays");
        assertThat(custodian.account(id).standing()).isEqualTo(Standing.READY);
        custodian.exchange.says = new KeyReport(Outcome.ACCEPTED, EnumSet.of(Right.WITHDRAW), true, "");
        assertThat(desk().tryAgain(id).standing()).isEqualTo(Standing.KEY_TROUBLE);
        assertThat(custodian.stopped).hasSize(2).last().asString().startsWith("Main: the key of Main is in trouble");
    }

    @Test
    void aCheckThatBreaksIsNoAnswer() {
        Custodian.FakeCheck check = custodian.exchange;
        check.breaks = true;
        TriedKey tried = desk().tryKey(pasted(AccountKind.TESTNET, "public", "secret"));
        assertThat(tried.report()).isEqualTo(new KeyReport(
                Outcome.UNREACHABLE, Set.of(), false, "Trying it failed, which is a fault in Tradewind."));
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutBeingQuoted() {
        List<NewKey> wrong = List.of(
                pasted(AccountKind.LIVE, "", "secret"),
                pasted(AccountKind.LIVE, "public", "  "),
                pasted(AccountKind.LIVE, "public", "sec ret"),
                pasted(AccountKind.LIVE, "public", "sécret"),
                pasted(AccountKind.LIVE, "public", "s".repeat(5_000)),
                pasted(AccountKind.PRACTICE, "public", "secret"),
                new NewKey(
                        "mtgox", AccountKind.LIVE, KeyScheme.HMAC_SHA256, "public".toCharArray(), "secret".toCharArray(),
                        Optional.empty()),
                new NewKey(
                        "fake", AccountKind.LIVE, KeyScheme.ED25519, "public".toCharArray(), "secret".toCharArray(),
                        Optional.empty()));
        for (NewKey key : wrong) {
            assertThatThrownBy(() -> desk().tryKey(key))
                    .isInstanceOf(RefusedException.class)
                    .message().doesNotContain("sec ret").doesNotContain("sécret").doesNotContain("sssss");
            assertThat(new String(key.secret())).doesNotContain("s");
            assertThat(new String(key.apiKey())).doesNotContain("p");
        }
    }

    @Test
    void namesAreUniqueAtAnExchange() {
        custodian.added("Main", AccountKind.TESTNET);
        int second = custodian.added("Second", AccountKind.LIVE).id();
        assertThatThrownBy(() -> desk().rename(second, "mAIN")).hasMessageStartingWith("There is an account Main there");
        assertThatThrownBy(() -> desk().rename(second, " ")).hasMessageContaining("1 to 40 characters");
        assertThatThrownBy(() -> desk().rename(second, "x".repeat(41))).hasMessageContaining("this one has 41");
        assertThatThrownBy(() -> desk().rename(second, "a\nb")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> desk().rename(0, "a")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> desk().rename(9, "a")).hasMessage("There is no account 9.");
        desk().rename(second, "SECOND");
        desk().rename(second, "Desk");
        assertThat(custodian.account(second).name()).isEqualTo("Desk");
        assertThat(custodian.trail.getLast().before()).startsWith("name=SECOND exchange=fake kind=LIVE");
        assertThat(custodian.trail.getLast().after()).startsWith("name=Desk exchange=fake kind=LIVE");
    }

    @Test
    void aLiveAccountIsArmedByPassphraseAtEachStart() {
        int id = custodian.added("Main", AccountKind.LIVE).id();
        assertThat(custodian.account(id).standing()).isEqualTo(Standing.NOT_ARMED);
        assertThatThrownBy(() -> custodian.custody.credentials(id)).hasMessageContaining("not armed");
        assertThatThrownBy(() -> desk().arm(id, OTHER.toCharArray(), Optional.empty())).isInstanceOf(RefusedException.class);
        assertThat(custodian.account(id).standing()).isEqualTo(Standing.NOT_ARMED);
        desk().arm(id, passphrase(), Optional.empty());
        assertThat(custodian.account(id).standing()).isEqualTo(Standing.READY);
        desk().disarm(id);
        assertThat(custodian.account(id).standing()).isEqualTo(Standing.NOT_ARMED);
        assertThat(custodian.stopped).containsExactly("Main: you disarmed account Main");
        desk().arm(id, passphrase(), Optional.empty());
        custodian.security().seal(Cause.USER);
        custodian.unlock();
        assertThat(custodian.account(id).standing()).as("after sealing").isEqualTo(Standing.NOT_ARMED);
        desk().arm(id, passphrase(), Optional.empty());
        custodian.start();
        custodian.unlock();
        assertThat(custodian.account(id).standing()).as("after a start").isEqualTo(Standing.NOT_ARMED);
        assertThat(custodian.actions(3)).containsSubsequence("account.armed", "account.disarmed", "account.armed");
    }

    @Test
    void theUserMayChooseThatTheVaultIsEnough() {
        int id = custodian.added("Main", AccountKind.LIVE).id();
        char[] wrong = OTHER.toCharArray();
        assertThatThrownBy(() -> desk().arming(id, Arming.WITH_THE_VAULT, wrong, Optional.empty()))
                .isInstanceOf(RefusedException.class);
        assertThat(wrong).containsOnly('\0');
        desk().arming(id, Arming.WITH_THE_VAULT, passphrase(), Optional.empty());
        assertThat(custodian.account(id).standing()).isEqualTo(Standing.READY);
        custodian.start();
        assertThat(custodian.account(id).standing()).isEqualTo(Standing.SEALED);
        custodian.unlock();
        assertThat(custodian.account(id).standing()).isEqualTo(Standing.READY);
        desk().disarm(id);
        assertThat(custodian.account(id).standing()).isEqualTo(Standing.NOT_ARMED);
        custodian.start();
        custodian.unlock();
        assertThat(custodian.account(id).standing()).isEqualTo(Standing.READY);
        desk().arming(id, Arming.EACH_START, new char[0], Optional.empty());
        assertThat(custodian.account(id).standing()).as("until the next start").isEqualTo(Standing.READY);
        custodian.start();
        custodian.unlock();
        assertThat(custodian.account(id).standing()).isEqualTo(Standing.NOT_ARMED);
    }

    @Test
    void armingIsForLiveAccountsThatCanBeUsed() {
        int test = custodian.added("Test", AccountKind.TESTNET).id();
        int live = custodian.added("Live", AccountKind.LIVE).id();
        assertThatThrownBy(() -> desk().arm(test, passphrase(), Optional.empty())).hasMessageContaining("Only live accounts");
        desk().enable(live, false);
        assertThat(custodian.account(live).standing()).isEqualTo(Standing.DISABLED);
        assertThatThrownBy(() -> desk().arm(live, passphrase(), Optional.empty())).hasMessageContaining("enable it first");
        desk().enable(live, true);
        assertThat(custodian.stopped).containsExactly("Live: you took account Live out of use");
        custodian.security().seal(Cause.USER);
        assertThatThrownBy(() -> desk().arm(live, passphrase(), Optional.empty())).hasMessageContaining("unlock it first");
        assertThat(custodian.actions(5)).containsExactly("account.disabled", "account.enabled", "vault.sealed");
    }

    @Test
    void aDeletedAccountIsGoneWithItsKey() {
        int id = custodian.added("Main", AccountKind.TESTNET).id();
        Credentials key = custodian.custody.credentials(id);
        assertThatThrownBy(() -> desk().delete(id, OTHER.toCharArray(), Optional.empty()))
                .isInstanceOf(RefusedException.class);
        assertThat(desk().accounts()).hasSize(2);
        desk().delete(id, passphrase(), Optional.empty());
        assertThat(desk().accounts()).hasSize(1);
        assertThatThrownBy(() -> key.sign(new byte[1])).isInstanceOf(KeysSealedException.class);
        assertThatThrownBy(key::apiKey).isInstanceOf(KeysSealedException.class);
        assertThat(custodian.rows.rows()).isEmpty();
        assertThat(custodian.added("Main", AccountKind.TESTNET).id()).isEqualTo(2);
    }

    @Test
    void aDeletionFromTheSealedVaultLeavesItSealed() {
        int id = custodian.added("Main", AccountKind.TESTNET).id();
        custodian.security().seal(Cause.USER);
        desk().delete(id, passphrase(), Optional.empty());
        assertThat(custodian.security().state().vault()).isEqualTo(SecurityDesk.VaultState.SEALED);
        assertThat(desk().accounts()).hasSize(1);
    }

    @Test
    void theUseOfAKeyIsWrittenDownAtMostOnceAMinute() {
        int id = custodian.added("Main", AccountKind.TESTNET).id();
        int from = custodian.trail.size();
        Credentials key = custodian.custody.credentials(id);
        for (int i = 0; i < 100; i++) {
            key.sign(new byte[4]);
        }
        custodian.nowNanos += TimeUnit.SECONDS.toNanos(61);
        custodian.custody.credentials(id).sign(new byte[4]);
        key.sign(new byte[4]);
        custodian.security().seal(Cause.USER);
        String subject = "account " + id;
        assertThat(custodian.trail.subList(from, custodian.trail.size())).containsExactly(
                new AuditEntry(Actor.PROGRAM, "key.used", subject, "", "first signature since the start"),
                new AuditEntry(Actor.PROGRAM, "key.used", subject, "", "100 signatures"),
                new AuditEntry(Actor.PROGRAM, "key.used", subject, "", "1 signature"),
                new AuditEntry(Actor.USER, "vault.sealed", "vault", "", "USER"));
    }

    @Test
    void aKeyIsNotUsedWhereThatCannotBeWrittenDown() {
        int id = custodian.added("Main", AccountKind.TESTNET).id();
        Credentials key = custodian.custody.credentials(id);
        custodian.trailFails = true;
        assertThatThrownBy(() -> key.sign(new byte[4]))
                .isInstanceOf(KeysSealedException.class)
                .hasMessageStartingWith("The key was not used, since that could not be written down");
        custodian.trailFails = false;
        assertThat(key.sign(new byte[4])).hasSize(32);
    }

    @Test
    void nothingIsDoneToAccountsUnwritten() {
        int id = custodian.added("Main", AccountKind.LIVE).id();
        TriedKey tried = desk().tryKey(pasted(AccountKind.LIVE, "public", "secret"));
        Account before = custodian.account(id);
        custodian.trailFails = true;
        List<Runnable> actions = List.of(
                () -> desk().seal(tried, "Other", Arming.EACH_START),
                () -> desk().tryKey(pasted(AccountKind.LIVE, "public", "secret")),
                () -> desk().rename(id, "Other"),
                () -> desk().enable(id, false),
                () -> desk().arm(id, passphrase(), Optional.empty()),
                () -> desk().arming(id, Arming.WITH_THE_VAULT, passphrase(), Optional.empty()),
                () -> desk().delete(id, passphrase(), Optional.empty()));
        for (Runnable action : actions) {
            assertThatThrownBy(action::run).isInstanceOf(RefusedException.class).hasMessageContaining("audit trail");
        }
        custodian.trailFails = false;
        assertThat(desk().accounts()).containsExactly(desk().accounts().getFirst(), before);
        assertThat(desk().seal(tried, "Other", Arming.EACH_START).name()).isEqualTo("Other");
    }

    @Test
    void sealingWipesWhatWaits() {
        TriedKey tried = desk().tryKey(pasted(AccountKind.LIVE, "public", "secret"));
        desk().forget(desk().tryKey(pasted(AccountKind.LIVE, "public", "secret")));
        custodian.security().seal(Cause.IDLE);
        custodian.unlock();
        assertThatThrownBy(() -> desk().seal(tried, "Main", Arming.EACH_START)).hasMessageStartingWith("This key is gone");
    }

    @Test
    void withoutAnOpenVaultNothingIsSealed() {
        Custodian bare = new Custodian();
        TriedKey tried = bare.accounts().tryKey(pasted(AccountKind.LIVE, "public", "secret"));
        assertThatThrownBy(() -> bare.accounts().seal(tried, "Main", Arming.EACH_START))
                .isInstanceOf(RefusedException.class)
                .hasMessage("There is no vault yet; set a passphrase first.");
        bare.withVault();
        assertThat(bare.accounts().seal(tried, "Main", Arming.EACH_START).standing()).isEqualTo(Standing.NOT_ARMED);
    }
}
