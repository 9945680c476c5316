package dev.tradewind.ui.lock;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import java.io.File;
import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** The second factor: which file it is, and a button that finds it. JavaFX thread only. */
final class KeyFileRow extends HBox {

    private final ObjectProperty<@Nullable Path> file;

    /** @param empty what it says while none is chosen */
    KeyFileRow(ObjectProperty<@Nullable Path> file, String empty, String id) {
        this.file = file;
        Label name = Labels.wrapped("", "t-secondary");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Button choose = Buttons.of("Choose…", this::choose, "quiet", "small");
        choose.setId(id);
        getStyleClass().add("key-file-row");
        getChildren().addAll(new IconView(Icon.FILE, "icon-16"), name, choose);
        Runnable refresh = () -> {
            Path now = file.get();
            name.setText(now == null ? empty : String.valueOf(now.getFileName()));
        };
        file.addListener((property, old, now) -> refresh.run());
        refresh.run();
    }

    /** Adds a further button. */
    void add(Button button) {
        getChildren().add(button);
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose the key file");
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            file.set(chosen.toPath());
        }
    }
}
