package dev.tradewind.ui.screen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.AccountsDesk.Arming;
import dev.tradewind.app.custody.AccountsDesk.Standing;
import dev.tradewind.ui.AtOnce;
import dev.tradewind.ui.FakeAccountsDesk;
import dev.tradewind.ui.screen.settings.AccountsViewModel.Ask.What;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyReport.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsViewModelTest {

    private final FakeAccountsDesk desk = FakeAccountsDesk.filled();
    private final AccountsViewModel model = new AccountsViewModel(desk, new AtOnce());

    @BeforeEach
    void read() {
        model.read();
    }

    private Account named(String name) {
        return model.accounts.get().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void troubleIsSaidBeforeWhatWaits() {
        assertThat(model.headline.get()).isEqualTo("1 key has trouble");
        assertThat(model.brief.get()).isEqualTo("5 keys, 1 in trouble");
        assertThat(model.tone.get()).isEqualTo("is-sell");
        desk.accounts.remove(named("Old desk"));
        model.read();
        assertThat(model.headline.get()).isEqualTo("Keys are sealed");
        desk.accounts.remove(named("Rehearsal"));
        model.read();
        assertThat(model.headline.get()).isEqualTo("1 live account is not armed");
        assertThat(model.tone.get()).isEqualTo("is-warn");
    }

    @Test
    void withoutKeysItSaysThatPaperNeedsNone() {
        desk.accounts.removeIf(each -> each.scheme().isPresent());
        model.read();
        assertThat(model.headline.get()).isEqualTo("No keys yet");
        assertThat(model.meaning.get()).startsWith("Paper trading needs none.");
        assertThat(model.tone.get()).isEmpty();
    }

    @Test
    void theChosenAccountStaysChosenWhenTheListIsReadAgain() {
        model.selected.set(Optional.of(named("Futures test")));
        model.read();
        assertThat(model.selected.get().map(Account::name)).contains("Futures test");
    }

    @Test
    void aWrongPassphraseKeepsTheQuestionAndSaysThatNothingChanged() {
        model.ask(What.DELETE, named("Main"));
        model.confirm("wrong".toCharArray(), Optional.empty());
        assertThat(model.ask.get()).isPresent();
        assertThat(model.askError.get()).isEqualTo(
                "That is not the passphrase. The next try is taken in 2 seconds. Nothing was changed.");
        assertThat(desk.asked).isEmpty();
        assertThat(desk.handed).allSatisfy(given -> assertThat(given).containsOnly('\0'));
    }

    @Test
    void deletingSaysThatTheKeyIsEndedAtTheExchange() {
        model.ask(What.DELETE, named("Main"));
        model.confirm("correct horse".toCharArray(), Optional.empty());
        assertThat(desk.asked).containsExactly("delete 2");
        assertThat(model.ask.get()).isEmpty();
        assertThat(model.accounts.get()).extracting(Account::name).doesNotContain("Main");
        assertThat(model.outcome.note.get()).isEqualTo(
                "Main and its key are deleted here. End the key at Binance too: backups made before still hold it.");
    }

    @Test
    void armingAndDisarmingAreForLiveAccountsThatMay() {
        assertThat(model.accounts.get().stream().filter(AccountsViewModel::mayArm).map(Account::name))
                .containsExactly("Main");
        assertThat(model.accounts.get().stream().filter(AccountsViewModel::mayDisarm).map(Account::name))
                .containsExactly("Long-term savings");
        model.ask(What.ARM, named("Main"));
        model.confirm("correct horse".toCharArray(), Optional.empty());
        assertThat(named("Main").standing()).isEqualTo(Standing.READY);
        model.disarm(named("Long-term savings"));
        assertThat(desk.asked).containsExactly("arm 2", "disarm 3");
        assertThat(model.outcome.note.get()).isEqualTo(
                "Long-term savings is disarmed: its bots stop entering, protective orders stay.");
    }

    @Test
    void doingWithoutThePassphraseAsksForItThisOnce() {
        model.ask(What.ARM_WITH_VAULT, named("Main"));
        model.confirm("correct horse".toCharArray(), Optional.empty());
        assertThat(desk.asked).containsExactly("arming 2 " + Arming.WITH_THE_VAULT);
    }

    @Test
    void aRenameThatIsRefusedStaysOpen() {
        desk.refusal = "There is an account Old desk there already; choose another name.";
        model.ask(What.RENAME, named("Main"));
        model.rename(" Old desk ");
        assertThat(model.askError.get()).startsWith("There is an account Old desk there already");
        desk.refusal = "";
        model.rename(" First ");
        assertThat(model.outcome.note.get()).isEqualTo("Main is called First now.");
        assertThat(desk.asked).containsExactly("rename 2 Old desk", "rename 2 First");
    }

    @Test
    void whatTheExchangeSaysIsSaid() {
        desk.answer = new KeyReport(Outcome.REFUSED, Set.of(), false, "no");
        model.tryAgain(named("Main"));
        assertThat(model.outcome.note.get()).isEqualTo("Main: Refused");
        desk.refusal = "Binance was not reached; what it said of the key before stays.";
        model.tryAgain(named("Main"));
        assertThat(model.outcome.trouble.get()).contains(new Trouble("Main could not be tried",
                "Binance was not reached; what it said of the key before stays. Orders and stops at the exchange are as"
                        + " they were."));
    }

    @Test
    void everyKindOfAccountIsDescribed() {
        assertThat(model.accounts.get().stream().map(account -> List.of(
                account.name(), AccountWords.badge(account.kind()), AccountWords.key(account),
                account.report().map(AccountWords::rights).orElse("-"), AccountWords.addresses(account),
                AccountWords.standing(account.standing()), AccountWords.armed(account), AccountWords.tried(account))))
                .containsExactly(
                        List.of("Paper", "PAPER", "–", "-", "–", "Ready", "Not needed", "–"),
                        List.of("Main", "LIVE", "…x7Qa", "Reads, trades spot and futures", "✓ Yes", "Not armed", "No",
                                "5 Aug 14:02"),
                        List.of("Long-term savings", "LIVE", "…9fKd", "Reads, trades spot", "! Any address", "Ready",
                                "With the vault", "5 Aug 14:02"),
                        List.of("Old desk", "LIVE", "…Tt01", "Refused", "–", "Key trouble", "–", "5 Aug 14:02"),
                        List.of("Futures test", "TESTNET", "…mm3Z", "Reads, trades futures", "! Any address",
                                "Disabled",
                                "Not needed", "5 Aug 14:02"),
                        List.of("Rehearsal", "PRACTICE", "…aB4c", "-", "–", "Sealed", "Not needed", "Never"));
    }
}
