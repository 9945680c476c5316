package dev.tradewind.ui.screen.lab;

import dev.tradewind.backtest.RunReport.Check;
import dev.tradewind.backtest.RunReport.Verdict;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Whether the result can be believed: first in words, then what was checked, one line each. */
final class TrustPane extends VBox {

    private final Label chip = Labels.of("", "chip");
    private final VBox lines = new VBox();

    TrustPane() {
        HBox head = new HBox(Labels.of("Can this be trusted", "t-pane"), Labels.spring(), chip);
        head.getStyleClass().add("pane-head");
        lines.getStyleClass().add("lab-checks");
        getStyleClass().addAll("pane", "lab-trust");
        getChildren().addAll(head, lines);
    }

    void show(ReportModel model) {
        Verdict gravest = model.verdict();
        chip.setText(switch (gravest) {
            case PASSED -> "Checks passed";
            case WARNING -> "Look closer";
            case FAILED -> "Not to be believed";
        });
        Labels.tone(chip, tone(gravest));
        chip.setGraphic(new IconView(icon(gravest), tone(gravest)));
        lines.getChildren().clear();
        for (Check check : model.report().checks()) {
            lines.getChildren().add(line(icon(check.verdict()), tone(check.verdict()), check.label(), check.text()));
        }
        if (model.trials() > 0) {
            String text = model.trials() == 1
                    ? "the only one so far"
                    : Figures.whole(model.trials()) + ", the best of many may be luck";
            lines.getChildren().add(line(
                    model.trials() > 1 ? Icon.LOOK : Icon.CHECK, model.trials() > 1 ? "is-warn" : "is-buy",
                    "Trials on this data", text));
        }
    }

    private static HBox line(Icon icon, String tone, String label, String text) {
        Label words = Labels.of(text, "t-secondary");
        words.setMinWidth(0);
        Buttons.tip(words, text);
        HBox room = new HBox(words);
        room.getStyleClass().add("right");
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox line = new HBox(new IconView(icon, tone), Labels.of(label), room);
        line.getStyleClass().add("lab-check");
        return line;
    }

    private static Icon icon(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> Icon.CHECK;
            case WARNING -> Icon.LOOK;
            case FAILED -> Icon.BLOCK;
        };
    }

    private static String tone(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "is-buy";
            case WARNING -> "is-warn";
            case FAILED -> "is-sell";
        };
    }
}
