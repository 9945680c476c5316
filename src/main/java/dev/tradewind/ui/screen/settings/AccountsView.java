package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Labels;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Accounts and keys: the list, or the flow that adds one, or what has to be done about the vault before that. */
final class AccountsView extends VBox implements Section {

    private final AccountsViewModel model;
    private final SecurityViewModel security;
    private final VBox list = new VBox();
    private final VBox page = new VBox();
    private Optional<TwoColumns> columns = Optional.empty();
    private final AccountDetail detail;
    private boolean narrow;

    AccountsView(AccountsViewModel model, SecurityViewModel security, Theme theme) {
        this.model = model;
        this.security = security;
        detail = new AccountDetail(model);
        AccountTable table = new AccountTable(model, theme);
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox head = new HBox(Labels.of("Accounts", "t-pane"), Labels.spring(), Labels.of("times in UTC", "t-label"));
        head.getStyleClass().add("pane-head");
        VBox pane = new VBox(head, table);
        pane.getStyleClass().addAll("pane", "settings-table");
        VBox.setVgrow(pane, Priority.ALWAYS);
        list.getStyleClass().add("spacing-4");
        list.getChildren().addAll(pane, detail, Panes.shown(firstSteps(), model.accounts.map(all ->
                all.stream().noneMatch(AccountsViewModel::keyed))));
        page.getStyleClass().add("spacing-4");
        VBox.setVgrow(page, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        SectionHead top = new SectionHead(model.headline, model.meaning, model.tone, "accounts");
        top.outcome(model.outcome, "accounts");
        top.action(Panes.button("accounts-add", "Add an account", Icon.PLUS, model::add, "primary"));
        Panes.shown(top, model.adding.map(Optional::isEmpty));
        getStyleClass().add("spacing-4");
        getChildren().addAll(top, page);
        model.adding.addListener((property, before, now) -> turn());
        security.state.addListener((property, before, now) -> {
            if (model.adding.get().isPresent() && before.vault() != now.vault()) {
                model.adding.get().ifPresent(NewAccountModel::sealed);
                turn();
            }
        });
        turn();
    }

    private static Node firstSteps() {
        return Panes.pane("Before you add a key", "", Panes.stack(
                Facts.point(Icon.SHIELD_CHECK,
                        "A key may read and trade. One that may withdraw is refused, whatever else it may do."),
                Facts.point(Icon.KEY, "The best kind is a pair made here: the exchange gets the public half, the"
                        + " private half never leaves this computer."),
                Facts.point(Icon.LOCK, "Your passphrase seals it. Nobody can read it from the data folder, a backup"
                        + " or a log."),
                Facts.point(Icon.POWER, "A live account trades only once you arm it, after each start unless you"
                        + " choose otherwise.")));
    }

    private void turn() {
        columns = model.adding.get().map(this::adding);
        columns.ifPresent(now -> now.arrange(narrow));
        Node shown = columns.<Node>map(now -> now).orElse(list);
        page.getChildren().setAll(shown);
    }

    private TwoColumns adding(NewAccountModel adding) {
        return switch (security.state.get().vault()) {
            case OPEN -> new NewAccountView(adding);
            case SEALED -> gate("First open the vault", adding, new UnlockForm(security),
                    "A key is sealed under your passphrase, and the vault is sealed now.");
            case NONE -> gate("First a passphrase", adding, new PassphraseForm(security, true),
                    "A key to money is never written down as it is: it is encrypted under a passphrase that only you"
                            + " know. Nobody can give it back to you, so make it one you keep.");
        };
    }

    private TwoColumns gate(String title, NewAccountModel adding, Node form, String why) {
        TwoColumns both = new TwoColumns(44);
        VBox pane = Panes.pane(title, "", Panes.words(why), new OutcomeBox(security.outcome, "gate"), form);
        HBox foot = new HBox(Panes.button("account-cancel", "Cancel", Icon.CROSS, adding::cancel, "quiet"));
        foot.getStyleClass().add("pane-foot");
        pane.getChildren().add(foot);
        both.left(pane);
        both.right(Panes.pane("What becomes of it", "", Facts.vault()));
        return both;
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void narrow(boolean wanted) {
        narrow = wanted;
        detail.narrow(wanted);
        columns.ifPresent(now -> now.arrange(wanted));
    }

    @Override
    public void shown() {
        security.read();
        model.read();
    }
}
