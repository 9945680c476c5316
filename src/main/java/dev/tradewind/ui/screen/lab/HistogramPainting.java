package dev.tradewind.ui.screen.lab;

import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.theme.Theme;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** How often deals came out how: losses left of zero, gains right of it. */
final class HistogramPainting extends Painting {

    private Histogram histogram = new Histogram(0, 0.01, new int[0], Double.NaN, Double.NaN);

    HistogramPainting(Theme theme) {
        super(theme);
        getStyleClass().add("lab-painting");
    }

    void show(Histogram wanted) {
        histogram = wanted;
        repaint();
    }

    @Override
    void paint(GraphicsContext pen, Palette palette, double width, double height, double em) {
        int bins = histogram.counts().length;
        pen.setFill(palette.fg2());
        pen.setTextBaseline(VPos.TOP);
        if (bins == 0) {
            pen.setTextAlign(TextAlignment.CENTER);
            pen.fillText("No deal was closed, so there is nothing to spread.", width / 2, height / 2);
            return;
        }
        double left = em;
        double right = width - em;
        double top = 2.6 * em;
        double bottom = height - 2.2 * em;
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText("Net of a deal, % of what it had invested: median " + Words.change(histogram.median(), 2)
                + ", mean "
                + Words.change(histogram.mean(), 2), left, 0.8 * em);
        double step = (right - left) / bins;
        for (int i = 0; i < bins; i++) {
            double tall = (bottom - top) * histogram.counts()[i] / histogram.highest();
            double edge = histogram.from() + i * histogram.width();
            boolean loss = edge + histogram.width() / 2 < 0;
            pen.setFill((loss ? palette.sell() : palette.buy()).main());
            // what happened at all stays visible beside what happened often
            double shown = histogram.counts()[i] == 0 ? 0 : Math.max(1.5, tall);
            pen.fillRect(left + i * step + 1, bottom - shown, Math.max(1, step - 2), shown);
        }
        pen.setStroke(palette.line2());
        pen.strokeLine(left, bottom + 0.5, right, bottom + 0.5);
        labels(pen, palette, left, step, bottom + 0.5 * em, bins);
    }

    private void labels(GraphicsContext pen, Palette palette, double left, double step, double y, int bins) {
        pen.setFill(palette.fg3());
        pen.setTextAlign(TextAlignment.CENTER);
        int zero = (int) Math.round(-histogram.from() / histogram.width());
        int every = Math.max(1, bins / 6);
        for (int i = 0; i <= bins; i++) {
            if (Math.floorMod(i - zero, every) == 0 && i > 0 && i < bins) {
                pen.fillText(Words.signed((histogram.from() + i * histogram.width()) * 100, 1), left + i * step, y);
            }
        }
    }
}
