package dev.tradewind.ui.screen.lab;

import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every figure of the run. */
final class FigurePane extends VBox {

    private final LineTable table;
    private final Label note = Labels.of("", "t-secondary");

    FigurePane(Theme theme) {
        table = new LineTable(theme);
        table.setId("lab-figures");
        HBox head = new HBox(Labels.of("All figures", "t-pane"), note);
        head.getStyleClass().add("pane-head");
        VBox.setVgrow(table, Priority.ALWAYS);
        getStyleClass().addAll("pane", "lab-figures");
        getChildren().addAll(head, table);
    }

    void show(ReportModel model) {
        note.setText("money in " + model.report().quote() + ", ratios a year");
        table.show(model.figures());
    }
}
