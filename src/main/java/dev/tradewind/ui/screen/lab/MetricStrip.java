package dev.tradewind.ui.screen.lab;

import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The run's chief figures in one strip, ending in how closely its fills follow the market. */
final class MetricStrip extends GridPane {

    private static final int TIER_WIDTH = 2;

    /** Columns in one row of the strip where the window is narrow. */
    private static final int NARROW = 4;

    private @Nullable ReportModel shown;
    private boolean narrow;

    MetricStrip() {
        getStyleClass().addAll("pane", "lab-strip");
    }

    void narrow(boolean wanted) {
        narrow = wanted;
        if (shown != null) {
            show(shown);
        }
    }

    void show(ReportModel model) {
        shown = model;
        getChildren().clear();
        getColumnConstraints().clear();
        int columns = narrow ? NARROW : model.cards().size() + TIER_WIDTH;
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            column.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(column);
        }
        int cell = 0;
        for (ReportModel.Card card : model.cards()) {
            add(card(card), cell % columns, cell / columns);
            cell++;
        }
        add(tier(model), cell % columns, cell / columns, narrow ? 1 : TIER_WIDTH, 1);
    }

    private static VBox card(ReportModel.Card card) {
        Label value = Labels.of(card.value(), "t-title");
        Labels.tone(value, card.tone());
        Label note = Labels.of(card.note(), "t-label", "lab-note");
        note.setMinWidth(0);
        Buttons.tip(note, card.note());
        VBox box = new VBox(Labels.of(card.label(), "t-label"), value, note);
        box.getStyleClass().add("lab-card");
        return box;
    }

    private static HBox tier(ReportModel model) {
        Label badge = Labels.of(model.report().tier().name(), "lab-tier");
        Label note = Labels.wrapped(model.tierNote(), "t-label");
        VBox words = new VBox(Labels.of(ReportModel.tierName(model.report().tier()), "t-strong"), note);
        words.getStyleClass().add("lab-tier-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Buttons.tip(badge, model.report().tier().belief());
        HBox box = new HBox(badge, words);
        box.setId("lab-tier");
        box.getStyleClass().add("lab-tier-box");
        return box;
    }
}
