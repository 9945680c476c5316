package dev.tradewind.ui.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Fills a {@link CandleFrame}: one colour after the other, so a thousand columns cost four changes of paint. */
final class CandlePainter {

    /** Volume bars in the lowest {@code height} pixels above {@code bottom}. */
    void volume(GraphicsContext g, CandleFrame frame, ChartStyle style, double bottom, double height) {
        if (frame.mostVolumeLots() == 0) {
            return;
        }
        double pixelsPerLot = height / frame.mostVolumeLots();
        volume(g, frame, true, style.volumeUp(), bottom, pixelsPerLot);
        volume(g, frame, false, style.volumeDown(), bottom, pixelsPerLot);
    }

    private void volume(
            GraphicsContext g, CandleFrame frame, boolean up, Color color, double bottom, double pixelsPerLot) {
        g.setFill(color);
        int width = frame.bodyWidth();
        int half = width / 2;
        for (int i = 0; i < frame.count(); i++) {
            if (frame.up(i) == up && frame.volumeLots(i) > 0) {
                double height = Math.max(1, Math.rint(frame.volumeLots(i) * pixelsPerLot));
                g.fillRect(frame.x(i) - half, bottom - height, width, height);
            }
        }
    }

    /** Wicks and bodies; up candles as outlines where the palette asks for it. */
    void candles(GraphicsContext g, CandleFrame frame, ChartStyle style) {
        g.setFill(style.palette().sell().main());
        solid(g, frame, false);
        g.setFill(style.palette().buy().main());
        if (style.palette().hollowUp() && frame.bodyWidth() >= 3) {
            hollow(g, frame);
        } else {
            solid(g, frame, true);
        }
    }

    private void solid(GraphicsContext g, CandleFrame frame, boolean up) {
        int width = frame.bodyWidth();
        int half = width / 2;
        for (int i = 0; i < frame.count(); i++) {
            if (frame.up(i) != up) {
                continue;
            }
            g.fillRect(frame.x(i), frame.high(i), 1, frame.low(i) - frame.high(i));
            if (width > 1) {
                g.fillRect(frame.x(i) - half, frame.bodyTop(i), width, frame.bodyBottom(i) - frame.bodyTop(i));
            }
        }
    }

    private void hollow(GraphicsContext g, CandleFrame frame) {
        int width = frame.bodyWidth();
        int half = width / 2;
        for (int i = 0; i < frame.count(); i++) {
            if (!frame.up(i)) {
                continue;
            }
            int top = frame.bodyTop(i);
            int bottom = frame.bodyBottom(i);
            int left = frame.x(i) - half;
            g.fillRect(frame.x(i), frame.high(i), 1, top - frame.high(i));
            g.fillRect(frame.x(i), bottom, 1, Math.max(0, frame.low(i) - bottom));
            g.fillRect(left, top, width, 1);
            g.fillRect(left, bottom - 1, width, 1);
            g.fillRect(left, top, 1, bottom - top);
            g.fillRect(left + width - 1, top, 1, bottom - top);
        }
    }
}
