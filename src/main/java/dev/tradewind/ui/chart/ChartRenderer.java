package dev.tradewind.ui.chart;

import dev.tradewind.domain.Instrument;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * Draws a {@link ChartModel} onto a canvas: ground, grid, volume, levels, candles, fills, then the axes over them.
 * Work per frame depends on the canvas's width, not on the number of candles. JavaFX thread only.
 */
final class ChartRenderer {

    /** Below this plot height there is no room for a price scale between the read-out and the volume. */
    private static final double LEAST_PLOT = 72;

    private final CandleFrame frame = new CandleFrame();
    private final CandlePainter candles = new CandlePainter();
    private final TextWidths widths;
    private final AxisPainter axes;
    private final LevelPainter levels;
    private final FillPainter fills;
    private long lastNanos;

    ChartRenderer(TextWidths widths) {
        this.widths = widths;
        axes = new AxisPainter();
        levels = new LevelPainter(widths, axes);
        fills = new FillPainter(widths);
    }

    /**
     * Draws everything but the crosshair.
     *
     * @param width  of the canvas, axis included
     * @param height of the canvas, time strip included
     */
    void draw(GraphicsContext g, ChartModel model, ChartStyle style, double width, double height) {
        long start = System.nanoTime();
        double plotWidth = Math.max(1, width - style.axisWidth());
        double plotHeight = Math.max(1, height - style.stripHeight());
        g.setTextBaseline(VPos.CENTER);
        g.setFill(style.palette().bg1());
        g.fillRect(0, 0, width, height);
        model.resize(plotWidth, Math.min(style.freeRight(), Math.rint(plotWidth * 0.3)));
        Instrument instrument = model.instrument();
        boolean tooSmall = plotHeight < style.px(LEAST_PLOT);
        if (instrument == null || model.rows() == 0 || tooSmall) {
            if (!tooSmall) {
                empty(g, style, plotWidth, plotHeight);
            }
            axes.frame(g, style, width, height);
            lastNanos = System.nanoTime() - start;
            return;
        }
        PriceScale scale = model.rescale(style.px(46), plotHeight - style.px(14));
        axes.measure(model, style, instrument, plotWidth, plotHeight);
        axes.grid(g, style, plotWidth, plotHeight);
        frame.build(model.pyramid(), model.forming(), model.window(), scale, plotWidth);
        candles.volume(g, frame, style, plotHeight, style.volumeHeight());
        levels.measure(model, style, instrument, plotWidth, plotHeight);
        levels.lines(g, model, style, plotWidth);
        candles.candles(g, frame, style);
        fills.draw(g, model, style, plotWidth, plotHeight);
        levels.chips(g, model, style, instrument);
        axes.frame(g, style, width, height);
        axes.labels(g, style, levels, width, height);
        levels.tags(g, model, style, instrument, width);
        lastNanos = System.nanoTime() - start;
    }

    private void empty(GraphicsContext g, ChartStyle style, double plotWidth, double plotHeight) {
        double middle = Math.rint(plotHeight / 2);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFont(style.bodyStrong());
        g.setFill(style.palette().fg2());
        g.fillText("No candles yet", plotWidth / 2, middle);
        g.setFont(style.body());
        g.setFill(style.palette().fg3());
        g.fillText("The first trade of this market opens the first one.", plotWidth / 2, middle + style.px(20));
        g.setTextAlign(TextAlignment.LEFT);
    }

    /** {@return the fill under a pixel, −1 where there is none} */
    int fillAt(double x, double y) {
        return fills.at(x, y);
    }

    /** {@return the order whose ✕ is under a pixel, 0 where there is none} */
    long cancelAt(double x, double y, ChartStyle style) {
        return levels.cancelAt(x, y, style);
    }

    /** {@return a price as the axis writes it} */
    String price(Instrument instrument, long ticks) {
        return axes.price(instrument, ticks);
    }

    FillPainter fills() {
        return fills;
    }

    TextWidths widths() {
        return widths;
    }

    /** {@return time the last {@link #draw} took on this thread} */
    long lastNanos() {
        return lastNanos;
    }
}
