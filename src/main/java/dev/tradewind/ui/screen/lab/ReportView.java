package dev.tradewind.ui.screen.lab;

import dev.tradewind.ui.theme.Theme;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A run's report: head, figures, curves, months, deals and search left, what to think of it right. */
final class ReportView extends VBox {

    /** Below this width, in pixels at 100 % text, the right column goes under the left. */
    private static final double NARROW = 1200;

    private final Theme theme;
    private final ReportHead head;
    private final MetricStrip strip;
    private final EquityPane equity;
    private final MonthPane months;
    private final DealPane deals;
    private final Node search;
    private final TrustPane trust;
    private final FigurePane figures;
    private final SpreadPane spread;
    private final VBox left = new VBox();
    private final VBox right = new VBox();
    private final HBox columns = new HBox();
    private boolean narrow;

    /** @param search the pane beside the deals */
    ReportView(Theme theme, LabActions actions, Node search) {
        this.theme = theme;
        this.search = search;
        head = new ReportHead(actions);
        strip = new MetricStrip();
        equity = new EquityPane(theme);
        months = new MonthPane(theme);
        deals = new DealPane(theme);
        trust = new TrustPane(theme);
        figures = new FigurePane(theme);
        spread = new SpreadPane(theme);
        VBox.setVgrow(equity, Priority.ALWAYS);
        VBox.setVgrow(figures, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(deals, Priority.ALWAYS);
        HBox.setHgrow(search, Priority.ALWAYS);
        VBox.setVgrow(columns, Priority.ALWAYS);
        left.getStyleClass().addAll("spacing-4", "lab-left");
        right.getStyleClass().addAll("spacing-4", "lab-right");
        columns.getStyleClass().add("spacing-4");
        getStyleClass().addAll("spacing-4", "lab-report");
        widthProperty().addListener((property, before, now) -> arrange());
        theme.appearanceProperty().addListener((property, before, now) -> arrange());
        arrange(false);
    }

    private void arrange() {
        boolean wanted = getWidth() / (theme.rootPixels() / Theme.ROOT_PIXELS) < NARROW;
        if (getWidth() > 0 && wanted != narrow) {
            arrange(wanted);
        }
    }

    private void arrange(boolean wanted) {
        narrow = wanted;
        strip.narrow(narrow);
        left.getChildren().clear();
        right.getChildren().setAll(trust, figures, spread);
        columns.getChildren().clear();
        getChildren().clear();
        getStyleClass().remove("narrow");
        if (narrow) {
            getStyleClass().add("narrow");
            left.getChildren().setAll(equity, months, deals, search);
            getChildren().setAll(head, strip, left, right);
        } else {
            HBox below = new HBox(deals, search);
            below.getStyleClass().addAll("spacing-4", "lab-below");
            left.getChildren().setAll(equity, months, below);
            columns.getChildren().setAll(left, right);
            getChildren().setAll(head, strip, columns);
        }
    }

    void show(ReportModel model) {
        head.show(model);
        strip.show(model);
        equity.show(model);
        months.show(model.years());
        deals.show(model);
        trust.show(model);
        figures.show(model);
        spread.show(model);
    }
}
