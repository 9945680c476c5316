package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.SecurityDesk.SecurityState;
import dev.tradewind.ui.screen.settings.AccountsViewModel.Ask;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.ParamForm;
import dev.tradewind.ui.widget.SecretField;
import dev.tradewind.ui.widget.UnitField;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** The questions asked before something is done to an account. */
final class AccountCards {

    private final AccountsViewModel model;
    private final SecurityViewModel security;

    AccountCards(AccountsViewModel model, SecurityViewModel security) {
        this.model = model;
        this.security = security;
    }

    /** {@return the card for a question; focus belongs to the node named {@code ask-first}} */
    AskCard card(Ask asked) {
        Account account = asked.account();
        return switch (asked.what()) {
            case RENAME -> rename(account);
            case ARM -> withPassphrase(asked, "Arm " + account.name() + "?", "Leave it unarmed", "Arm "
                    + account.name(), "danger",
                    AccountTable.badge(account.kind()),
                    Panes.words("Bots and orders on this account trade with real money from then on, until the program"
                            + " ends, the keys are sealed or you disarm it."));
            case ARM_WITH_VAULT -> withPassphrase(asked, "Arm " + account.name() + " with the vault?", "Keep asking",
                    "Arm it with the vault", "danger", AccountTable.badge(account.kind()),
                    Panes.words("After the next start nothing more is asked: once the passphrase has opened the vault,"
                            + " this account trades with real money. A bot that goes on after a restart trades at"
                            + " once."));
            case DELETE -> withPassphrase(asked, "Delete " + account.name() + " and its key?", "Keep it",
                    "Delete " + account.name(), "danger", AccountTable.badge(account.kind()), consequences(account));
        };
    }

    private static Node consequences(Account account) {
        return Panes.stack(
                point(Icon.TRASH, "Its key is overwritten in this data folder. Nothing can bring it back."),
                point(Icon.ARCHIVE, "Backups made before keep the key, sealed under the passphrase they were made with."
                        + " Delete them too if it must be gone."),
                point(Icon.KEY, "The key itself is ended on " + account.label()
                        + "'s own page only. Do that first if anyone may have seen it."),
                point(Icon.LOOK, "Orders and stops that rest at " + account.label()
                        + " stay there, and nothing here watches them any more."));
    }

    private static HBox point(Icon icon, String words) {
        HBox row = Panes.row(new IconView(icon, "is-warn"), Panes.words(words));
        row.getStyleClass().add("settings-point");
        return row;
    }

    private AskCard withPassphrase(Ask asked, String title, String back, String act, String tone, Node... says) {
        AskCard card = new AskCard("ask", title, back, model::leave);
        card.say(says);
        SecretField passphrase = new SecretField("Passphrase");
        passphrase.setId("ask-first");
        KeyFileChoice keyFile = new KeyFileChoice("ask-file");
        card.say(ParamForm.stack("Passphrase", passphrase, null, ""),
                Panes.shown(keyFile, security.state.map(SecurityState::keyFile)));
        card.error(model.askError);
        Button yes = Panes.button("ask-yes", act, asked.what() == Ask.What.DELETE ? Icon.TRASH : Icon.POWER, () -> { },
                tone);
        Runnable confirm = () -> {
            if (!yes.isDisabled()) {
                Optional<Path> file = security.state.get().keyFile() ? keyFile.file.get() : Optional.empty();
                model.confirm(passphrase.take(), file);
            }
        };
        yes.setOnAction(event -> confirm.run());
        passphrase.onEnter(confirm);
        yes.disableProperty().bind(model.asking.or(passphrase.emptyProperty()));
        card.act(yes);
        return card;
    }

    private AskCard rename(Account account) {
        AskCard card = new AskCard("ask", "Rename " + account.name(), "Keep the name", model::leave);
        UnitField name = new UnitField(account.name(), "");
        name.text().setId("ask-first");
        card.say(ParamForm.stack("Name", name, null, ""),
                Labels.of("1 to 40 characters, its own at the exchange", "t-label"));
        card.error(model.askError);
        Button yes = Panes.button("ask-yes", "Rename", Icon.PENCIL, () -> model.rename(name.text().getText()),
                "primary");
        yes.disableProperty().bind(model.asking.or(name.text().textProperty().isEmpty()));
        name.text().setOnAction(event -> yes.fire());
        card.act(yes);
        return card;
    }
}
