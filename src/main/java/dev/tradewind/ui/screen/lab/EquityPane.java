package dev.tradewind.ui.screen.lab;

import dev.tradewind.ui.chart.CurveChart;
import dev.tradewind.ui.chart.CurveData;
import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** Equity with its band and holding, and under it the drawdown, drawn by ChartFX. */
final class EquityPane extends VBox {

    private static final double BAND_OPACITY = 0.22;
    /** Room left and right of the curves, as a share of their length: for the first and the last time's label. */
    static final double MARGIN = 0.015;
    /** Money that moves by less than this is written with its cents. */
    private static final double SMALL = 20;
    private static final double FALL_OPACITY = 0.20;

    private final CurveData equity = new CurveData("this run");
    private final CurveData hold = new CurveData("hold");
    private final CurveData upper = new CurveData("optimistic");
    private final CurveData lower = new CurveData("pessimistic");
    private final CurveData fall = new CurveData("drawdown");
    private final CurveChart money;
    private final CurveChart under;
    private final ToggleButton log = new ToggleButton("Log");
    private final Label unit = Labels.of("", "t-secondary");
    private final Label readout = Labels.of("", "t-secondary");
    private final HBox bandKey;
    private final HBox holdKey;
    private int decimals;
    private Curves curves = new Curves(new double[0], new double[0], new double[0], new double[0], new double[0],
            new double[0]);

    EquityPane(Theme theme) {
        money = new CurveChart(theme, value -> Figures.fixed(log.isSelected() ? Math.exp(value) : value, decimals), false);
        under = new CurveChart(theme, value -> Words.percent(value, 1), true);
        under.marks(3);
        money.band(upper, lower, palette -> faded(palette.accent().main(), BAND_OPACITY));
        money.line(hold, Palette::fg3, 1);
        money.line(equity, palette -> palette.accent().main(), 1.6);
        under.band(fall, fall, palette -> faded(palette.sell().main(), FALL_OPACITY));
        under.line(fall, palette -> palette.sell().main(), 1);
        bandKey = key("pessimistic to optimistic", "band");
        holdKey = key("hold, scaled", "hold");
        log.setId("lab-log");
        log.getStyleClass().add("bare-key");
        log.setOnAction(event -> fill());
        readout.setMinWidth(0);
        HBox head = new HBox(
                Labels.of("Equity and drawdown", "t-pane"), unit, readout, Labels.spring(), key("this run", "run"),
                bandKey,
                holdKey, log);
        head.getStyleClass().add("pane-head");
        VBox charts = new VBox(money, under);
        charts.getStyleClass().add("lab-curves");
        VBox.setVgrow(money, Priority.ALWAYS);
        VBox.setVgrow(charts, Priority.ALWAYS);
        under.getStyleClass().add("lab-under");
        charts.setOnMouseMoved(event -> read(event.getX()));
        charts.setOnMouseExited(event -> readout.setText(""));
        getStyleClass().addAll("pane", "lab-equity");
        getChildren().addAll(head, charts);
    }

    private static Color faded(Color colour, double opacity) {
        return colour.deriveColor(0, 1, 1, opacity);
    }

    static HBox key(String words, String kind) {
        Region mark = new Region();
        mark.getStyleClass().addAll("lab-key-mark", kind);
        HBox key = new HBox(mark, Labels.of(words, "t-label"));
        key.getStyleClass().add("lab-key");
        return key;
    }

    void show(ReportModel model) {
        curves = model.curves();
        unit.setText(model.report().quote());
        readout.setText("");
        shown(bandKey, curves.optimistic().length > 0);
        shown(holdKey, curves.hold().length > 0);
        fill();
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void fill() {
        DoubleUnaryOperator scale = log.isSelected() ? value -> Math.log(Math.max(value, 1e-9)) : value -> value;
        decimals = Curves.span(curves.equity()) < SMALL ? 2 : 0;
        set(equity, curves.equity(), scale);
        set(hold, curves.hold(), scale);
        set(upper, curves.optimistic(), scale);
        set(lower, curves.pessimistic(), scale);
        set(fall, curves.fall(), value -> value);
        int size = curves.seconds().length;
        if (size > 1) {
            double length = curves.seconds()[size - 1] - curves.seconds()[0];
            money.times(curves.seconds()[0] - length * MARGIN, curves.seconds()[size - 1] + length * MARGIN);
            double last = curves.equity()[size - 1];
            money.tag(scale.applyAsDouble(last), Figures.fixed(last, decimals));
            int deepest = curves.deepest();
            under.tag(curves.fall()[deepest], Words.change(curves.fall()[deepest], 1));
            under.times(curves.seconds()[0] - length * MARGIN, curves.seconds()[size - 1] + length * MARGIN);
        }
    }

    private void set(CurveData curve, double[] values, DoubleUnaryOperator scale) {
        double[] seconds = values.length == 0 ? values : curves.seconds();
        curve.set(seconds, Arrays.stream(values).map(scale).toArray());
    }

    private void read(double x) {
        if (curves.seconds().length == 0) {
            return;
        }
        int row = curves.nearest(money.timeAt(x));
        String held = curves.hold().length == 0 ? "" : "   hold " + Figures.fixed(curves.hold()[row], 2);
        readout.setText(Figures.minute((long) (curves.seconds()[row] * 1e9)) + "   "
                + Figures.fixed(curves.equity()[row], 2) + held + "   " + Words.change(curves.fall()[row], 2));
    }
}
