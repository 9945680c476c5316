package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.custody.SecurityDesk.PassphraseStrength;
import dev.tradewind.ui.widget.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How good a passphrase is: four bars, a word, a line, and what would make it better. */
final class StrengthLine extends VBox {

    private static final int BARS = 4;

    private final List<Region> bars = new ArrayList<>();
    private final Label word = Labels.of("", "t-medium");
    private final Label line = Labels.wrapped("", "t-secondary");

    StrengthLine(ObservableValue<Optional<PassphraseStrength>> strength) {
        getStyleClass().add("spacing-4");
        setId("vault-strength");
        word.setId("vault-strength-word");
        HBox row = new HBox();
        row.getStyleClass().add("strength-bars");
        for (int i = 0; i < BARS; i++) {
            Region bar = new Region();
            bar.getStyleClass().add("strength-bar");
            HBox.setHgrow(bar, Priority.ALWAYS);
            bars.add(bar);
        }
        row.getChildren().addAll(bars);
        row.getChildren().add(word);
        getChildren().addAll(row, line);
        Panes.shown(this, strength.map(Optional::isPresent));
        strength.addListener((property, before, now) -> now.ifPresent(this::show));
        strength.getValue().ifPresent(this::show);
    }

    private void show(PassphraseStrength found) {
        String tone = found.acceptable() ? "is-buy" : found.score() > 1 ? "is-warn" : "is-sell";
        for (int i = 0; i < BARS; i++) {
            Labels.tone(bars.get(i), i < Math.max(1, found.score()) ? tone : "");
        }
        word.setText(switch (found.score()) {
            case 0, 1 -> "Weak";
            case 2 -> "Not enough";
            case 3 -> "Good";
            default -> "Very strong";
        });
        Labels.tone(word, tone);
        String advice = String.join(" ", found.advice());
        line.setText((found.summary() + " " + advice).strip());
    }
}
