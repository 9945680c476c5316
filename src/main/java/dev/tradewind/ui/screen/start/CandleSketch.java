package dev.tradewind.ui.screen.start;

import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.theme.Theme;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;

/** A quiet drawing of real candles, fading in from the left. */
final class CandleSketch extends Pane {

    private static final double STEP = 5.6;
    private static final double BODY = 3;

    private final Canvas canvas = new Canvas();
    private final CandleColumns candles;
    private final Theme theme;

    CandleSketch(CandleColumns candles, Theme theme) {
        this.candles = candles;
        this.theme = theme;
        canvas.setManaged(false);
        getChildren().add(canvas);
        setMinHeight(80);
        theme.paletteProperty().addListener((property, old, now) -> draw());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        int shown = Math.min(candles.size(), (int) (canvas.getWidth() / STEP) + 1);
        int first = candles.size() - shown;
        long high = Long.MIN_VALUE;
        long low = Long.MAX_VALUE;
        for (int i = first; i < candles.size(); i++) {
            high = Math.max(high, candles.highTicks(i));
            low = Math.min(low, candles.lowTicks(i));
        }
        if (shown == 0 || high == low || canvas.getHeight() < 10) {
            return;
        }
        double scale = (canvas.getHeight() - 8) / (high - low);
        Palette palette = theme.palette();
        for (int i = first; i < candles.size(); i++) {
            double x = canvas.getWidth() - (candles.size() - i - 0.5) * STEP;
            boolean up = candles.closeTicks(i) >= candles.openTicks(i);
            pen.setGlobalAlpha(0.1 + 0.8 * (i - first) / shown);
            pen.setFill(up ? palette.buy().main() : palette.sell().main());
            double top = 4 + (high - candles.highTicks(i)) * scale;
            double bottom = 4 + (high - candles.lowTicks(i)) * scale;
            pen.fillRect(Math.floor(x), top, 1, Math.max(1, bottom - top));
            double open = 4 + (high - candles.openTicks(i)) * scale;
            double close = 4 + (high - candles.closeTicks(i)) * scale;
            pen.fillRect(Math.floor(x) - 1, Math.min(open, close), BODY, Math.max(1, Math.abs(open - close)));
        }
        pen.setGlobalAlpha(1);
    }
}
