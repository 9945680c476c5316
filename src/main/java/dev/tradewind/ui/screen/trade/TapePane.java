package dev.tradewind.ui.screen.trade;

import dev.tradewind.engine.EngineSnapshot.Market;
import dev.tradewind.ui.chart.ChartStyle;
import dev.tradewind.ui.widget.Labels;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The tape with its head. */
final class TapePane extends VBox {

    private final TapeCanvas rows;

    TapePane(Market market, ChartStyle style) {
        rows = new TapeCanvas(style);
        getStyleClass().add("pane");
        Region square = new Region();
        square.getStyleClass().addAll("link-square", "market");
        HBox head = new HBox(
                square, Labels.of("Tape", "t-pane"), Labels.spring(),
                Labels.of("size in " + market.instrument().base().code(), "t-label"));
        head.getStyleClass().add("pane-head");
        VBox.setVgrow(rows, Priority.ALWAYS);
        getChildren().addAll(head, rows);
        show(market);
    }

    void show(Market market) {
        rows.show(market);
    }

    void restyle(ChartStyle style) {
        rows.restyle(style);
    }
}
