package dev.tradewind.ui.screen.bots;

import dev.tradewind.domain.Command.StopMode;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Asks once what becomes of a bot's coins when it stops; Escape and a click beside it keep the bot running. */
final class StopCard extends StackPane {

    /**
     * @param chosen what to do; not called if the person keeps the bot
     * @param close  removes this card
     */
    StopCard(String name, String holding, Consumer<StopMode> chosen, Runnable close) {
        getStyleClass().add("modal-ground");
        Button keep = Buttons.of("Stop and keep the coins", () -> {
            close.run();
            chosen.accept(StopMode.KEEP);
        }, "primary");
        keep.setId("stop-keep");
        Button sell = Buttons.of("Stop and sell at market", () -> {
            close.run();
            chosen.accept(StopMode.SELL);
        }, "danger");
        sell.setId("stop-sell");
        Button back = Buttons.of("Keep it running", close, "quiet");
        back.setId("stop-back");
        HBox row = new HBox(keep, sell, Labels.spring(), back);
        row.getStyleClass().add("spacing-8");
        VBox card = new VBox(
                Labels.of("Stop " + name + "?", "t-section"),
                Labels.wrapped("Its working orders are cancelled either way, its stop included. " + holding, "t-secondary"),
                row);
        card.getStyleClass().addAll("card", "stop-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.setOnMousePressed(Event::consume);
        setOnMousePressed(event -> close.run());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
        getChildren().add(card);
    }
}
