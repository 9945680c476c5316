package dev.tradewind.ui.widget;

import dev.tradewind.ui.theme.Icon;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One line above a form: a person's own presets, and the form saved as one. JavaFX thread only. */
public final class PresetBar extends VBox {

    private boolean filling;

    /** A bar over a model; several bars must not share one. */
    public PresetBar(PresetModel model) {
        ComboBox<String> own = new ComboBox<>();
        own.setId("own-presets");
        own.setPromptText("Own presets");
        own.setMaxWidth(Double.MAX_VALUE);
        own.setAccessibleText("Your presets");
        HBox.setHgrow(own, Priority.ALWAYS);
        own.valueProperty().addListener((property, old, now) -> {
            if (now != null && !filling) {
                model.choose(now);
            }
        });
        UnitField name = new UnitField("", "");
        name.text().setId("preset-name");
        name.text().setPromptText("Name");
        name.text().setPrefColumnCount(5);
        name.text().textProperty().bindBidirectional(model.name);
        name.text().setOnAction(event -> model.save());
        Button save = Buttons.of("Save", model::save, "quiet");
        save.setId("preset-save");
        Buttons.tip(save, "Keep what the form holds as a preset of that name");
        save.disableProperty().bind(Bindings.createBooleanBinding(() -> model.name.get().isBlank(), model.name));
        Button rename = Buttons.icon(Icon.PENCIL, "Rename the chosen preset", model::rename);
        rename.setId("preset-rename");
        rename.disableProperty().bind(model.chosen.isEmpty().or(model.chosen.isEqualTo(model.name)));
        Button delete = Buttons.icon(Icon.CROSS, "Delete the chosen preset", model::delete);
        delete.setId("preset-delete");
        delete.disableProperty().bind(model.chosen.isEmpty());
        HBox line = new HBox(own, name, save, rename, delete);
        line.getStyleClass().add("preset-line");
        Label trouble = Labels.wrapped("", "field-error");
        trouble.textProperty().bind(model.trouble);
        trouble.visibleProperty().bind(model.trouble.isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        getChildren().addAll(line, trouble);
        model.names.addListener((property, old, now) -> show(own, model));
        model.chosen.addListener((property, old, now) -> show(own, model));
        show(own, model);
    }

    private void show(ComboBox<String> own, PresetModel model) {
        filling = true;
        own.getItems().setAll(model.names.get());
        own.setValue(model.chosen.get().isEmpty() ? null : model.chosen.get());
        own.setDisable(model.names.get().isEmpty());
        filling = false;
    }
}
