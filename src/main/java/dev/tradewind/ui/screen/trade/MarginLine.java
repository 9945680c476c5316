package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Margin mode and leverage of the session, to read: they are chosen when it begins. */
final class MarginLine extends HBox {

    MarginLine(MarginConfig margin) {
        Label chip = Labels.of(words(margin), "chip");
        chip.setId("ticket-leverage");
        Buttons.tip(chip, meaning(margin));
        getStyleClass().add("verdict-line");
        getChildren().addAll(Labels.of("Margin", "t-label"), Labels.spring(), chip);
    }

    /** {@return for instance {@code Isolated 2x}} */
    static String words(MarginConfig margin) {
        String mode = switch (margin.mode()) {
            case ISOLATED -> "Isolated ";
            case CROSS -> "Cross ";
        };
        String positions = switch (margin.positions()) {
            case ONE_WAY -> "";
            case HEDGE -> ", hedge";
        };
        return mode + margin.leverage() + "x" + positions;
    }

    private static String meaning(MarginConfig margin) {
        String mode = margin.mode() == MarginMode.ISOLATED
                ? "A position's own margin alone answers for its losses."
                : "The whole wallet answers for a position's losses.";
        String positions = margin.positions() == PositionMode.HEDGE
                ? " A long and a short position are kept apart."
                : "";
        return mode + positions + " A position worth " + margin.leverage()
                + " takes 1 of margin. Set for the session when it began.";
    }
}
