package dev.tradewind.ui.shell;

import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.FlowBar;
import dev.tradewind.ui.widget.Labels;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Engine state, event rate, replay progress, journal, heap, stop coverage, fill tier, and the last message. */
final class StatusBar extends VBox {

    StatusBar(ShellViewModel model, Node locks) {
        Region light = new Region();
        light.getStyleClass().add("light");
        model.engineTone.addListener((property, old, now) -> Labels.tone(light, now));
        Labels.tone(light, model.engineTone.get());
        Label engine = Labels.of("", "t-strong", "status-text");
        engine.textProperty().bind(model.engine);
        HBox state = new HBox(light, engine);
        state.getStyleClass().addAll("bar-group", "spacing-8");
        Label message = new Label();
        message.setId("message");
        message.getStyleClass().addAll("t-secondary", "status-text");
        message.textProperty().bind(model.message);
        model.messageTone.addListener((property, old, now) -> Labels.tone(message, now));
        HBox keys = new HBox(locks);
        keys.getStyleClass().add("bar-group");
        keys.managedProperty().bind(locks.managedProperty());
        FlowBar bar = new FlowBar(9, 18,
                state,
                keys,
                figure("Events", model.rate),
                figure("Replayed", model.played),
                figure("Journal row", model.journal),
                figure("Heap", model.heap),
                figure("Stops", model.protection),
                tier(model),
                exchange(model.exchange),
                message);
        bar.getStyleClass().add("status-flow");
        getStyleClass().add("status-bar");
        getChildren().add(bar);
    }

    private static Node exchange(ExchangeViewModel model) {
        Node box = figure("Exchange", model.status);
        box.setId("exchange-status");
        box.visibleProperty().bind(model.status.isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    /** How far simulated fills are to be believed: beside the other figures one lives with. */
    private static Node tier(ShellViewModel model) {
        Label chip = Labels.of("", "chip");
        chip.setId("fill-tier");
        chip.textProperty().bind(model.tier);
        Label name = Labels.of("Fills", "t-secondary", "status-text");
        Runnable explain = () -> {
            Buttons.tip(chip, model.tierMeaning.get());
            Buttons.tip(name, model.tierMeaning.get());
            chip.setAccessibleText(model.tierMeaning.get());
        };
        model.tierMeaning.addListener((property, old, now) -> explain.run());
        explain.run();
        HBox box = new HBox(name, chip);
        box.getStyleClass().addAll("bar-group", "spacing-4");
        box.visibleProperty().bind(model.tier.isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private static Node figure(String label, ObservableValue<String> value) {
        Label figure = Labels.of("", "t-strong", "status-text");
        figure.textProperty().bind(value);
        HBox box = new HBox(Labels.of(label, "t-secondary", "status-text"), figure);
        box.getStyleClass().addAll("bar-group", "spacing-4");
        return box;
    }
}
