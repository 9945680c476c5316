package dev.tradewind.ui.screen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.AccountsDesk.Arming;
import dev.tradewind.ui.AtOnce;
import dev.tradewind.ui.FakeAccountsDesk;
import dev.tradewind.ui.screen.settings.Verdict.Sign;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyReport.Outcome;
import dev.tradewind.venue.KeyReport.Right;
import dev.tradewind.venue.KeyScheme;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NewAccountModelTest {

    private final FakeAccountsDesk desk = new FakeAccountsDesk();
    private final List<Optional<Account>> closed = new ArrayList<>();
    private final NewAccountModel model = new NewAccountModel(desk, new AtOnce(), closed::add);

    private void tryPair() {
        model.makePair();
        model.tryKey("public-half-k3Yy".toCharArray(), new char[0]);
    }

    @AfterEach
    void everyArrayIsWiped() {
        assertThat(desk.handed).allSatisfy(given -> assertThat(new String(given).replace("\0", "")).isEmpty());
    }

    @Test
    void itBeginsWithTheFirstExchangeAndThePairItRecommends() {
        assertThat(model.exchange.get().orElseThrow().label()).isEqualTo("Binance");
        assertThat(model.kind.get()).isEqualTo(AccountKind.LIVE);
        assertThat(model.scheme.get()).isEqualTo(KeyScheme.ED25519);
        assertThat(model.name.get()).isEqualTo("Binance live");
        assertThat(model.guide()).hasSize(6).first().asString().startsWith("Press “Make a key pair here”.");
        model.kind(AccountKind.TESTNET);
        assertThat(model.name.get()).isEqualTo("Binance testnet");
        assertThat(model.guide()).hasSize(4).element(1).asString().contains("testnet.binance.vision");
    }

    @Test
    void aKeyTheExchangeTakesIsSealedUnderItsName() {
        tryPair();
        assertThat(model.verdict.get().orElseThrow()).isEqualTo(
                new Verdict(Sign.PASSES, "Binance takes this key", "Reads, trades spot. It cannot withdraw.",
                        List.of()));
        model.name.set("  Main ");
        model.arming.set(Arming.WITH_THE_VAULT);
        model.seal();
        assertThat(desk.asked).containsExactly(
                "offer binance LIVE", "try binance LIVE ED25519 with a pair made here", "seal Main WITH_THE_VAULT");
        assertThat(closed).hasSize(1);
        assertThat(closed.getFirst().orElseThrow().name()).isEqualTo("Main");
    }

    @Test
    void warningsAreSaidBeforeSealing() {
        desk.warnings = List.of("It works from any address.");
        tryPair();
        assertThat(model.verdict.get().orElseThrow().sign()).isEqualTo(Sign.LOOK);
        assertThat(model.verdict.get().orElseThrow().points()).containsExactly("It works from any address.");
        assertThat(model.tried.get()).isPresent();
    }

    @Test
    void aKeyThatMayWithdrawIsRefusedWithHowToMakeOneThatCannot() {
        desk.answer = new KeyReport(Outcome.ACCEPTED, EnumSet.of(Right.READ, Right.WITHDRAW), true, "");
        tryPair();
        Verdict verdict = model.verdict.get().orElseThrow();
        assertThat(verdict.sign()).isEqualTo(Sign.BLOCKS);
        assertThat(verdict.title()).isEqualTo("Refused: this key may withdraw");
        assertThat(verdict.points()).hasSize(4).first().asString().contains("take the tick off withdrawals");
        assertThat(model.tried.get()).isEmpty();
        model.seal();
        assertThat(desk.asked).doesNotContain("seal");
    }

    @Test
    void aRefusalIsSaidInTheExchangesWordsWithWhatToLookAt() {
        desk.refusal = "Invalid API-key, IP, or permissions for action (-2015).";
        model.scheme(KeyScheme.HMAC_SHA256);
        model.tryKey("k".toCharArray(), "s".toCharArray());
        Verdict verdict = model.verdict.get().orElseThrow();
        assertThat(verdict.title()).isEqualTo("This key is not taken");
        assertThat(verdict.line()).isEqualTo(
                "Invalid API-key, IP, or permissions for action (-2015). Nothing was kept, no order was touched.");
        assertThat(verdict.points()).hasSize(4);
    }

    @Test
    void anAnswerThatRefusesIsNotHeld() {
        desk.answer = new KeyReport(Outcome.REFUSED, Set.of(), false, "unknown key");
        tryPair();
        assertThat(model.verdict.get().orElseThrow().title()).isEqualTo("Binance does not take this key");
        assertThat(model.tried.get()).isEmpty();
        assertThat(desk.asked).endsWith("forget");
        assertThat(model.offer.get()).isPresent();
    }

    @Test
    void anExchangeThatIsNotReachedLeavesTheChoice() {
        desk.answer = new KeyReport(Outcome.UNREACHABLE, Set.of(), false, "no network");
        tryPair();
        assertThat(model.verdict.get().orElseThrow().sign()).isEqualTo(Sign.LOOK);
        assertThat(model.tried.get()).isPresent();
        model.again();
        assertThat(model.tried.get()).isEmpty();
        assertThat(desk.asked).endsWith("forget");
    }

    @Test
    void anotherKindWithdrawsThePairThatWasMade() {
        model.makePair();
        model.kind(AccountKind.TESTNET);
        assertThat(model.offer.get()).isEmpty();
        assertThat(desk.asked).containsExactly("offer binance LIVE", "withdraw");
    }

    @Test
    void leavingWipesWhatWaits() {
        tryPair();
        model.cancel();
        assertThat(desk.asked).endsWith("forget", "withdraw");
        assertThat(closed).containsExactly(Optional.empty());
    }

    @Test
    void sealingTheVaultMeanwhileMakesThePairWorthless() {
        tryPair();
        model.sealed();
        assertThat(model.offer.get()).isEmpty();
        assertThat(model.tried.get()).isEmpty();
        assertThat(desk.asked).doesNotContain("withdraw");
    }

    @Test
    void aNameThatIsNoneIsSaidAtTheField() {
        tryPair();
        model.name.set("x".repeat(41));
        model.seal();
        assertThat(model.nameError.get()).isEqualTo("A name has 1 to 40 characters; this one has 41.");
        model.name.set("fine");
        assertThat(model.nameError.get()).isEmpty();
        desk.refusal = "There is an account fine there already; choose another name.";
        model.seal();
        assertThat(model.nameError.get()).startsWith("There is an account fine there already");
        assertThat(model.tried.get()).isPresent();
    }
}
