package dev.tradewind.ui.lock;

import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.fx.Ticker;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.SecretField;
import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the passphrase: field, button, what was wrong, how long to wait; hint, key file and recovery code where there are
 * such. JavaFX thread only.
 */
public final class UnlockForm extends VBox {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final UnlockModel model;
    private final SecurityDesk desk;
    private final Hands hands;
    private final SecretField field = new SecretField("Passphrase");
    private final VBox usual = new VBox();
    private final HBox line = new HBox(field);
    private final VBox notes = new VBox();
    private @Nullable Ticker ticker;

    /** @param action what its button says; empty for none, if the caller has one */
    public UnlockForm(SecurityDesk desk, Hands hands, UnlockModel model, String action) {
        this.desk = desk;
        this.hands = hands;
        this.model = model;
        getStyleClass().add("unlock");
        field.setId("passphrase");
        field.prompt("Passphrase");
        field.onChange(model::typed);
        HBox.setHgrow(field, Priority.ALWAYS);
        line.getStyleClass().add("unlock-line");
        if (!action.isEmpty()) {
            field.onEnter(this::attempt);
            line.getChildren().add(button(action, "unlock", this::attempt));
        }
        KeyFileRow keyFile = new KeyFileRow(model.keyFile, "The key file is needed as well.", "unlock-key-file");
        shown(keyFile, model.keyFileNeeded);
        usual.getStyleClass().add("unlock-part");
        usual.getChildren().addAll(line, keyFile, ways());
        notes.getStyleClass().add("unlock-notes");
        notes.getChildren().addAll(note("unlock-trouble", "field-error", model.trouble), note("unlock-wait", "is-warn", model.wait),
                hintLine());
        getChildren().addAll(usual, notes);
        model.trouble.addListener((property, old, now) -> field.invalid(!now.isEmpty()));
        model.busy.addListener((property, old, now) -> {
            if (!now && field.getScene() != null) {
                field.requestFocus();
            }
        });
        sceneProperty().addListener((property, old, now) -> watch(now != null));
    }

    private void watch(boolean on) {
        if (ticker != null) {
            ticker.close();
            ticker = null;
        }
        if (on) {
            ticker = Ticker.every("unlock-wait", LOOK, model::tick);
        }
    }

    private Button button(String words, String id, Runnable action) {
        Button button = Buttons.of(words, action, "primary");
        button.setId(id);
        button.textProperty().bind(Bindings.when(model.busy).then("Checking…").otherwise(words));
        button.disableProperty().bind(model.busy.or(model.wait.isNotEmpty()));
        return button;
    }

    private Node ways() {
        Button hint = Buttons.of("Show the hint", model::askHint, "link");
        hint.setId("unlock-hint");
        shown(hint, model.hintOffered);
        Button recovery = Buttons.of("Use the recovery code", this::showRecovery, "link");
        recovery.setId("unlock-recovery");
        shown(recovery, model.recoveryOffered);
        HBox row = new HBox(hint, recovery);
        row.getStyleClass().add("unlock-ways");
        shown(row, model.hintOffered.or(model.recoveryOffered));
        return row;
    }

    private Node hintLine() {
        Label line = Labels.wrapped("", "t-secondary");
        line.setId("unlock-hint-words");
        line.textProperty().bind(Bindings.concat("Hint: ", model.hint));
        shown(line, model.hint.isNotEmpty());
        return line;
    }

    private static Label note(String id, String style, StringProperty words) {
        Label label = Labels.wrapped("", style);
        label.setId(id);
        label.textProperty().bind(words);
        shown(label, words.isNotEmpty());
        return label;
    }

    private static void shown(Node node, BooleanExpression when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }

    private void showRecovery() {
        SecretField code = new SecretField("Recovery code");
        code.setId("recovery-code");
        code.prompt("Recovery code");
        NewPassphraseModel fresh = new NewPassphraseModel(desk);
        NewPassphraseForm form = new NewPassphraseForm(desk, hands, fresh, false);
        Runnable go = () -> {
            if (form.complete()) {
                model.recover(code.take(), form.take(), fresh.hint());
            }
        };
        code.onEnter(form::requestFocus);
        form.onEnter(go);
        Button back = Buttons.of("Back", this::showUsual, "quiet");
        HBox foot = new HBox(button("Open with the code", "recover", go), back);
        foot.getStyleClass().add("unlock-line");
        VBox part = new VBox(
                Labels.wrapped("The code opens the vault once and ends. Give it a new passphrase.", "t-secondary"), code, form, foot);
        part.getStyleClass().add("unlock-part");
        getChildren().setAll(part, notes);
        code.requestFocus();
    }

    private void showUsual() {
        model.typed();
        getChildren().setAll(usual, notes);
        field.requestFocus();
    }

    /** Tries what was typed. */
    public void attempt() {
        if (model.mayTry()) {
            model.attempt(field.take());
        }
    }

    /** Adds a button beside its own. */
    void add(Button button) {
        line.getChildren().add(button);
    }

    /** {@return the field, for whoever acts on it} */
    public SecretField field() {
        return field;
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }
}
