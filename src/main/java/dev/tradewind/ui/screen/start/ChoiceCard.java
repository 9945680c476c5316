package dev.tradewind.ui.screen.start;

import dev.tradewind.ui.widget.Labels;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One answer to a question: a radio button as large as a card. Click or Space chooses it. */
final class ChoiceCard extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private Runnable chosen = () -> {};

    ChoiceCard(Node icon, String title, Node line) {
        Region ring = new Region();
        ring.getStyleClass().add("radio-ring");
        VBox words = new VBox(Labels.wrapped(title, "t-strong"), line);
        words.getStyleClass().add("choice-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getStyleClass().add("choice-card");
        getChildren().addAll(ring, icon, words);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        setAccessibleText(title);
        setOnMouseClicked(event -> {
            requestFocus();
            chosen.run();
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.SPACE) {
                chosen.run();
                event.consume();
            }
        });
    }

    void onChosen(Runnable action) {
        chosen = action;
    }

    void choose(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }
}
