package dev.tradewind.ui.widget;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What is at stake, in a colour no theme takes away: LIVE, TESTNET, PAPER, REPLAY with the account, or HALTED alone. */
public final class ModeBadge extends HBox {

    /** The word that stands alone. */
    public static final String HALTED = "HALTED";

    private final Label word = Labels.of("", "badge-word");
    private final Region rule = new Region();
    private final Label account;

    /** A badge that says nothing yet. */
    public ModeBadge(String accountName) {
        account = Labels.of(accountName, "badge-account");
        rule.getStyleClass().add("badge-rule");
        setId("badge");
        getStyleClass().add("badge");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(word, rule, account);
    }

    /** Says {@code LIVE}, {@code TESTNET}, {@code PAPER}, {@code REPLAY} or {@link #HALTED}. */
    public void show(String says) {
        boolean halted = says.equals(HALTED);
        word.setText(says);
        setAccessibleText(halted ? says : says + ", " + account.getText());
        getStyleClass().setAll("badge", says.toLowerCase(Locale.ROOT));
        for (Region part : new Region[] {rule, account}) {
            part.setVisible(!halted);
            part.setManaged(!halted);
        }
    }
}
