package dev.tradewind.ui.screen.settings;

import dev.tradewind.ui.widget.JobBar;
import dev.tradewind.ui.widget.Labels;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How a section stands in one sentence, what that means, and what can be done about it. */
final class SectionHead extends VBox {

    private final HBox actions = new HBox();

    SectionHead(ObservableValue<String> headline, ObservableValue<String> meaning, ObservableValue<String> tone,
            String id) {
        getStyleClass().addAll("pane", "settings-head");
        Label title = Labels.of("", "t-title");
        title.setId(id + "-headline");
        title.setMinWidth(0);
        title.textProperty().bind(headline);
        tone.addListener((property, before, now) -> Labels.tone(title, now));
        Labels.tone(title, tone.getValue());
        Label line = Labels.wrapped("", "t-secondary");
        line.setId(id + "-meaning");
        line.textProperty().bind(meaning);
        VBox words = new VBox(title, line);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        actions.getStyleClass().addAll("spacing-8", "settings-row");
        HBox row = new HBox(words, actions);
        row.getStyleClass().addAll("spacing-16", "settings-row");
        getChildren().add(row);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    /** Adds a button. */
    void action(Button button) {
        actions.getChildren().add(button);
    }

    /** Shows how the section's acts went. */
    void outcome(Outcome outcome, String id) {
        getChildren().add(new OutcomeBox(outcome, id));
    }

    /** Shows the section's job while one runs. */
    void job(JobBar bar) {
        getChildren().add(bar);
    }
}
