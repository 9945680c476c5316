package dev.tradewind.ui.screen.lab;

import dev.tradewind.analytics.Comparison;
import dev.tradewind.ui.chart.CurveChart;
import dev.tradewind.ui.chart.CurveData;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Columns;
import dev.tradewind.ui.widget.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** Up to ten runs side by side: their curves as returns, and every figure with the best of each marked. */
final class CompareView extends VBox {

    /** A colour each, told apart also where red and green are not; the first is the theme's own. */
    private static final List<Color> COLOURS = List.of(
            Color.web("#8B9CFF"), Color.web("#62B6E8"), Color.web("#E5AE4A"), Color.web("#C58AF0"),
            Color.web("#3FC1A5"),
            Color.web("#F28C6A"), Color.web("#9AA7B8"), Color.web("#D8C24F"), Color.web("#E27BB1"),
            Color.web("#6F8BFF"));

    private final CompareModel model;
    private final CurveChart chart;
    private final HBox keys = new HBox();
    private final TableView<Comparison.Row> table = new TableView<>();
    private final Theme theme;
    private int decimals;

    CompareView(LabViewModel lab, Theme theme) {
        this.model = lab.compare;
        this.theme = theme;
        chart = new CurveChart(theme, value -> Words.percent(value, decimals), true);
        Button back = Buttons.of("Back to the report", () -> lab.page.set(LabViewModel.Page.REPORT), "quiet", "small");
        back.setId("lab-compare-back");
        keys.getStyleClass().add("lab-keys");
        keys.setMinWidth(0);
        HBox head = new HBox(Labels.of("Runs compared", "t-pane"), Labels.of("return, %", "t-secondary"), keys,
                Labels.spring(), back);
        head.getStyleClass().add("pane-head");
        VBox curves = new VBox(head, chart);
        curves.getStyleClass().addAll("pane", "lab-compare-curves");
        VBox.setVgrow(chart, Priority.ALWAYS);
        HBox tableHead = new HBox(Labels.of("Figures", "t-pane"), Labels.of("the best of each in colour",
                "t-secondary"));
        tableHead.getStyleClass().add("pane-head");
        table.setId("lab-comparison");
        table.setMinHeight(0);
        table.widthProperty().addListener((property, before, now) -> spread());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox figures = new VBox(tableHead, table);
        figures.getStyleClass().addAll("pane", "lab-compare-figures");
        VBox.setVgrow(figures, Priority.ALWAYS);
        getStyleClass().addAll("spacing-4", "lab-compare-view");
        getChildren().addAll(curves, figures);
        model.entries.addListener((property, before, now) -> show());
        show();
    }

    private void spread() {
        if (!table.getColumns().isEmpty()) {
            Columns.spread(table, theme.appearanceProperty().get().textPercent());
        }
    }

    private static Color colour(int place, Palette palette) {
        return place == 0 ? palette.accent().main() : COLOURS.get(place % COLOURS.size());
    }

    private void show() {
        List<CompareModel.Entry> entries = model.entries.get();
        chart.clear();
        keys.getChildren().clear();
        table.getColumns().clear();
        if (entries.isEmpty()) {
            table.getItems().clear();
            return;
        }
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        double span = 0;
        for (int i = entries.size() - 1; i >= 0; i--) {
            CompareModel.Entry entry = entries.get(i);
            Curves curves = entry.curves();
            if (curves.seconds().length > 1) {
                from = Math.min(from, curves.seconds()[0]);
                to = Math.max(to, curves.seconds()[curves.seconds().length - 1]);
                double start = entry.run().report().startEquity();
                span = Math.max(span, Curves.span(curves.equity()) / start);
                CurveData line = new CurveData("#" + entry.number());
                line.set(curves.seconds(), Arrays.stream(curves.equity()).map(value -> value / start - 1).toArray());
                int place = i;
                chart.line(line, palette -> colour(place, palette), i == 0 ? 1.8 : 1.3);
            }
            keys.getChildren().addFirst(EquityPane.key("#" + entry.number(), "run-" + i));
        }
        decimals = span > 0.1 ? 0 : span > 0.01 ? 1 : 2;
        if (to > from) {
            double margin = (to - from) * EquityPane.MARGIN;
            chart.times(from - margin, to + margin);
        }
        columns();
    }

    private void columns() {
        Comparison comparison = model.comparison();
        List<TableColumn<Comparison.Row, Comparison.Row>> columns = new ArrayList<>();
        columns.add(Columns.text("", 150, row -> row.metric().label(), row -> "is-secondary"));
        for (int i = 0; i < comparison.names().size(); i++) {
            int run = i;
            columns.add(Columns.figure(comparison.names().get(i), 100,
                    row -> Words.of(row.metric(), row.values().get(run)),
                    row -> row.best() == run ? "is-accent strong" : ""));
        }
        table.getColumns().setAll(columns);
        table.setItems(FXCollections.observableList(comparison.rows()));
        spread();
    }
}
