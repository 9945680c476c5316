package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.custody.AccountsDesk.Arming;
import dev.tradewind.app.custody.AccountsDesk.Exchange;
import dev.tradewind.app.custody.AccountsDesk.KeyPairOffer;
import dev.tradewind.app.custody.AccountsDesk.TriedKey;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.ParamForm;
import dev.tradewind.ui.widget.SecretField;
import dev.tradewind.ui.widget.Segments;
import dev.tradewind.ui.widget.UnitField;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.KeyReport.Outcome;
import dev.tradewind.venue.KeyScheme;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The flow that adds an account: where, the key, what the exchange says, a name, sealed. */
final class NewAccountView extends TwoColumns {

    private final NewAccountModel model;
    private final SecretField apiKey = new SecretField("API key");
    private final SecretField secret = new SecretField("Secret");
    private final VBox kinds = new VBox();
    private final VBox guide = new VBox();
    private final Label blocked = Labels.wrapped("", "t-secondary");
    private final Button go = Panes.button("account-go", "Try this key", Icon.REFRESH, this::go, "primary");

    NewAccountView(NewAccountModel model) {
        super(44);
        this.model = model;
        apiKey.setId("account-api-key");
        secret.setId("account-secret");
        blocked.setId("account-blocked");
        guide.getStyleClass().add("settings-form");
        VBox form = Panes.pane(
                "New account", "", where(), Labels.rule(), key(), new VerdictPane(model.verdict), name());
        Button cancel = Panes.button("account-cancel", "Cancel", Icon.CROSS, model::cancel, "quiet");
        HBox foot = new HBox(cancel, blocked, Labels.spring(), go);
        foot.getStyleClass().add("pane-foot");
        form.getChildren().add(foot);
        left(form);
        right(Panes.pane("On the exchange's page", "", guide));
        apiKey.onChange(this::judge);
        secret.onChange(this::judge);
        apiKey.onEnter(this::go);
        secret.onEnter(this::go);
        model.exchange.addListener((property, before, now) -> choose());
        model.kind.addListener((property, before, now) -> choose());
        model.scheme.addListener((property, before, now) -> choose());
        model.offer.addListener((property, before, now) -> judge());
        model.tried.addListener((property, before, now) -> judge());
        model.busy.addListener((property, before, now) -> judge());
        choose();
    }

    private Node where() {
        Segments<Exchange> exchange = new Segments<>(model.exchanges, Exchange::label, false);
        exchange.setId("account-exchange");
        exchange.onChoice(model::exchange);
        exchange.select(model.exchange.get().orElse(null));
        model.exchange.addListener((property, before, now) -> exchange.select(now.orElse(null)));
        kinds.getStyleClass().add("spacing-8");
        VBox box = Panes.stack(step("1", "Where"));
        if (model.exchanges.isEmpty()) {
            box.getChildren().add(Panes.words("This program knows no exchange that takes keys."));
            return box;
        }
        box.getChildren().addAll(ParamForm.stack("Exchange", Panes.row(exchange), null, ""), kinds);
        return box;
    }

    private static Node step(String number, String title) {
        return Panes.row(Labels.of(number, "start-number", "settings-number"), Labels.of(title, "t-section"));
    }

    private void choose() {
        Segments<AccountKind> kind = new Segments<>(
                model.exchange.get().map(where -> where.kinds().stream().sorted().toList()).orElse(List.of()),
                        AccountWords::kind, false);
        kind.setId("account-kind");
        kind.select(model.kind.get());
        kind.onChoice(model::kind);
        kinds.getChildren().setAll(
                Panes.row(kind, AccountTable.badge(model.kind.get())),
                        Panes.words(AccountWords.stake(model.kind.get())));
        guide.getChildren().clear();
        List<String> steps = model.guide();
        for (int i = 0; i < steps.size(); i++) {
            HBox row = Panes.row(Labels.of(i + 1 + "", "start-number", "settings-number"), Panes.words(steps.get(i)));
            row.getStyleClass().add("settings-step");
            guide.getChildren().add(row);
        }
        apiKey.clear();
        secret.clear();
        judge();
    }

    private Node key() {
        Segments<KeyScheme> scheme = new Segments<>(
                List.of(KeyScheme.ED25519, KeyScheme.HMAC_SHA256), NewAccountView::words, false);
        scheme.setId("account-scheme");
        scheme.onChoice(model::scheme);
        scheme.select(model.scheme.get());
        model.scheme.addListener((property, before, now) -> scheme.select(now));
        model.exchange.addListener((property, before, now) -> offered(scheme, now));
        offered(scheme, model.exchange.get());
        ObservableValue<Boolean> pair = model.scheme.map(KeyScheme.ED25519::equals);
        VBox box = Panes.stack(step("2", "Key"), Panes.row(scheme),
                Panes.said(model.scheme.map(NewAccountView::meaning), "account-scheme-meaning", "t-secondary"),
                Panes.shown(pair(), pair),
                ParamForm.stack("API key", apiKey, null, ""),
                Panes.shown(ParamForm.stack("Secret", secret, null, ""), pair.map(yes -> !yes)));
        box.disableProperty().bind(model.tried.map(Optional::isPresent));
        return box;
    }

