package dev.tradewind.ui.screen.lab;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.ui.screen.lab.ReportModel.Deal;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Columns;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Messages;
import dev.tradewind.ui.widget.Segments;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The run's deals one by one, how they are spread, what they held, the split by bot and symbol, and the run itself. */
final class DealPane extends VBox {

    /** What can be looked at. */
    enum Tab {
        DEALS,
        DISTRIBUTION,
        EXPOSURE,
        SPLIT,
        RUN
    }

    private final Theme theme;
    private final Segments<Tab> tabs;
    private final StackPane body = new StackPane();
    private final TableView<Deal> deals;
    private final TableView<RunReport.Part> parts;
    private final HistogramPainting histogram;
    private final ExposurePainting exposure;
    private final LineTable facts;

    DealPane(Theme theme) {
        this.theme = theme;
        tabs = new Segments<>(List.of(Tab.values()), DealPane::words, false);
        tabs.getStyleClass().setAll("tabs");
        tabs.setId("lab-tabs");
        tabs.onChoice(this::open);
        for (Tab tab : Tab.values()) {
            tabs.button(tab).setId("lab-tab-" + tab.name().toLowerCase(Locale.ROOT));
        }
        deals = deals();
        parts = parts();
        histogram = new HistogramPainting(theme);
        exposure = new ExposurePainting(theme);
        facts = new LineTable(theme);
        HBox head = new HBox(tabs);
        head.getStyleClass().add("lab-tab-head");
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getStyleClass().addAll("pane", "lab-deals");
        getChildren().addAll(head, body);
        open(Tab.DEALS);
    }

    private static String words(Tab tab) {
        return switch (tab) {
            case DEALS -> "Deals";
            case DISTRIBUTION -> "Distribution";
            case EXPOSURE -> "Exposure";
            case SPLIT -> "Split";
            case RUN -> "Run";
        };
    }

    private TableView<Deal> deals() {
        TableView<Deal> table = new TableView<>();
        table.setId("lab-deals");
        table.getColumns().addAll(List.of(
                Columns.text("Deal", 44, deal -> Figures.whole(deal.number()), deal -> "strong"),
                Columns.text("Opened", 118, deal -> Words.minute(deal.trade().openNanos()), deal -> ""),
                Columns.figure("Lasted", 72, deal -> Figures.duration(length(deal.trade())), deal -> ""),
                Columns.figure("Orders", 50, deal -> Figures.whole(deal.trade().orders()), deal -> ""),
                Columns.figure("Worst, %", 62, deal -> Words.signed(deal.trade().worst() * 100, 2), deal -> ""),
                Columns.figure("Net", 70, deal -> Words.signed(deal.trade().net(), 2),
                        deal -> Words.tone(deal.trade().net())),
                Columns.text("Ended by", 88, deal -> deal.trade().ending(), DealPane::endTone)));
        return spread(table, Messages.empty(
                Icon.LIST, "No deal in this run",
                "The bot filled no order: its capital may be below the first one, or its entry never came."));
    }

    private static String endTone(Deal deal) {
        return deal.trade().isOpen() ? "is-warn" : deal.trade().net() < 0 ? "is-sell" : "is-secondary";
    }

    private static long length(ClosedTrade trade) {
        return trade.closeNanos() - trade.openNanos();
    }

    private TableView<RunReport.Part> parts() {
        TableView<RunReport.Part> table = new TableView<>();
        table.setId("lab-parts");
        table.getColumns().addAll(PartColumns.all());
        return spread(table, Messages.empty(Icon.LIST, "Nothing to split", "One bot traded one symbol."));
    }

    private <R> TableView<R> spread(TableView<R> table, Node empty) {
        table.setPlaceholder(empty);
        table.setMinHeight(0);
        table.widthProperty().addListener((property, before, now) ->
                Columns.spread(table, theme.appearanceProperty().get().textPercent()));
        return table;
    }

    private void open(Tab tab) {
        tabs.select(tab);
        body.getChildren().setAll(switch (tab) {
            case DEALS -> deals;
            case DISTRIBUTION -> histogram;
            case EXPOSURE -> exposure;
            case SPLIT -> parts;
            case RUN -> facts;
        });
    }

    void show(ReportModel model) {
        tabs.button(Tab.DEALS).setText("Deals  " + Figures.whole(model.deals().size()));
        deals.setItems(FXCollections.observableList(model.deals()));
        deals.scrollTo(0);
        parts.setItems(FXCollections.observableList(model.report().parts()));
        histogram.show(model.histogram());
        exposure.show(model.exposure(), model.report());
        facts.show(model.facts());
    }
}
