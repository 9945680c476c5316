package dev.tradewind.ui.screen.bots;

import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.theme.Theme;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/** A bot's profit as a small line, in the colour of where it ended. */
final class Sparkline extends Canvas {

    Sparkline(List<Long> points, Theme theme) {
        super(5.2 * theme.rootPixels(), 1.9 * theme.rootPixels());
        Palette palette = theme.palette();
        GraphicsContext pen = getGraphicsContext2D();
        long low = points.stream().mapToLong(Long::longValue).min().orElse(0);
        long high = points.stream().mapToLong(Long::longValue).max().orElse(0);
        pen.setLineWidth(1.2);
        if (points.size() < 2 || low == high) {
            pen.setStroke(palette.line2());
            pen.strokeLine(1, getHeight() / 2, getWidth() - 1, getHeight() / 2);
            return;
        }
        pen.setStroke(points.getLast() >= 0 ? palette.buy().main() : palette.sell().main());
        pen.beginPath();
        for (int i = 0; i < points.size(); i++) {
            double x = 1 + (getWidth() - 2) * i / (points.size() - 1);
            double y = 2 + (getHeight() - 4) * (high - points.get(i)) / (double) (high - low);
            if (i == 0) {
                pen.moveTo(x, y);
            } else {
                pen.lineTo(x, y);
            }
        }
        pen.stroke();
    }
}
