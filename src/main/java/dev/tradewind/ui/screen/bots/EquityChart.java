package dev.tradewind.ui.screen.bots;

import dev.tradewind.domain.Asset;
import dev.tradewind.ui.chart.AxisText;
import dev.tradewind.ui.chart.CurveData;
import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Figures;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.LineStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.chartfx.ui.geometry.Side;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;

/**
 * A bot's profit over time, drawn by ChartFX, which must never see more than {@link #MOST_POINTS} points.
 */
final class EquityChart extends StackPane {

    /** Above this ChartFX's drawing grows slow. */
    static final int MOST_POINTS = 2_000;

    private static final double SECOND_NANOS = 1e9;

    private final Theme theme;
    private final CurveData profit = new CurveData("profit");
    private final DefaultNumericAxis time = new DefaultNumericAxis();
    private final DefaultNumericAxis money = new DefaultNumericAxis();
    private final XYChart chart;
    private long shownFrom = -1;
    private long shownTo = -1;
    private long shownLast = Long.MIN_VALUE;

    EquityChart(Theme theme) {
        this.theme = theme;
        chart = new XYChart(time, money);
        time.setSide(Side.BOTTOM);
        money.setSide(Side.RIGHT);
        time.setTickLabelFormatter(new AxisText(seconds -> Figures.minute((long) (seconds * SECOND_NANOS))));
        money.setTickLabelFormatter(new AxisText(amount -> Figures.fixed(amount, 0)));
        time.setAutoRangePadding(0.01);
        money.setAutoRangePadding(0.12);
        time.setMaxMajorTickLabelCount(5);
        money.setMaxMajorTickLabelCount(6);
        for (DefaultNumericAxis axis : new DefaultNumericAxis[] {time, money}) {
            axis.setName("");
            axis.setUnit("");
            axis.setAutoRanging(true);
            axis.setAutoRangeRounding(false);
            axis.setMinorTickCount(0);
            axis.setTickLength(0);
            axis.getAxisLabel().setVisible(false);
        }
        ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
        renderer.setErrorStyle(ErrorStyle.NONE);
        renderer.setPolyLineStyle(LineStyle.NORMAL);
        renderer.setDrawMarker(false);
        renderer.getDatasets().add(profit);
        chart.getRenderers().setAll(renderer);
        chart.setLegendVisible(false);
        chart.setAnimated(false);
        chart.getToolBar().setVisible(false);
        chart.getGridRenderer().getVerticalMajorGrid().setVisible(false);
        chart.getStyleClass().add("equity-chart");
        getStyleClass().add("equity");
        getChildren().add(chart);
        theme.appearanceProperty().addListener((property, old, now) -> dress());
        dress();
    }

    private void dress() {
        Palette palette = theme.palette();
        for (DefaultNumericAxis axis : new DefaultNumericAxis[] {time, money}) {
            axis.getTickLabelStyle().setFill(palette.fg3());
            axis.getTickLabelStyle().setFont(Font.font(Theme.SANS, theme.rootPixels() * 10 / 12));
            axis.getMajorTickStyle().setStroke(palette.line());
        }
        chart.getGridRenderer().getHorizontalMajorGrid().setStroke(palette.grid());
    }

    /**
     * Shows a curve; the same one again costs nothing.
     *
     * @param equity {@code [0]} times in nanoseconds, {@code [1]} profit in quote atoms
     */
    void show(long[][] equity, Asset quote) {
        int size = equity.length < 2 ? 0 : Math.min(equity[0].length, equity[1].length);
        long from = size == 0 ? 0 : equity[0][0];
        long to = size == 0 ? 0 : equity[0][size - 1];
        long last = size == 0 ? 0 : equity[1][size - 1];
        if (from == shownFrom && to == shownTo && last == shownLast) {
            return;
        }
        shownFrom = from;
        shownTo = to;
        shownLast = last;
        int shown = Math.min(size, MOST_POINTS);
        double[] x = new double[shown];
        double[] y = new double[shown];
        for (int i = 0; i < shown; i++) {
            int row = shown == 1 ? 0 : (int) ((long) i * (size - 1) / (shown - 1));
            x[i] = equity[0][row] / SECOND_NANOS;
            y[i] = quote.toDecimal(equity[1][row]).doubleValue();
        }
        profit.set(x, y);
    }
}
