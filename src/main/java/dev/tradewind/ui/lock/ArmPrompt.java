package dev.tradewind.ui.lock;

import dev.tradewind.app.custody.AccountsDesk;
import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.ui.lock.PassphrasePrompt.Words;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.ModeBadge;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Asks for the passphrase before an account may trade, and says of which account, at which exchange, with what at stake.
 * JavaFX thread only.
 */
public final class ArmPrompt {

    private ArmPrompt() {}

    /**
     * Asks; the account is armed once the passphrase was right.
     *
     * @param owner where it is asked for, in a window whose root is a stack
     * @param stake what lies in the account, for instance {@code 12,345.67 USDT}; empty if nobody knows
     * @param armed runs once it is armed
     */
    public static void show(
            Node owner, SecurityDesk security, SecurityFeed feed, AccountsDesk accounts, Account account, String stake,
            Runnable armed) {
        Words words = new Words(
                "Let " + account.name() + " trade?",
                "Until the program ends or its keys are sealed, orders and bots on it go to the exchange.",
                "Arm");
        PassphrasePrompt.show(owner, security, feed, words, atStake(account, stake),
                (passphrase, keyFile) -> accounts.arm(account.id(), passphrase, keyFile), armed);
    }

    private static VBox atStake(Account account, String stake) {
        ModeBadge badge = new ModeBadge(account.name());
        badge.show(account.kind().name());
        HBox head = new HBox(badge, Labels.of(account.label(), "t-strong"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("spacing-12");
        VBox box = new VBox(head, Labels.wrapped(atStakeWords(account, stake), "t-medium"));
        box.setId("at-stake");
        box.getStyleClass().addAll("stake", account.kind().name().toLowerCase(Locale.ROOT));
        return box;
    }

    /** {@return what can be lost, in a sentence} */
    static String atStakeWords(Account account, String stake) {
        return switch (account.kind()) {
            case LIVE -> stake.isEmpty()
                    ? "Real money: all that this key can trade with at " + account.label() + "."
                    : "Real money: " + stake + " at " + account.label() + ".";
            case TESTNET -> "The exchange's test money. No real money is at stake.";
            case PRACTICE, PAPER -> "Play money. No real money is at stake.";
        };
    }
}
