package dev.tradewind.ui.shell;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Messages;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Says over the screen that the engine refused a command, until it is dismissed or a while has passed. */
final class RefusalNote extends StackPane {

    private static final Duration SHOWN = Duration.seconds(12);

    private final PauseTransition timer = new PauseTransition(SHOWN);

    RefusalNote(ShellViewModel model) {
        getStyleClass().add("refusal-ground");
        setPickOnBounds(false);
        setAlignment(Pos.BOTTOM_RIGHT);
        model.refusal.addListener((property, old, now) -> show(model, now));
        timer.setOnFinished(event -> dismiss(model));
    }

    private void show(ShellViewModel model, String words) {
        getChildren().clear();
        if (words.isEmpty()) {
            return;
        }
        VBox note = Messages.trouble(true, "The engine refused that", sentence(words));
        note.setId("refusal");
        note.getStyleClass().add("refusal");
        note.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        note.getChildren().add(Labels.wrapped("Nothing was placed, changed or cancelled by it.", "t-secondary"));
        Button close = Buttons.icon(Icon.CROSS, "Dismiss", () -> dismiss(model), "small");
        close.setId("refusal-dismiss");
        StackPane.setAlignment(close, Pos.TOP_RIGHT);
        StackPane framed = new StackPane(note, close);
        framed.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(framed);
        timer.playFromStart();
    }

    private void dismiss(ShellViewModel model) {
        timer.stop();
        model.refusal.set("");
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
