package dev.tradewind.ui.widget;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What is at stake, in a colour no theme takes away: LIVE, TESTNET, PAPER, REPLAY with the account, or HALTED alone. */
public final class ModeBadge extends HBox {

    private final String mode;
    private final Region account;
    private final Region rule = new Region();
    private final Label word = Labels.of("", "badge-word");

    /** @param mode {@code LIVE}, {@code TESTNET}, {@code PAPER} or {@code REPLAY} */
    public ModeBadge(String mode, String accountName) {
        this.mode = mode;
        account = Labels.of(accountName, "badge-account");
        rule.getStyleClass().add("badge-rule");
        setId("badge");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(word, rule, account);
        halted(false);
    }

    /** Says that trading is halted, or what the mode is. */
    public void halted(boolean halted) {
        String says = halted ? "HALTED" : mode;
        word.setText(says);
        setAccessibleText(says);
        getStyleClass().setAll("badge", says.toLowerCase(Locale.ROOT));
        rule.setVisible(!halted);
        rule.setManaged(!halted);
        account.setVisible(!halted);
        account.setManaged(!halted);
    }
}
