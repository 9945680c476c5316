package dev.tradewind.ui.shell;

import dev.tradewind.app.custody.AccountsDesk;
import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.AccountsDesk.Standing;
import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.app.custody.SecurityDesk.Cause;
import dev.tradewind.app.custody.SecurityDesk.SecurityState;
import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.fx.Toolkit;
import dev.tradewind.ui.lock.ArmPrompt;
import dev.tradewind.ui.lock.LockGuard;
import dev.tradewind.ui.lock.PassphrasePrompt;
import dev.tradewind.ui.lock.PassphrasePrompt.Words;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.Buttons;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Lock and seal on the top bar, and on the status bar a chip while keys are sealed or a live account waits to be armed. JavaFX thread only. */
final class LockTools {

    private final LockGuard guard;
    private final AccountsDesk accounts;
    private final Hands hands;
    private final Button lock;
    private final Button chip;
    private List<Account> waiting = List.of();
    /** Without a vault there are no accounts to watch. */
    private SecurityDesk.@Nullable Watch watch;

    LockTools(LockGuard guard, AccountsDesk accounts, Hands hands) {
        this.guard = guard;
        this.accounts = accounts;
        this.hands = hands;
        lock = Buttons.icon(Icon.LOCK, "Lock the screen; bots go on  Ctrl+L\nRight-click: seal the keys", this::lock);
        lock.setId("lock");
        MenuItem screen = new MenuItem("Lock the screen  Ctrl+L");
        screen.setOnAction(event -> lock());
        MenuItem seal = new MenuItem("Seal the keys: live accounts stop");
        seal.setOnAction(event -> guard.seal(Cause.USER));
        ContextMenu menu = new ContextMenu(screen, seal);
        menu.setOnShowing(event -> seal.setDisable(guard.feed().now().vault() == VaultState.NONE));
        lock.setContextMenu(menu);
        chip = Buttons.of("", this::mend, "chip", "is-warn", "pressable");
        chip.setId("lock-chip");
        guard.feed().state().addListener((property, old, now) -> accountsChanged());
        accountsChanged();
    }

    /** Stops listening. */
    void close() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    /** Asks again which accounts wait to be armed. */
    void accountsChanged() {
        if (guard.feed().now().vault() == VaultState.OPEN) {
            if (watch == null) {
                watch = accounts.watch(() -> Toolkit.later(this::accountsChanged));
            }
            hands.apart("accounts", () -> accounts.accounts().stream()
                    .filter(account -> account.standing() == Standing.NOT_ARMED)
                    .toList(), found -> {
                waiting = found;
                showChip(guard.feed().now());
            }, failure -> { });
        }
        showChip(guard.feed().now());
    }

    private void showChip(SecurityState state) {
        String words = words(state.vault(), waiting);
        chip.setText(words);
        chip.setVisible(!words.isEmpty());
        chip.setManaged(!words.isEmpty());
        Buttons.tip(chip, state.vault() == VaultState.SEALED
                ? "Live accounts cannot trade. Press to unseal with the passphrase."
                : "Press to arm with the passphrase.");
    }

    /** {@return what the chip says, empty for no chip} */
    static String words(VaultState vault, List<Account> waiting) {
        return switch (vault) {
            case NONE -> "";
            case SEALED -> "Keys sealed";
            case OPEN -> waiting.isEmpty() ? ""
                    : waiting.size() == 1 ? waiting.getFirst().name() + " not armed"
                    : waiting.size() + " accounts not armed";
        };
    }

    /** {@return the button at the bar's right end; its menu seals} */
    Node button() {
        return lock;
    }

    /** {@return the chip, which takes no room while there is nothing to say} */
    Node chip() {
        return chip;
    }

    /** Locks; without a passphrase it offers to set one. */
    void lock() {
        if (guard.feed().now().vault() == VaultState.NONE) {
            setPassphrase();
        } else {
            guard.lock(Cause.USER);
        }
    }

    /** Offers to set the first passphrase. */
    void setPassphrase() {
        if (lock.getScene() != null) {
            PassphrasePrompt.setFirst(lock, guard.desk(), guard.feed()::refresh);
        }
    }

    void seal() {
        guard.seal(Cause.USER);
    }

    private void mend() {
        if (guard.feed().now().vault() == VaultState.SEALED) {
            PassphrasePrompt.show(
                    chip, guard.desk(), guard.feed(),
                    new Words("Unseal the keys", "Live accounts that need no arming can trade again.", "Unseal"), new VBox(),
                    guard.desk()::unlock, guard.feed()::refresh);
        } else if (!waiting.isEmpty()) {
            ArmPrompt.show(chip, guard.desk(), guard.feed(), accounts, waiting.getFirst(), "", this::accountsChanged);
        }
    }
}
