package dev.tradewind.ui.screen.lab;

import dev.tradewind.ui.screen.lab.ReportModel.Line;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Columns;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.TableView;

/** Labels with their values, one below the other. */
final class LineTable extends TableView<Line> {

    LineTable(Theme theme) {
        getStyleClass().add("lab-lines");
        getColumns().addAll(List.of(
                Columns.text("", 130, Line::label, line -> "is-secondary"),
                Columns.figure("", 150, Line::value, line -> line.tone() + " strong")));
        setMinHeight(0);
        widthProperty().addListener((property, before, now) ->
                Columns.spread(this, theme.appearanceProperty().get().textPercent()));
    }

    void show(List<Line> lines) {
        setItems(FXCollections.observableList(lines));
    }
}
