package dev.tradewind.ui.lock;

import dev.tradewind.ui.widget.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How strong a passphrase is: four bars, a word, and a line. */
final class StrengthMeter extends VBox {

    private static final int BARS = 4;

    StrengthMeter(NewPassphraseModel model) {
        getStyleClass().add("strength");
        HBox bars = new HBox();
        bars.getStyleClass().add("strength-bars");
        HBox.setHgrow(bars, Priority.ALWAYS);
        Region[] each = new Region[BARS];
        for (int i = 0; i < BARS; i++) {
            each[i] = new Region();
            each[i].getStyleClass().add("strength-bar");
            HBox.setHgrow(each[i], Priority.ALWAYS);
        }
        bars.getChildren().addAll(each);
        Label word = Labels.of("", "strength-word");
        word.setId("strength-word");
        word.textProperty().bind(model.word);
        Label line = Labels.wrapped("", "choice-line");
        line.textProperty().bind(model.summary);
        HBox head = new HBox(bars, word);
        head.getStyleClass().add("strength-head");
        getChildren().addAll(head, line);
        Runnable refresh = () -> {
            int lit = model.score.get() < 0 ? 0 : Math.max(1, model.score.get());
            for (int i = 0; i < BARS; i++) {
                Labels.tone(each[i], i < lit ? model.tone.get() : "");
            }
            Labels.tone(word, model.tone.get());
        };
        model.score.addListener((property, old, now) -> refresh.run());
        model.tone.addListener((property, old, now) -> refresh.run());
        visibleProperty().bind(model.score.greaterThanOrEqualTo(0));
        managedProperty().bind(visibleProperty());
        refresh.run();
    }
}
