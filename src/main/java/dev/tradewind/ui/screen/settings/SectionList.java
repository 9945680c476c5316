package dev.tradewind.ui.screen.settings;

import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Labels;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The sections to choose from, each with how it stands; arrow keys move between them. */
final class SectionList extends VBox {

    final ObjectProperty<Part> chosen = new SimpleObjectProperty<>(Part.ACCOUNTS);

    private final Map<Part, ToggleButton> buttons = new EnumMap<>(Part.class);

    SectionList(SettingsModels models, Theme theme) {
        getStyleClass().addAll("pane", "settings-list");
        for (Part part : Part.values()) {
            buttons.put(part, button(part, line(part, models, theme), tone(part, models)));
        }
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        chosen.addListener((property, before, now) -> select(now));
        select(chosen.get());
        flat(false);
    }

    private ToggleButton button(Part part, ObservableValue<String> line, ObservableValue<String> tone) {
        Label title = Labels.of(part.title(), "t-medium");
        Label state = Labels.of("", "t-note", "settings-state");
        state.setMinWidth(0);
        state.textProperty().bind(line);
        tone.addListener((property, before, now) -> Labels.tone(state, now));
        Labels.tone(state, tone.getValue());
        VBox words = new VBox(title, state);
        words.setMinWidth(0);
        words.getStyleClass().add("bot-words");
        HBox inside = new HBox(new IconView(part.icon(), "icon-16"), words);
        inside.getStyleClass().add("settings-item-inside");
        ToggleButton button = new ToggleButton();
        button.setGraphic(inside);
        button.setId("settings-" + part.name().toLowerCase(Locale.ROOT));
        button.accessibleTextProperty().bind(Bindings.createStringBinding(() -> part.title() + ": " + line.getValue(),
                line));
        button.getStyleClass().add("settings-item");
        button.setOnAction(event -> {
            chosen.set(part);
            select(part);
        });
        return button;
    }

    private static ObservableValue<String> line(Part part, SettingsModels models, Theme theme) {
        return switch (part) {
            case ACCOUNTS -> models.accounts.brief;
            case SECURITY -> models.security.headline;
            case BACKUPS -> models.backups.brief;
            case DIAGNOSTICS -> models.diagnostics.brief;
            case LOOK -> theme.appearanceProperty().map(look -> look.textPercent() + " % text");
            case ABOUT -> new SimpleObjectProperty<>("Version and data folder");
        };
    }

    private static ObservableValue<String> tone(Part part, SettingsModels models) {
        return switch (part) {
            case ACCOUNTS -> models.accounts.tone;
            case SECURITY -> models.security.tone;
            case BACKUPS -> models.backups.tone;
            case DIAGNOSTICS -> models.diagnostics.tone;
            case LOOK, ABOUT -> new SimpleObjectProperty<>("");
        };
    }

    private void select(Part part) {
        buttons.forEach((each, button) -> button.setSelected(each == part));
    }

    /** Lays the sections out in rows across, or one under the other. */
    void flat(boolean wanted) {
        getStyleClass().remove("flat");
        if (wanted) {
            getStyleClass().add("flat");
            FlowPane flow = new FlowPane(buttons.values().toArray(Node[]::new));
            flow.getStyleClass().add("settings-flow");
            getChildren().setAll(flow);
        } else {
            getChildren().setAll(Labels.of("Settings", "t-section", "settings-list-title"));
            getChildren().addAll(buttons.values());
        }
    }

    private void onKey(KeyEvent event) {
        int by = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.RIGHT ? 1
                : event.getCode() == KeyCode.UP || event.getCode() == KeyCode.LEFT ? -1 : 0;
        int next = chosen.get().ordinal() + by;
        if (by != 0 && next >= 0 && next < Part.values().length) {
            chosen.set(Part.values()[next]);
            buttons.get(chosen.get()).requestFocus();
        }
        if (by != 0) {
            event.consume();
        }
    }
}
