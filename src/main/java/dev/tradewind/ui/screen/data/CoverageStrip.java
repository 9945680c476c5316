package dev.tradewind.ui.screen.data;

import dev.tradewind.ui.screen.data.Coverage.Mark;
import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.theme.Theme;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/** A series' coverage as a bar: filled where there are rows, cut where candles are missing, red where rows are wrong. */
final class CoverageStrip extends Region {

    /** A gap is drawn at least this wide, in pixels, or nobody would see an hour in seven years. */
    private static final double LEAST = 1.5;

    private final Canvas canvas = new Canvas();
    private final Theme theme;
    private final double thickness;
    private Coverage coverage;

    /** @param thickness of the bar, in em of the root */
    CoverageStrip(Coverage coverage, Theme theme, double thickness) {
        this.coverage = coverage;
        this.theme = theme;
        this.thickness = thickness;
        canvas.setManaged(false);
        getChildren().add(canvas);
        setMinWidth(0);
        setMinHeight(thickness * theme.rootPixels() + 6);
    }

    void show(Coverage now) {
        coverage = now;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        Palette palette = theme.palette();
        GraphicsContext pen = canvas.getGraphicsContext2D();
        double width = getWidth();
        double high = thickness * theme.rootPixels();
        double top = Math.round((getHeight() - high) / 2);
        pen.clearRect(0, 0, width, getHeight());
        pen.setFill(palette.bg3());
        pen.fillRect(0, top + high / 2 - 0.5, width, 1);
        double from = coverage.x(coverage.firstNanos(), width);
        double to = Math.max(from + LEAST, coverage.x(coverage.lastNanos(), width));
        pen.setFill(palette.accent().line());
        pen.fillRect(from, top, to - from, high);
        for (Mark mark : coverage.marks()) {
            double left = coverage.x(mark.fromNanos(), width);
            double wide = Math.max(LEAST, coverage.x(mark.toNanos(), width) - left);
            pen.setFill(mark.gap() ? palette.bg1() : palette.sell().main());
            pen.fillRect(left, top, wide, high);
            if (mark.gap()) {
                pen.setFill(palette.warn().main());
                pen.fillRect(left, top + high - 2, wide, 2);
            }
        }
    }
}
