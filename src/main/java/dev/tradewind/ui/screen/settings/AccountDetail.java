package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.AccountsDesk.Arming;
import dev.tradewind.ui.screen.settings.AccountsViewModel.Ask.What;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Segments;
import dev.tradewind.venue.AccountKind;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The chosen account in words: what it can do now and the next step, how it is armed, its public key. */
final class AccountDetail extends VBox {

    private final AccountsViewModel model;
    private boolean narrow;

    AccountDetail(AccountsViewModel model) {
        this.model = model;
        getStyleClass().addAll("pane", "settings-detail");
        model.selected.addListener((property, before, now) -> show(now));
        model.accounts.addListener((property, before, now) -> show(model.selected.get()));
        show(model.selected.get());
    }

    /** Where the table's last column is out of sight, what can be done shows here. */
    void narrow(boolean wanted) {
        narrow = wanted;
        show(model.selected.get());
    }

    private void show(Optional<Account> chosen) {
        getChildren().clear();
        setVisible(chosen.isPresent());
        setManaged(chosen.isPresent());
        chosen.ifPresent(account -> {
            Label name = Labels.of(account.name(), "t-pane");
            name.setId("account-chosen");
            HBox head = new HBox(AccountTable.badge(account.kind()), name, AccountTable.chip(account.standing()));
            head.getStyleClass().addAll("pane-head", "tall");
            if (narrow && AccountsViewModel.keyed(account)) {
                FlowPane actions = new FlowPane(AccountTable.actions(model, account).toArray(Node[]::new));
                actions.getStyleClass().add("settings-flow");
                HBox.setHgrow(actions, Priority.ALWAYS);
                head.getChildren().add(actions);
            }
            VBox body = new VBox();
            body.getStyleClass().addAll("settings-body", "settings-facts");
            Label meaning = Panes.words(AccountWords.meaning(account));
            meaning.setId("account-meaning");
            body.getChildren().add(Panes.fact("Now", meaning));
            if (AccountsViewModel.keyed(account)) {
                keyed(account, body);
            } else {
                body.getChildren().add(Panes.fact("At stake", Panes.words(AccountWords.stake(account.kind()))));
            }
            getChildren().addAll(head, body);
        });
    }

    private void keyed(Account account, VBox body) {
        account.report().ifPresent(report -> body.getChildren().add(Panes.fact("The exchange says",
                Panes.words(AccountWords.rights(report) + (report.detail().isEmpty() ? "" : " · " + report.detail())
                        + " · tried " + AccountWords.tried(account) + " UTC"))));
        body.getChildren().add(Panes.fact("Added", Panes.words(Figures.day(Panes.nanos(account.added()))
                + " · key ends in "
                + AccountWords.key(account) + " · " + account.scheme().map(AccountWords::scheme).orElse(""))));
        if (account.kind() == AccountKind.LIVE) {
            body.getChildren().add(Panes.fact("Arming", arming(account)));
        }
        if (!account.publicKey().isEmpty()) {
            body.getChildren().add(Panes.fact("Public key", Panes.row(
                    Panes.words("No secret: the half the exchange has."),
                    Panes.button("account-copy-public", "Copy", Icon.COPY, () -> Panes.copy(account.publicKey()),
                            "quiet", "small"))));
        }
    }

    private Node arming(Account account) {
        Segments<Arming> choice = new Segments<>(List.of(Arming.values()), AccountWords::arming, false);
        choice.setId("account-arming");
        choice.select(account.arming());
        choice.onChoice(wanted -> {
            choice.select(account.arming());
            if (wanted == account.arming()) {
                return;
            }
            switch (wanted) {
                case EACH_START -> model.askEachStart(account);
                case WITH_THE_VAULT -> model.ask(What.ARM_WITH_VAULT, account);
            }
        });
        return Panes.row(choice);
    }
}
