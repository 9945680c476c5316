package dev.tradewind.ui.chart;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.engine.EngineSnapshot.Forming;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.widget.Figures;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** What lies over the chart: the readout of one candle, the crosshair with its tags, a fill's tooltip. */
final class CrosshairPainter {

    private final TextWidths widths;
    private final String[] readout = new String[6];
    private int readoutRow = -2;
    private long readoutClose;
    private long readoutVolume;
    private long readoutOpenTime;

    CrosshairPainter(TextWidths widths) {
        this.widths = widths;
    }

    /**
     * Draws the overlay anew.
     *
     * @param mouseX pointer, negative while it is elsewhere
     */
    void draw(
            GraphicsContext g, ChartModel model, ChartStyle style, ChartRenderer base, double width, double height,
            double mouseX, double mouseY) {
        g.clearRect(0, 0, width, height);
        g.setTextBaseline(VPos.CENTER);
        Instrument instrument = model.instrument();
        if (instrument == null || model.rows() == 0) {
            return;
        }
        double plotWidth = width - style.axisWidth();
        double plotHeight = height - style.stripHeight();
        boolean inside = mouseX >= 0 && mouseX < plotWidth && mouseY >= 0 && mouseY < plotHeight;
        int rowUnder = (int) Math.floor(model.window().row(mouseX));
        int row = inside ? Math.clamp(rowUnder, 0, model.rows() - 1) : model.rows() - 1;
        readout(g, model, style, instrument, row);
        if (!inside) {
            return;
        }
        double x = Math.floor(model.window().centre(rowUnder)) + 0.5;
        x = model.window().barWidth() < 1 ? Math.floor(mouseX) + 0.5 : x;
        double y = Math.floor(mouseY) + 0.5;
        g.setStroke(style.palette().crosshair());
        g.setGlobalAlpha(0.75);
        g.setLineDashes(3, 3);
        g.strokeLine(x, 0, x, plotHeight);
        g.strokeLine(0, y, plotWidth, y);
        g.setLineDashes();
        g.setGlobalAlpha(1);
        priceTag(g, model, style, base, instrument, width, y);
        timeTag(g, model, style, x, rowUnder, plotWidth, plotHeight);
        int fill = base.fillAt(mouseX, mouseY);
        if (fill >= 0) {
            tooltip(g, style, model.fills().get(fill), base.fills().x(fill), base.fills().y(fill), plotWidth,
                    plotHeight);
        }
    }

    private void priceTag(
            GraphicsContext g, ChartModel model, ChartStyle style, ChartRenderer base, Instrument instrument,
            double width, double y) {
        double height = style.tagHeight();
        g.setFill(style.palette().line2());
        g.fillRoundRect(
                width - style.axisWidth() + 1, Math.floor(y - height / 2), style.axisWidth() - 2, height,
                style.px(6), style.px(6));
        g.setFill(style.palette().fg());
        g.setFont(style.label());
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(base.price(instrument, Math.round(model.scale().ticks(y))), width - style.px(8), Math.floor(y));
        g.setTextAlign(TextAlignment.LEFT);
    }

    private void timeTag(
            GraphicsContext g, ChartModel model, ChartStyle style, double x, int row, double plotWidth,
            double plotHeight) {
        String text = TimeSteps.full(model.timeOf(row), model.timeframe().nanos() < Timeframe.M1.nanos());
        double half = Math.rint(widths.of(style.label(), text) / 2) + style.px(7);
        double middle = Math.clamp(x, half, Math.max(half, plotWidth - half));
        g.setFill(style.palette().line2());
        g.fillRoundRect(
                middle - half, plotHeight + 2, half * 2, style.stripHeight() - 4, style.px(6), style.px(6));
        g.setFill(style.palette().fg());
        g.setFont(style.label());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(text, middle, plotHeight + Math.rint(style.stripHeight() / 2));
        g.setTextAlign(TextAlignment.LEFT);
    }

    private void readout(GraphicsContext g, ChartModel model, ChartStyle style, Instrument instrument, int row) {
        boolean up = format(model, instrument, row);
        Palette palette = style.palette();
        Color value = up ? palette.buy().main() : palette.sell().main();
        double x = style.px(10);
        double y = style.px(15);
        x = pair(g, style, "O", readout[0], x, y, palette.fg());
        x = pair(g, style, "H", readout[1], x, y, palette.fg());
        x = pair(g, style, "L", readout[2], x, y, palette.fg());
        x = pair(g, style, "C", readout[3], x, y, palette.fg());
        x = write(g, style.label(), readout[4], x, y, value) + style.px(8);
        pair(g, style, "Vol", readout[5], x, y, palette.fg());
    }

    /** Formats the candle of a row unless it is the one formatted last; answers whether it rose. */
    private boolean format(ChartModel model, Instrument instrument, int row) {
        CandleColumns columns = model.columns();
        Forming forming = model.forming();
        boolean closed = row < columns.size() || forming == null;
        long open = closed ? columns.openTicks(row) : forming.openTicks();
        long high = closed ? columns.highTicks(row) : forming.highTicks();
        long low = closed ? columns.lowTicks(row) : forming.lowTicks();
        long close = closed ? columns.closeTicks(row) : forming.closeTicks();
        long volume = closed ? columns.volumeLots(row) : forming.volumeLots();
        long openTime = model.timeOf(row);
        if (row != readoutRow || close != readoutClose || volume != readoutVolume || openTime != readoutOpenTime) {
            readoutRow = row;
            readoutClose = close;
            readoutVolume = volume;
            readoutOpenTime = openTime;
            readout[0] = Figures.price(instrument, open);
            readout[1] = Figures.price(instrument, high);
            readout[2] = Figures.price(instrument, low);
            readout[3] = Figures.price(instrument, close);
            readout[4] = Figures.change(close - open, open);
            readout[5] = Figures.fixed(instrument.toQuantity(volume), Math.min(4, instrument.quantityDecimals()));
        }
        return close >= open;
    }

    private double pair(
            GraphicsContext g, ChartStyle style, String name, String value, double x, double y, Color color) {
        double next = write(g, style.label(), name, x, y, style.palette().fg3()) + style.px(4);
        return write(g, style.label(), value, next, y, color) + style.px(8);
    }

    private double write(GraphicsContext g, Font font, String text, double x, double y, Color color) {
        g.setFont(font);
        g.setFill(color);
        g.fillText(text, x, y);
        return x + widths.of(font, text);
    }

    private void tooltip(
            GraphicsContext g, ChartStyle style, ChartFill fill, double x, double y, double plotWidth,
            double plotHeight) {
        double line = style.px(17);
        double width = style.px(24) + Math.rint(Math.max(
                widths.of(style.strong(), fill.title()),
                Math.max(widths.of(style.label(), fill.detail()), widths.of(style.label(), fill.journal()))));
        double height = line * 3 + style.px(12);
        double left = x - width - style.px(16) > 4 ? x - width - style.px(16) : Math.min(x + style.px(16),
                plotWidth - width);
        double top = Math.clamp(y + style.px(14), 4, Math.max(4, plotHeight - height - 4));
        LevelPainter.box(g, left, top, width, height, style.px(5), style.palette().bg3(), style.palette().line2());
        double textLeft = left + style.px(12);
        double first = top + style.px(6) + line / 2;
        write(g, style.strong(), fill.title(), textLeft, first, style.palette().fg());
        write(g, style.label(), fill.detail(), textLeft, first + line, style.palette().fg2());
        write(g, style.label(), fill.journal(), textLeft, first + line * 2, style.palette().accent().main());
    }
}
