package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.AccountsDesk.Standing;
import dev.tradewind.ui.screen.settings.AccountsViewModel.Ask.What;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Columns;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Messages;
import dev.tradewind.venue.AccountKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The accounts in rows, each with what can be done with it. */
final class AccountTable extends TableView<Account> {

    private final AccountsViewModel model;
    private boolean filling;

    AccountTable(AccountsViewModel model, Theme theme) {
        this.model = model;
        setId("accounts");
        getStyleClass().add("tall");
        setMinHeight(0);
        getColumns().addAll(List.of(
                Columns.node("Account", 168, AccountTable::name),
                Columns.node("Kind", 112, each -> badge(each.kind())),
                Columns.text("Key ends in", 84, AccountWords::key, each -> ""),
                Columns.text("Rights", 196, AccountTable::rights, AccountTable::rightsTone),
                Columns.text("IP list", 92, AccountWords::addresses, AccountWords::addressTone),
                Columns.node("Standing", 112, each -> chip(each.standing())),
                Columns.text("Armed", 92, AccountWords::armed, each -> ""),
                Columns.figure("Last tried, UTC", 104, AccountWords::tried, each -> "is-secondary"),
                Columns.node("", 190, this::actions)));
        setPlaceholder(Messages.empty(Icon.KEY, "No accounts yet",
                "Add one to trade at an exchange; paper trading needs none.",
                Panes.button("accounts-first", "Add an account", Icon.PLUS, model::add, "primary")));
        widthProperty().addListener((property, before, now) -> fit(theme));
        theme.appearanceProperty().addListener((property, before, now) -> {
            fit(theme);
            refresh();
        });
        model.accounts.addListener((property, before, now) -> fill());
        model.selected.addListener((property, before, now) -> choose(now));
        getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !filling) {
                model.selected.set(Optional.of(now));
            }
        });
        fill();
    }

    private void fit(Theme theme) {
        Columns.spread(this, theme.appearanceProperty().get().textPercent());
    }

    private void fill() {
        filling = true;
        Columns.show(this, model.accounts.get());
        filling = false;
        choose(model.selected.get());
    }

    private void choose(Optional<Account> account) {
        int row = account.map(getItems()::indexOf).orElse(-1);
        if (row >= 0 && !getSelectionModel().isSelected(row)) {
            getSelectionModel().clearAndSelect(row);
        }
    }

    private static Node name(Account account) {
        String exchange = account.scheme()
                .map(scheme -> account.label() + " · " + AccountWords.scheme(scheme))
                .orElse("Comes with the program");
        VBox words = new VBox(Labels.of(account.name(), "t-strong"), Labels.of(exchange, "t-note"));
        words.getStyleClass().add("bot-words");
        words.getChildren().forEach(each -> ((Label) each).setMinWidth(0));
        Buttons.tip((Label) words.getChildren().getFirst(), account.name());
        return words;
    }

    /** {@return the badge of a kind of account, which cannot be overlooked} */
    static Node badge(AccountKind kind) {
        HBox badge = new HBox(Labels.of(AccountWords.badge(kind), "badge-word"));
        badge.getStyleClass().addAll("badge", "settings-badge", AccountWords.badgeClass(kind));
        HBox cell = new HBox(badge);
        cell.getStyleClass().add("settings-row");
        return cell;
    }

    /** {@return a standing as icon, word and colour} */
    static Node chip(Standing standing) {
        String tone = AccountWords.tone(standing);
        Label chip = Labels.of(AccountWords.standing(standing), "chip");
        chip.setGraphic(new IconView(AccountWords.icon(standing), tone.isEmpty() ? "is-faint" : tone,
                "settings-chip-icon"));
        Labels.tone(chip, tone);
        return chip;
    }

    private static String rights(Account account) {
        return account.report().map(AccountWords::rights)
                .orElse(account.scheme().isEmpty() ? "Trades play money" : Figures.NONE);
    }

    private static String rightsTone(Account account) {
        return account.standing() == Standing.KEY_TROUBLE ? "is-sell" : "";
    }

    private Node actions(Account account) {
        HBox row = new HBox();
        row.getStyleClass().add("row-actions");
        if (AccountsViewModel.keyed(account)) {
            actions(model, account).forEach(row.getChildren()::add);
        }
        return row;
    }

    /** {@return what can be done to an account with a key, a button each} */
    static List<Button> actions(AccountsViewModel model, Account account) {
        List<Button> buttons = new ArrayList<>();
        if (AccountsViewModel.mayDisarm(account)) {
            buttons.add(word(account, "disarm", "Disarm", () -> model.disarm(account)));
        } else if (AccountsViewModel.mayArm(account)) {
            buttons.add(word(account, "arm", "Arm…", () -> model.ask(What.ARM, account)));
        }
        boolean disabled = account.standing() == Standing.DISABLED;
        buttons.add(action(account, "try", Icon.REFRESH, "Ask the exchange about the key again",
                () -> model.tryAgain(account)));
        buttons.add(action(account, "rename", Icon.PENCIL, "Rename", () -> model.ask(What.RENAME, account)));
        buttons.add(disabled
                ? action(account, "enable", Icon.PLAY, "Put back into use", () -> model.enable(account, true))
                : action(account, "disable", Icon.PAUSE, "Take out of use", () -> model.enable(account, false)));
        buttons.add(action(account, "delete", Icon.TRASH, "Delete with its key",
                () -> model.ask(What.DELETE, account)));
        return buttons;
    }

    private static Button word(Account account, String id, String words, Runnable action) {
        Button button = Buttons.of(words, action, "quiet", "small", "settings-row-word");
        button.setAccessibleText(words + " " + account.name());
        button.setId("account-" + id + "-" + account.id());
        return button;
    }

    private static Button action(Account account, String id, Icon icon, String tip, Runnable action) {
        Button button = Buttons.icon(icon, tip, action, "small");
        button.setAccessibleText(tip + ": " + account.name());
        button.setId("account-" + id + "-" + account.id());
        return button;
    }
}
