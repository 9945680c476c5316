package dev.tradewind.ui.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.SessionLabel;
import dev.tradewind.app.SessionLabel.Mode;
import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.AccountsDesk.Arming;
import dev.tradewind.app.custody.AccountsDesk.Standing;
import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.domain.TradingState;
import dev.tradewind.ui.FakeSecurityDesk;
import dev.tradewind.ui.Fixtures;
import dev.tradewind.venue.AccountKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

class LockViewModelTest {

    @Test
    void saysHowManyBotsGoOnAndNoFigure() {
        LockViewModel model = model(Mode.PAPER, VaultState.OPEN);
        model.update(Fixtures.running());
        assertThat(List.of(model.title.get(), model.line.get(), model.going.get())).containsExactly(
                "Locked", "The passphrase shows the terminal again.", "3 bots go on. Protective orders stay.");
        model.update(Fixtures.snapshot(TradingState.ACTIVE, List.of()));
        assertThat(model.going.get()).isEqualTo("No bot is running. Protective orders stay.");
    }

    @Test
    void sealedBotsOnRealAccountsWaitAndThoseOnPaperGoOn() {
        LockViewModel live = model(Mode.LIVE, VaultState.SEALED);
        live.update(Fixtures.running());
        assertThat(live.title.get()).isEqualTo("Locked, keys sealed");
        assertThat(live.line.get()).startsWith("The keys are wiped from memory. Live accounts have stopped;");
        assertThat(live.going.get()).isEqualTo("3 bots cannot sign and wait. Protective orders stay.");
        LockViewModel paper = model(Mode.REPLAY, VaultState.SEALED);
        paper.update(Fixtures.running());
        assertThat(paper.going.get()).isEqualTo("3 bots go on. Protective orders stay.");
    }

    @Test
    void aHaltIsSaidInPlaceOfTheBots() {
        LockViewModel model = model(Mode.LIVE, VaultState.OPEN);
        model.update(Fixtures.halted());
        assertThat(model.halted.get()).isTrue();
        assertThat(model.going.get()).isEqualTo("Trading is halted. Protective orders stay.");
    }

    private static LockViewModel model(Mode mode, VaultState vault) {
        LockViewModel model = new LockViewModel(new SessionLabel(mode, "Main", "Binance", false));
        model.update(FakeSecurityDesk.of(vault, true).state());
        return model;
    }

    @Test
    void aPointerThatRestsIsNobody() {
        AtomicInteger touched = new AtomicInteger();
        Activity activity = new Activity(touched::incrementAndGet);
        activity.heard(mouse(MouseEvent.MOUSE_MOVED, 10));
        activity.heard(mouse(MouseEvent.MOUSE_ENTERED, 10));
        activity.heard(mouse(MouseEvent.MOUSE_MOVED, 10));
        assertThat(touched).hasValue(0);
        activity.heard(mouse(MouseEvent.MOUSE_MOVED, 11));
        assertThat(touched).hasValue(1);
        activity.heard(mouse(MouseEvent.MOUSE_PRESSED, 11));
        activity.heard(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.SHIFT, true, false, false, false));
        activity.heard(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", KeyCode.SHIFT, false, false, false, false));
        assertThat(touched).hasValue(3);
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double x) {
        return new MouseEvent(
                type, x, 5, x, 5, MouseButton.PRIMARY, 1, false, false, false, false, false, false, false, false, false,
                true, null);
    }

    @Test
    void anArmingPromptSaysWhatIsAtStake() {
        assertThat(ArmPrompt.atStakeWords(account(AccountKind.LIVE), "12,345.67 USDT"))
                .isEqualTo("Real money: 12,345.67 USDT at Binance.");
        assertThat(ArmPrompt.atStakeWords(account(AccountKind.LIVE), ""))
                .isEqualTo("Real money: all that this key can trade with at Binance.");
        assertThat(ArmPrompt.atStakeWords(account(AccountKind.TESTNET), "1 BTC"))
                .isEqualTo("The exchange's test money. No real money is at stake.");
    }

    private static Account account(AccountKind kind) {
        return new Account(
                2, "Main", "binance", "Binance", kind, Optional.empty(), "x7Qa", "", Standing.NOT_ARMED, Arming.EACH_START,
                Optional.empty(), Optional.empty(), Instant.EPOCH);
    }
}
