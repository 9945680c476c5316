package dev.tradewind.ui.screen.settings;

import dev.tradewind.ui.theme.Icon;
import java.io.File;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;

/** A folder, typed or chosen. */
final class FolderField extends HBox {

    private final TextField text = new TextField();

    /**
     * @param id    of the field; the button's is that with {@code -choose}
     * @param child what a chosen folder gets below it, empty to take the folder itself
     */
    FolderField(String id, String child) {
        getStyleClass().addAll("spacing-8", "settings-row");
        text.setId(id);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(text, Panes.button(id + "-choose", "Choose…", Icon.FOLDER, () -> choose(child), "quiet"));
    }

    private void choose(String child) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Choose a folder");
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            Path folder = chosen.toPath();
            text.setText((child.isEmpty() ? folder : folder.resolve(child)).toString());
        }
    }

    /** {@return the field itself} */
    TextField text() {
        return text;
    }
}
