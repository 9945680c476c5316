package dev.tradewind.ui.chart;

import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.theme.Theme;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.AxisLabelOverlapPolicy;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.LineStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.chartfx.ui.geometry.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * Curves over time with their scale on the right, drawn by ChartFX, which must never see more than {@link
 * #MOST_POINTS} points of a curve. JavaFX thread only.
 */
public final class CurveChart extends StackPane {

    /** Above this ChartFX's drawing grows slow. */
    public static final int MOST_POINTS = 2_000;

    private static final double AXIS_EM = 6;

    private final Theme theme;
    private final TimeAxis time = new TimeAxis();
    private final DefaultNumericAxis scale = new DefaultNumericAxis();
    private final XYChart chart;
    private final List<Runnable> colours = new ArrayList<>();
    private final Label tag = new Label();
    private double tagged = Double.NaN;
    private final ChangeListener<Object> onLook = (property, before, now) -> dress();

    /**
     * @param values    writes the scale's labels
     * @param withTimes whether the times stand below; of charts over each other only the lowest has them
     */
    public CurveChart(Theme theme, DoubleFunction<String> values, boolean withTimes) {
        this.theme = theme;
        chart = new XYChart(time, scale);
        time.setSide(Side.BOTTOM);
        scale.setSide(Side.RIGHT);
        scale.setTickLabelFormatter(new AxisText(value -> hidden(value) ? "" : values.apply(value)));
        scale.setAutoRangePadding(0.08);
        scale.setMaxMajorTickLabelCount(7);
        time.setMaxMajorTickLabelCount(12);
        for (DefaultNumericAxis axis : new DefaultNumericAxis[] {time, scale}) {
            axis.setName("");
            axis.setUnit("");
            axis.setAutoRanging(axis == scale);
            axis.setAutoRangeRounding(false);
            axis.setMinorTickCount(0);
            axis.setTickLength(0);
            axis.getAxisLabel().setVisible(false);
            axis.setOverlapPolicy(AxisLabelOverlapPolicy.DO_NOTHING);
        }
        if (!withTimes) {
            time.getTickLabelStyle().setVisible(false);
        }
        chart.getRenderers().clear();
        chart.setLegendVisible(false);
        chart.setAnimated(false);
        chart.getToolBar().setVisible(false);
        chart.getStyleClass().add("curve-chart");
        tag.getStyleClass().add("curve-tag");
        tag.setManaged(false);
        tag.setVisible(false);
        getChildren().addAll(chart, tag);
        for (ReadOnlyProperty<?> moves : List.of(
                scale.minProperty(), scale.maxProperty(), scale.heightProperty(), scale.layoutXProperty(),
                tag.fontProperty())) {
            moves.addListener((property, before, now) -> place());
        }
        theme.appearanceProperty().addListener(new WeakChangeListener<>(onLook));
        dress();
    }

    /** The most marks the scale may have; small charts take few. */
    public void marks(int most) {
        scale.setMaxMajorTickLabelCount(most);
    }

    /**
     * Adds a line, over those added before.
     *
     * @param colour from the palette
     * @param width  in pixels
     */
    public void line(CurveData curve, Function<Palette, Color> colour, double width) {
        ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
        renderer.setErrorStyle(ErrorStyle.NONE);
        renderer.setPolyLineStyle(LineStyle.NORMAL);
        renderer.setDrawMarker(false);
        renderer.getDatasets().add(curve);
        renderer.setPointReduction(false);
        colours.add(() -> curve.setStyle(
                "-fx-line-color: " + web(colour.apply(theme.palette())) + "; -fx-line-width: " + width + ";"));
        chart.getRenderers().add(renderer);
        colours.getLast().run();
    }

    /** Adds a filled band between two curves of the same times; with one curve twice, between it and 0. */
    public void band(CurveData upper, CurveData lower, Function<Palette, Color> colour) {
        BandRenderer renderer = new BandRenderer(upper, lower);
        colours.add(() -> renderer.fill(colour.apply(theme.palette())));
        chart.getRenderers().add(renderer);
        colours.getLast().run();
    }

    /** Takes every curve away. */
    public void clear() {
        chart.getRenderers().clear();
        colours.clear();
    }

    /** Shows these times, in seconds since the epoch. */
    public void times(double from, double to) {
        time.set(from, to);
        chart.invalidate();
    }

    /** Shows these values; without, all there are. */
    public void values(double from, double to) {
        scale.setAutoRanging(false);
        scale.set(from, to);
    }

    /**
     * Marks a value on the scale.
     *
     * @param value where, as curves have it; NaN for no mark
     * @param words what stands there
     */
    public void tag(double value, String words) {
        tagged = value;
        tag.setText(words);
        place();
    }

    /** Labels of the scale give way to the mark. */
    private boolean hidden(double value) {
        double pixels = Math.abs(value - tagged) / (scale.getMax() - scale.getMin()) * scale.getHeight();
        return pixels < theme.rootPixels() * 1.2;
    }

    private void place() {
        double length = scale.getMax() - scale.getMin();
        double share = (scale.getMax() - tagged) / length;
        boolean inside = length > 0 && share >= 0 && share <= 1 && scale.getHeight() > 0;
        tag.setVisible(inside);
        if (inside) {
            tag.applyCss();
            double tall = tag.prefHeight(-1);
            double left = sceneToLocal(scale.localToScene(0, 0)).getX();
            tag.resizeRelocate(
                    snapPositionX(left), snapPositionY(Math.clamp(share * scale.getHeight() - tall / 2, 0,
                            getHeight() - tall)),
                    scale.getWidth(), tall);
        }
    }

    /** {@return the time at an x of this chart, in seconds since the epoch} */
    public double timeAt(double x) {
        return time.getValueForDisplay(time.sceneToLocal(localToScene(x, 0)).getX());
    }

    private static String web(Color colour) {
        return "#" + colour.toString().substring(2);
    }

    private void dress() {
        Palette palette = theme.palette();
        double pixels = theme.rootPixels();
        for (DefaultNumericAxis axis : new DefaultNumericAxis[] {time, scale}) {
            axis.getTickLabelStyle().setFill(palette.fg3());
            axis.getTickLabelStyle().setFont(Font.font(Theme.SANS, pixels * 11 / 12));
            axis.getMajorTickStyle().setStroke(palette.line());
        }
        scale.setMinWidth(AXIS_EM * pixels);
        scale.setPrefWidth(AXIS_EM * pixels);
        scale.setMaxWidth(AXIS_EM * pixels);
        chart.getGridRenderer().getHorizontalMajorGrid().setStroke(palette.grid());
        chart.getGridRenderer().getVerticalMajorGrid().setStroke(palette.grid());
        colours.forEach(Runnable::run);
        chart.invalidate();
    }
}
