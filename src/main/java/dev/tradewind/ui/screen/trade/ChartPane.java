package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Timeframe;
import dev.tradewind.ui.chart.CandleChart;
import dev.tradewind.ui.chart.ChartStyle;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Segments;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The chart with its head: timeframe, countdown, scale, fit. */
final class ChartPane extends VBox {

    private final TradeViewModel model;
    private final CandleChart chart;

    ChartPane(TradeViewModel model, ChartStyle style) {
        this.model = model;
        this.chart = new CandleChart(style);
        getStyleClass().add("pane");
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(head(), chart);
        chart.onCancel(model::cancel);
        model.snapshotProperty().addListener((property, before, now) -> candles());
        model.timeframeProperty().addListener((property, before, now) -> candles());
        model.levelsProperty().addListener((property, before, now) -> chart.levels(now));
        model.fillsProperty().addListener((property, before, now) -> chart.fills(now));
        model.logarithmicProperty().addListener((property, before, now) -> chart.logarithmic(now));
        candles();
        chart.levels(model.levelsProperty().get());
        chart.fills(model.fillsProperty().get());
    }

    private HBox head() {
        Region square = new Region();
        square.getStyleClass().addAll("link-square", "market");
        Segments<Timeframe> frames = new Segments<>(model.offered(), Timeframe::label, false);
        frames.getStyleClass().add("open");
        frames.setId("timeframes");
        frames.select(model.timeframeProperty().get());
        frames.onChoice(model.timeframeProperty()::set);
        model.timeframeProperty().addListener((property, before, now) -> frames.select(now));
        Label countdown = Labels.of("", "t-label");
        countdown.setMinWidth(0);
        countdown.textProperty().bind(model.countdownProperty());
        ToggleButton log = new ToggleButton("Log");
        log.setId("log-scale");
        log.setMinWidth(USE_PREF_SIZE);
        log.getStyleClass().add("bare-toggle");
        log.selectedProperty().bindBidirectional(model.logarithmicProperty());
        Buttons.tip(log, "Logarithmic price axis");
        var fit = Buttons.of("Fit", chart::fit, "bare", "small");
        Buttons.tip(fit, "Show everything (double click on the chart)");
        HBox head = new HBox(
                square, Labels.of(model.snapshotProperty().get().market().instrument().symbol(), "t-pane"), frames,
                Labels.spring(), countdown, fit, log);
        head.getStyleClass().add("pane-head");
        return head;
    }

    private void candles() {
        var market = model.snapshotProperty().get().market();
        chart.last(market.lastTicks());
        chart.candles(market.instrument(), model.candles(), model.forming());
    }

    void restyle(ChartStyle style) {
        chart.restyle(style);
    }

    CandleChart chart() {
        return chart;
    }
}