    private static void offered(Segments<KeyScheme> scheme, Optional<Exchange> where) {
        for (KeyScheme each : KeyScheme.values()) {
            boolean taken = where.map(exchange -> exchange.schemes().contains(each)).orElse(false);
            scheme.button(each).setVisible(taken);
            scheme.button(each).setManaged(taken);
        }
    }

    private static String words(KeyScheme scheme) {
        return switch (scheme) {
            case ED25519 -> "Ed25519 pair, recommended";
            case HMAC_SHA256 -> "HMAC secret";
        };
    }

    private static String meaning(KeyScheme scheme) {
        return switch (scheme) {
            case ED25519 -> "Made here: the exchange gets the public half only, so there is no secret to steal there.";
            case HMAC_SHA256 -> "The exchange makes the secret and shows it once; both sides know it.";
        };
    }

    private Node pair() {
        Button make = Panes.button("account-pair", "Make a key pair here", Icon.KEY, model::makePair, "primary");
        make.disableProperty().bind(model.busy);
        ObservableValue<Boolean> made = model.offer.map(Optional::isPresent);
        TextArea pem = new TextArea();
        pem.setId("account-public-key");
        pem.setEditable(false);
        pem.setPrefRowCount(3);
        pem.setAccessibleText("Public key");
        pem.textProperty().bind(model.offer.map(now -> now.map(KeyPairOffer::publicKey).orElse("")));
        Button copy = Panes.button("account-copy-public-key", "Copy the public key", Icon.COPY,
                () -> Panes.copy(pem.getText()), "quiet");
        VBox shown = Panes.stack(ParamForm.stack("Public key, to paste on the exchange's page", pem, null, ""),
                Panes.row(copy));
        shown.getStyleClass().add("settings-pem");
        return new VBox(Panes.shown(make, made.map(yes -> !yes)), Panes.shown(shown, made));
    }

    private Node name() {
        UnitField name = new UnitField("", "");
        name.text().setId("account-name");
        name.text().textProperty().bindBidirectional(model.name);
        name.text().setOnAction(event -> go());
        ParamForm.markInvalid(name, model.nameError);
        Segments<Arming> arming = new Segments<>(List.of(Arming.values()), AccountWords::arming, false);
        arming.setId("account-new-arming");
        arming.select(model.arming.get());
        arming.onChoice(model.arming::set);
        Button other = Panes.button("account-again", "Enter another key", Icon.UNDO, model::again, "quiet");
        VBox box = Panes.stack(Labels.rule(), step("3", "Name and seal"),
                ParamForm.stack("Name", name, model.nameError, ""),
                Panes.shown(ParamForm.stack("When it may trade", Panes.row(arming), null, ""),
                        model.kind.map(AccountKind.LIVE::equals)),
                Panes.words("The key is sealed under your passphrase and never shown again."), Panes.row(other));
        return Panes.shown(box, model.tried.map(Optional::isPresent));
    }

    private void judge() {
        boolean sealing = model.tried.get().isPresent();
        String why = sealing ? "" : why();
        blocked.setText(model.busy.get() ? model.working.get() : why);
        go.setText(sealing ? untried() ? "Seal it untried" : "Seal the key" : "Try this key");
        go.setGraphic(new IconView(sealing ? Icon.LOCK : Icon.REFRESH));
        go.setDisable(model.busy.get() || !why.isEmpty());
    }

    private boolean untried() {
        return model.tried.get().map(TriedKey::report).filter(said -> said.outcome() == Outcome.UNREACHABLE)
                .isPresent();
    }

    private String why() {
        if (model.exchange.get().isEmpty()) {
            return "Needs an exchange.";
        }
        if (model.pairs() && model.offer.get().isEmpty()) {
            return "Needs a key pair.";
        }
        if (apiKey.length() == 0) {
            return "Needs the API key.";
        }
        return !model.pairs() && secret.length() == 0 ? "Needs the secret." : "";
    }

    private void go() {
        if (go.isDisabled()) {
            return;
        }
        if (model.tried.get().isPresent()) {
            model.seal();
        } else {
            model.tryKey(apiKey.take(), secret.take());
        }
    }
}
