package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.custody.SecurityDesk.SecurityState;
import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.Buttons;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Passphrase and lock: set or change it, what idleness and sleep do, recovery code, new data key. */
final class SecurityView extends VBox implements Section {

    private final SecurityViewModel model;
    private final TwoColumns columns = new TwoColumns(44);
    private final VBox form = new VBox();
    private VaultState formFor = VaultState.NONE;

    SecurityView(SecurityViewModel model, Hands hands) {
        this.model = model;
        SectionHead head = new SectionHead(model.headline, model.meaning, model.tone, "security");
        ObservableValue<Boolean> has = model.state.map(now -> now.vault() != VaultState.NONE);
        ObservableValue<Boolean> open = model.state.map(now -> now.vault() == VaultState.OPEN);
        Button lock = Panes.button("security-lock", "Lock now", Icon.LOCK, model::lock, "quiet");
        Buttons.tip(lock, "Hides the screen until the passphrase is given; bots and signing go on");
        Button seal = Panes.button("security-seal", "Seal now", Icon.POWER, model::seal, "danger");
        Buttons.tip(seal, "Wipes the keys from memory: live accounts stand still, stops at the exchange stay in force");
        head.action(Panes.shown(lock, has));
        head.action(Panes.shown(seal, open));
        head.outcome(model.outcome, "security");
        columns.left(form);
        columns.right(
                new LockPane(model),
                Panes.shown(new RecoveryPane(model, hands), open),
                Panes.shown(rotation(), open),
                Panes.shown(Panes.pane("What becomes of it", "", Facts.vault()), has.map(yes -> !yes)));
        getStyleClass().add("spacing-4");
        getChildren().addAll(head, columns);
        model.state.addListener((property, before, now) -> turn(now));
        turn(model.state.get());
        fill(model.state.get().vault());
    }

    private void turn(SecurityState now) {
        if (now.vault() != formFor) {
            fill(now.vault());
        }
    }

    private void fill(VaultState now) {
        formFor = now;
        form.getChildren().setAll(switch (now) {
            case NONE -> Panes.pane("Set a passphrase", "", new PassphraseForm(model, true));
            case SEALED -> Panes.pane("Open the vault", "", new UnlockForm(model));
            case OPEN -> Panes.pane("Change the passphrase", "keys stay as they are", new PassphraseForm(model, false));
        });
    }

    private Node rotation() {
        PassphraseAct act = new PassphraseAct(model, "rotate", "Encrypt every key anew", Icon.REFRESH, model::rotate);
        return Panes.pane("New data key", "", Panes.words(
                "Worth doing if someone may have copied the data folder while the vault was open. The passphrase stays;"
                        + " backups made before keep the old key."), act);
    }


    @Override
    public Node node() {
        return this;
    }

    @Override
    public void shown() {
        model.read();
    }

    @Override
    public void narrow(boolean wanted) {
        columns.arrange(wanted);
    }
}
