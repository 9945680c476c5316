package dev.tradewind.ui.lock;

import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.ParamForm;
import dev.tradewind.ui.widget.SecretField;
import java.io.File;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Passphrase, repeat, strength, hint and, where wanted, a key file. Its caller has the button. JavaFX thread only. */
public final class NewPassphraseForm extends VBox {

    private final NewPassphraseModel model;
    private final SecretField first = new SecretField("New passphrase");
    private final SecretField second = new SecretField("New passphrase once more");

    /**
     * @param withKeyFile whether a second factor is offered
     */
    public NewPassphraseForm(SecurityDesk desk, Hands hands, NewPassphraseModel model, boolean withKeyFile) {
        this.model = model;
        getStyleClass().add("new-passphrase");
        first.setId("new-passphrase");
        second.setId("repeat-passphrase");
        first.onChange(this::typed);
        second.onChange(this::typed);
        TextField hint = new TextField();
        hint.setId("passphrase-hint");
        hint.setPromptText("Optional; anyone at this machine can read it");
        hint.textProperty().bindBidirectional(model.hint);
        GridPane fields = pair(
                ParamForm.stack("Passphrase", first, null, ""),
                ParamForm.stack("Once more", second, model.repeatTrouble, ""));
        getChildren().addAll(fields, new StrengthMeter(model), ParamForm.stack("Hint", hint, null, ""));
        model.repeatTrouble.addListener((property, old, now) -> second.invalid(!now.isEmpty()));
        if (withKeyFile) {
            getChildren().add(keyFile(desk, hands));
        }
        Label trouble = Labels.wrapped("", "field-error");
        trouble.setId("new-passphrase-trouble");
        trouble.textProperty().bind(model.trouble);
        trouble.visibleProperty().bind(model.trouble.isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        getChildren().add(trouble);
    }

    private static GridPane pair(Node left, Node right) {
        GridPane pair = new GridPane();
        pair.getStyleClass().add("passphrase-pair");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        pair.getColumnConstraints().addAll(half, half);
        pair.addRow(0, left, right);
        return pair;
    }

    private Node keyFile(SecurityDesk desk, Hands hands) {
        KeyFileRow row = new KeyFileRow(model.keyFile, "No key file. With one, the passphrase alone opens nothing.", "choose-key-file");
        Button make = Buttons.of("Make one…", () -> makeKeyFile(desk, hands), "quiet", "small");
        make.setId("make-key-file");
        row.add(make);
        return ParamForm.fold("Second factor: a key file", "key-file-fold", row);
    }

    private void makeKeyFile(SecurityDesk desk, Hands hands) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Where to make the key file");
        chooser.setInitialFileName("tradewind.key");
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            make(desk, hands, chosen.toPath());
        }
    }

    void make(SecurityDesk desk, Hands hands, Path file) {
        hands.apart("make-key-file", () -> {
            desk.makeKeyFile(file);
            return file;
        }, model.keyFile::set, model::refused);
    }

    private void typed() {
        model.typed(first.copy(), second.length(), first.sameAs(second));
    }

    /** {@return whether it can be set as it stands; if not, the form says why} */
    public boolean complete() {
        return model.complete(first.length(), first.sameAs(second));
    }

    /** Gives the passphrase and forgets it; the caller has it wiped. */
    public char[] take() {
        char[] taken = first.take();
        clear();
        return taken;
    }

    /** Forgets what was typed. */
    public void clear() {
        first.clear();
        second.clear();
    }

    /** Runs on Enter in either field. */
    public void onEnter(Runnable action) {
        first.onEnter(action);
        second.onEnter(action);
    }

    @Override
    public void requestFocus() {
        first.requestFocus();
    }
}
