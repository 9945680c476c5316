package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.custody.SecurityDesk.PassphraseStrength;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.ParamForm;
import dev.tradewind.ui.widget.SecretField;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Sets a first passphrase, or changes it together with hint and second factor. */
final class PassphraseForm extends VBox {

    private final SecurityViewModel model;
    private final SecretField old = new SecretField("Passphrase as it is now");
    private final KeyFileChoice oldFile = new KeyFileChoice("vault-old-file");
    private final SecretField wanted = new SecretField("New passphrase");
    private final SecretField repeated = new SecretField("New passphrase once more");
    private final TextField hint = new TextField();
    private final CheckBox second = new CheckBox("Also need a key file");
    private final KeyFileChoice newFile = new KeyFileChoice("vault-new-file");
    private final Label blocked = Labels.wrapped("", "t-secondary");
    private final Button save;
    private final boolean first;

    /** @param first whether there is no passphrase yet */
    PassphraseForm(SecurityViewModel model, boolean first) {
        this.model = model;
        this.first = first;
        getStyleClass().add("settings-form");
        old.setId("vault-old");
        wanted.setId("vault-new");
        repeated.setId("vault-repeat");
        hint.setId("vault-hint");
        hint.setPromptText("seen by anyone at this computer");
        second.setId("vault-second");
        blocked.setId("vault-blocked");
        save = Panes.button("vault-save", first ? "Set the passphrase" : "Change the passphrase", Icon.SHIELD_CHECK,
                this::save,
                "primary");
        if (!first) {
            getChildren().addAll(
                    ParamForm.stack("Passphrase as it is now", old, null, ""),
                    Panes.shown(oldFile, model.state.map(now -> now.keyFile())));
        }
        getChildren().addAll(
                ParamForm.stack(first ? "Passphrase" : "New passphrase", wanted, null, ""),
                new StrengthLine(model.strength),
                ParamForm.stack("Once more", repeated, null, ""),
                ParamForm.stack("Hint, if you want one", hint, null, ""),
                secondFactor(), save, blocked);
        if (!first) {
            hint.setText(model.state.get().hint());
            second.setSelected(model.state.get().keyFile());
        }
        wanted.onChange(() -> {
            model.judge(wanted.copy());
            judge();
        });
        repeated.onChange(this::judge);
        repeated.onEnter(this::save);
        old.onChange(this::judge);
        second.selectedProperty().addListener((property, before, now) -> judge());
        newFile.file.addListener((property, before, now) -> judge());
        oldFile.file.addListener((property, before, now) -> judge());
        model.strength.addListener((property, before, now) -> judge());
        model.outcome.busy.addListener((property, before, now) -> judge());
        judge();
    }

    private Node secondFactor() {
        Button make = Panes.button("vault-make-file", "Make one…", Icon.PLUS, this::makeFile, "quiet");
        newFile.getChildren().add(1, make);
        VBox more = Panes.stack(newFile,
                Panes.words("Keep it on a stick, and a copy of it elsewhere. Without it the passphrase does not open"
                        + " the vault."));
        Panes.shown(more, second.selectedProperty());
        return Panes.stack(second, more);
    }

    private void makeFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Make a key file");
        chooser.setInitialFileName("tradewind.key");
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.makeKeyFile(chosen.toPath(), made -> newFile.file.set(Optional.of(made)));
        }
    }

    private void judge() {
        String why = model.outcome.busy.get() ? "" : why();
        blocked.setText(why.isEmpty() ? "" : why);
        repeated.invalid(repeated.length() > 0 && !repeated.sameAs(wanted));
        save.setDisable(model.outcome.busy.get() || !why.isEmpty());
    }

    /** {@return what is still missing, empty if nothing is} */
    private String why() {
        if (!first && old.length() == 0) {
            return "Needs the passphrase as it is now.";
        }
        if (!first && model.state.get().keyFile() && oldFile.file.get().isEmpty()) {
            return "Needs the key file as it is now.";
        }
        if (wanted.length() == 0) {
            return first ? "Several words that do not belong together hold longest." : "Needs the new passphrase.";
        }
        if (!model.strength.get().map(PassphraseStrength::acceptable).orElse(false)) {
            return "Needs a stronger passphrase.";
        }
        if (!repeated.sameAs(wanted)) {
            return repeated.length() == 0 ? "Needs it once more, so that a slip does not lock you out."
                    : "The two are not the same.";
        }
        return second.isSelected() && wantedFile().isEmpty() ? "Needs the key file." : "";
    }

    /** {@return the second factor from then on: the one there is, unless another one was chosen} */
    private Optional<Path> wantedFile() {
        return newFile.file.get().or(oldFile.file::get);
    }

    private void save() {
        if (save.isDisabled()) {
            return;
        }
        Optional<Path> file = second.isSelected() ? wantedFile() : Optional.empty();
        repeated.clear();
        if (first) {
            model.create(wanted.take(), hint.getText(), file);
        } else {
            Optional<Path> now = model.state.get().keyFile() ? oldFile.file.get() : Optional.empty();
            model.change(old.take(), now, wanted.take(), hint.getText(), file);
        }
    }
}
