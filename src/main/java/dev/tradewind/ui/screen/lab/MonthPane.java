package dev.tradewind.ui.screen.lab;

import dev.tradewind.analytics.MonthlyReturns;
import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Labels;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** What every month brought, as a table coloured by how much. */
final class MonthPane extends VBox {

    private static final List<String> NAMES =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Year");
    private static final int MOST_ROWS = 4;

    /** A month of so much and more is coloured fully. */
    private static final double FULL = 0.05;

    /** Full colour is this near to the colour of gain or loss, so that figures on it stay readable. */
    private static final double NEAR = 0.5;

    private final Theme theme;
    private List<MonthlyReturns.Year> shown = List.of();
    private final ChangeListener<Object> onLook = (property, before, now) -> show(shown);

    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);

    MonthPane(Theme theme) {
        this.theme = theme;
        theme.paletteProperty().addListener(new WeakChangeListener<>(onLook));
        grid.getStyleClass().add("lab-months");
        ColumnConstraints year = new ColumnConstraints();
        year.setPercentWidth(5.5);
        grid.getColumnConstraints().add(year);
        for (int i = 0; i < NAMES.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(94.5 / NAMES.size());
            grid.getColumnConstraints().add(column);
        }
        scroll.setFitToWidth(true);
        HBox head = new HBox(Labels.of("Monthly return, %", "t-pane"));
        head.getStyleClass().add("pane-head");
        getStyleClass().addAll("pane", "lab-months-pane");
        getChildren().addAll(head, scroll);
    }

    void show(List<MonthlyReturns.Year> years) {
        shown = years;
        grid.getChildren().clear();
        for (int i = 0; i < NAMES.size(); i++) {
            grid.add(filling(Labels.of(NAMES.get(i), "t-label", "lab-month-name")), i + 1, 0);
        }
        int row = 1;
        for (MonthlyReturns.Year year : years) {
            grid.add(Labels.of(Integer.toString(year.year()), "t-strong"), 0, row);
            for (int month = 0; month < 12; month++) {
                if (!Double.isNaN(year.months().get(month))) {
                    grid.add(cell(year.months().get(month), "lab-month"), month + 1, row);
                }
            }
            grid.add(cell(year.whole(), "lab-year"), NAMES.size(), row);
            row++;
        }
        double rows = Math.clamp(years.size(), 1, MOST_ROWS);
        scroll.setStyle("-fx-pref-height: " + (2.6 + 2.1667 * rows) + "em; -fx-min-height: " + (2.6 + 2.1667 * rows)
                + "em;");
    }

    private Label cell(double value, String kind) {
        Label label = Labels.of(Words.signed(value * 100, 1), kind);
        if (kind.equals("lab-month")) {
            Palette palette = theme.palette();
            Palette.Family family = value < 0 ? palette.sell() : palette.buy();
            Color colour = family.ground().interpolate(family.main(), Math.min(1, Math.abs(value) / FULL) * NEAR);
            label.setStyle("-fx-background-color: #" + colour.toString().substring(2) + ";");
        }
        return filling(label);
    }

    private static Label filling(Label label) {
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        label.setMinWidth(0);
        return label;
    }
}
