package dev.tradewind.ui.chart;

import dev.tradewind.domain.Side;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Triangles where orders filled, named where there is room. */
final class FillPainter {

    private final TextWidths widths;
    private final double[] pointX = new double[3];
    private final double[] pointY = new double[3];
    private double[] x = new double[64];
    private double[] y = new double[64];
    private double[] nameLeft = new double[64];
    private double[] nameRight = new double[64];
    private double[] nameY = new double[64];
    private int names;
    private int count;
    private double reach = 8;

    FillPainter(TextWidths widths) {
        this.widths = widths;
    }

    /** Draws every fill in view. */
    void draw(GraphicsContext g, ChartModel model, ChartStyle style, double plotWidth, double plotHeight) {
        count = model.fills().size();
        names = 0;
        reach = style.px(8);
        if (x.length < count) {
            x = Arrays.copyOf(x, count * 2);
            y = Arrays.copyOf(y, count * 2);
            nameLeft = Arrays.copyOf(nameLeft, count * 2);
            nameRight = Arrays.copyOf(nameRight, count * 2);
            nameY = Arrays.copyOf(nameY, count * 2);
        }
        for (int i = 0; i < count; i++) {
            ChartFill fill = model.fills().get(i);
            x[i] = Math.floor(model.window().centre(model.rowOf(fill.timeNanos()))) + 0.5;
            y[i] = Math.rint(model.scale().y(fill.priceTicks()));
            if (x[i] < 0 || x[i] > plotWidth || y[i] < 0 || y[i] > plotHeight) {
                x[i] = Double.NaN;
                continue;
            }
            triangle(g, style, fill.side(), x[i], y[i]);
        }
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFont(style.strong());
        for (int i = 0; i < count; i++) {
            if (x[i] == x[i] && !model.fills().get(i).name().isEmpty()) {
                name(g, style, model.fills().get(i).name(), x[i] - style.px(8), y[i]);
            }
        }
        g.setTextAlign(TextAlignment.LEFT);
    }

    private void triangle(GraphicsContext g, ChartStyle style, Side side, double middle, double at) {
        boolean buy = side == Side.BUY;
        double half = style.px(5);
        double tip = buy ? at - half : at + half;
        double base = buy ? at + half - 1 : at - half + 1;
        pointX[0] = middle;
        pointX[1] = middle + half + 0.5;
        pointX[2] = middle - half - 0.5;
        pointY[0] = tip;
        pointY[1] = base;
        pointY[2] = base;
        g.setFill(buy ? style.palette().buy().main() : style.palette().sell().main());
        g.fillPolygon(pointX, pointY, 3);
        g.setStroke(style.palette().bg1());
        g.setLineWidth(1);
        g.strokePolygon(pointX, pointY, 3);
    }

    private void name(GraphicsContext g, ChartStyle style, String name, double right, double middle) {
        double left = right - widths.of(style.strong(), name);
        double height = style.px(13);
        for (int i = 0; i < names; i++) {
            if (left < nameRight[i] && right > nameLeft[i] && Math.abs(middle - nameY[i]) < height) {
                return;
            }
        }
        nameLeft[names] = left;
        nameRight[names] = right;
        nameY[names++] = middle;
        g.setFill(style.palette().bg1());
        g.setGlobalAlpha(0.75);
        g.fillRoundRect(left - 3, middle - height / 2, right - left + 6, height, 6, 6);
        g.setGlobalAlpha(1);
        g.setFill(style.palette().fg());
        g.fillText(name, right, middle);
    }

    /** {@return the fill under a pixel, −1 where there is none} */
    int at(double px, double py) {
        int found = -1;
        double nearest = reach * reach;
        for (int i = 0; i < count; i++) {
            double dx = x[i] - px;
            double dy = y[i] - py;
            if (dx * dx + dy * dy <= nearest) {
                nearest = dx * dx + dy * dy;
                found = i;
            }
        }
        return found;
    }

    double x(int fill) {
        return x[fill];
    }

    double y(int fill) {
        return y[fill];
    }
}
