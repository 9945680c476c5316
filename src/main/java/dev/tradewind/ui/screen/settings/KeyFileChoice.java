package dev.tradewind.ui.screen.settings;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;

/** Which key file is meant. */
final class KeyFileChoice extends HBox {

    final ObjectProperty<Optional<Path>> file = new SimpleObjectProperty<>(Optional.empty());

    /** @param id of its button */
    KeyFileChoice(String id) {
        getStyleClass().addAll("spacing-8", "settings-row");
        Label name = Labels.of("", "t-secondary");
        name.setMinWidth(0);
        name.textProperty().bind(file.map(now -> now.map(path -> path.getFileName().toString())
                .orElse("No file chosen")));
        Button choose = Panes.button(id, "Choose key file…", Icon.FILE, this::choose, "quiet");
        Buttons.tip(choose, "The file that is needed beside the passphrase");
        getChildren().addAll(choose, name);
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Key file");
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            file.set(Optional.of(chosen.toPath()));
        }
    }
}
