package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.custody.SecurityDesk.SecurityState;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.SecretField;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Something that takes the passphrase each time it is done: the field and the button beside it. */
final class PassphraseAct extends VBox {

    /**
     * @param id   of the button; the field's is that with {@code -passphrase}
     * @param work takes passphrase and key file
     */
    PassphraseAct(
            SecurityViewModel model, String id, String words, Icon icon, BiConsumer<char[], Optional<Path>> work) {
        getStyleClass().add("spacing-8");
        SecretField passphrase = new SecretField("Passphrase");
        passphrase.setId(id + "-passphrase");
        passphrase.prompt("Passphrase");
        HBox.setHgrow(passphrase, Priority.ALWAYS);
        KeyFileChoice keyFile = new KeyFileChoice(id + "-file");
        Button button = Panes.button(id, words, icon, () -> { }, "default");
        Runnable act = () -> {
            if (!button.isDisabled()) {
                Optional<Path> file = model.state.get().keyFile() ? keyFile.file.get() : Optional.empty();
                work.accept(passphrase.take(), file);
            }
        };
        button.setOnAction(event -> act.run());
        passphrase.onEnter(act);
        button.disableProperty().bind(model.outcome.busy.or(passphrase.emptyProperty()));
        getChildren().addAll(Panes.row(passphrase, button),
                Panes.shown(keyFile, model.state.map(SecurityState::keyFile)));
    }
}
