package dev.tradewind.ui.chart;

import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Fills the room between two curves of the same times, or between one and a level. ChartFX's own error surface is
 * hatched and symmetric only by chance. JavaFX thread only.
 */
final class BandRenderer extends ErrorDataSetRenderer {

    private final CurveData upper;
    private final CurveData lower;
    private Color fill = Color.TRANSPARENT;
    private double[] x = new double[0];
    private double[] y = new double[0];

    /** @param lower the other edge; the same as {@code upper} fills down to 0 */
    BandRenderer(CurveData upper, CurveData lower) {
        this.upper = upper;
        this.lower = lower;
        setErrorStyle(ErrorStyle.NONE);
        setDrawMarker(false);
        setPointReduction(false);
        getDatasets().add(upper);
        if (upper != lower) {
            getDatasets().add(lower);
        }
    }

    void fill(Color colour) {
        fill = colour;
    }

    @Override
    protected void render(GraphicsContext gc, DataSet data, DataSetNode style) {
        int size = upper.getDataCount();
        if (data != upper || size < 2 || lower.getDataCount() != size) {
            return;
        }
        if (x.length != 2 * size) {
            x = new double[2 * size];
            y = new double[2 * size];
        }
        double level = yAxis.getDisplayPosition(0);
        for (int i = 0; i < size; i++) {
            x[i] = xAxis.getDisplayPosition(upper.get(DataSet.DIM_X, i));
            y[i] = yAxis.getDisplayPosition(upper.get(DataSet.DIM_Y, i));
            int back = 2 * size - 1 - i;
            x[back] = x[i];
            y[back] = upper == lower ? level : yAxis.getDisplayPosition(lower.get(DataSet.DIM_Y, i));
        }
        gc.save();
        gc.setFill(fill);
        gc.fillPolygon(x, y, 2 * size);
        gc.restore();
    }
}
