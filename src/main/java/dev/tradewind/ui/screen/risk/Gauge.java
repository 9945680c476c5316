package dev.tradewind.ui.screen.risk;

import dev.tradewind.engine.EngineSnapshot.RuleRow;
import dev.tradewind.ui.widget.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** How much of a limit is used: a bar in the rule's colour and the figure beside it. */
final class Gauge extends HBox {

    private static final double WHOLE_BPS = 10_000;
    private static final int MOST_PERCENT = 999;

    private final Region fill = new Region();
    private final double share;

    Gauge(RuleRow rule) {
        share = Math.clamp(rule.usedBps() / WHOLE_BPS, 0, 1);
        getStyleClass().add("gauge");
        Track track = new Track();
        fill.getStyleClass().addAll("gauge-fill", RiskTables.tone(rule.level()));
        HBox.setHgrow(track, Priority.ALWAYS);
        int percent = rule.usedBps() / 100;
        Label words = Labels.of(
                percent > MOST_PERCENT ? "> " + MOST_PERCENT + " %" : percent + " %", RiskTables.tone(rule.level()));
        words.getStyleClass().add("gauge-words");
        getChildren().addAll(track, words);
    }

    /** The ground the bar grows on. */
    private final class Track extends Region {

        Track() {
            getStyleClass().add("gauge-track");
            getChildren().add(fill);
        }

        @Override
        protected void layoutChildren() {
            fill.resizeRelocate(0, 0, Math.round(getWidth() * share), getHeight());
        }
    }
}
