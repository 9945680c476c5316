package dev.tradewind.ui.screen.lab;

import dev.tradewind.backtest.RunReport.Check;
import dev.tradewind.backtest.RunReport.Verdict;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Whether the result can be believed: first in words, then what was checked, one line each. */
final class TrustPane extends VBox {

    private final Label chip = Labels.of("", "chip");
    private final HBox figures = new HBox();
    private final LuckPainting bell;
    private final VBox lines = new VBox();

    TrustPane(Theme theme) {
        bell = new LuckPainting(theme);
        figures.getStyleClass().add("lab-luck");
        HBox head = new HBox(Labels.of("Can this be trusted", "t-pane"), Labels.spring(), chip);
        head.getStyleClass().add("pane-head");
        lines.getStyleClass().add("lab-checks");
        getStyleClass().addAll("pane", "lab-trust");
        getChildren().addAll(head, figures, bell, lines);
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
        Optional<ReportModel.Luck> luck = model.luck();
        figures.getChildren().clear();
        luck.ifPresent(found -> fill(found, model.trials()));
        show(figures, luck.isPresent());
        show(bell, luck.isPresent());
        luck.ifPresent(bell::show);
        lines.getChildren().clear();
        for (Check check : model.checks()) {
            lines.getChildren().add(line(icon(check.verdict()), tone(check.verdict()), check.label(), check.text()));
        }
    }

    private static void show(Region part, boolean visible) {
        part.setVisible(visible);
        part.setManaged(visible);
    }

    private void fill(ReportModel.Luck luck, long trials) {
        boolean enough = luck.deflated() >= ReportModel.Luck.ENOUGH;
        figures.getChildren().addAll(
                figure("Deflated Sharpe", chance(luck.deflated()), enough ? "is-buy" : "is-warn",
                        enough ? "hardly luck" : "below 0.95, may be luck"),
                figure("Probabilistic Sharpe", chance(luck.probabilistic()), "", "as if it were the only try"),
                figure("Trials on this data", Figures.whole(trials), "", trials == 1 ? "the first"
                        : "every one counted"));
    }

    private static String chance(double value) {
        return value > 0.99 ? "> 0.99" : value < 0.01 ? "< 0.01" : Figures.fixed(value, 2);
    }

    private static VBox figure(String label, String value, String tone, String note) {
        Label figure = Labels.of(value, "t-title");
        Labels.tone(figure, tone);
        Label words = Labels.of(note, "t-label", "lab-note");
        words.setMinWidth(0);
        Buttons.tip(words, note);
        VBox box = new VBox(Labels.of(label, "t-label"), figure, words);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(1);
        return box;
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
