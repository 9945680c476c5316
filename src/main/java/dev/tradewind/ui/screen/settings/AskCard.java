package dev.tradewind.ui.screen.settings;

import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A question over the screen. Escape and a click beside it leave everything as it is. */
final class AskCard extends StackPane {

    private final VBox body = new VBox();
    private final HBox foot = new HBox();

    /**
     * @param id    begins the ids of its parts
     * @param back  what the button says that leaves everything as it is
     * @param leave runs then
     */
    AskCard(String id, String title, String back, Runnable leave) {
        setId(id);
        getStyleClass().addAll("modal-ground", "settings-ask");
        body.getStyleClass().add("settings-form");
        Button no = Buttons.of(back, leave, "quiet");
        no.setId(id + "-back");
        foot.getStyleClass().addAll("spacing-8", "settings-row");
        foot.getChildren().addAll(Labels.spring(), no);
        VBox card = new VBox(Labels.wrapped(title, "t-section"), body, foot);
        card.getStyleClass().addAll("card", "settings-ask-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.setOnMousePressed(Event::consume);
        setOnMousePressed(event -> leave.run());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
        getChildren().add(card);
    }

    /** Adds what it says and asks. */
    void say(Node... nodes) {
        body.getChildren().addAll(nodes);
    }

    /** Adds where it says what went wrong. */
    void error(ObservableValue<String> words) {
        body.getChildren().add(Panes.said(words, getId() + "-error", "field-error"));
    }

    /** Adds the button that does it. */
    void act(Button button) {
        foot.getChildren().addFirst(button);
    }
}
