package dev.tradewind.ui.chart;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Side;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Price lines of orders and bots, their chips right of the last bar, their tags on the axis, and the last price's. */
final class LevelPainter {

    private static final double LAST_WEIGHT = 1000;
    private static final double[] ORDER_DASH = {5, 4};
    private static final double[] FILLED_DASH = {2, 4};

    private final TextWidths widths;
    private final AxisPainter axes;
    private final TagStack tagStack = new TagStack();
    private final TagStack chipStack = new TagStack();
    private final List<ChartLevel> tagged = new ArrayList<>();
    private final List<Chip> chips = new ArrayList<>();
    private final List<ChartLevel> shown = new ArrayList<>();
    private double lastY = Double.NaN;
    private int lastTag = -1;

    private record Chip(ChartLevel level, double width, double right, int place) {}

    LevelPainter(TextWidths widths, AxisPainter axes) {
        this.axes = axes;
        this.widths = widths;
    }

    /** Works out which levels are in view and where their tags and chips stand. */
    void measure(ChartModel model, ChartStyle style, Instrument instrument, double plotWidth, double plotHeight) {
        tagStack.clear();
        chipStack.clear();
        tagged.clear();
        chips.clear();
        shown.clear();
        PriceScale scale = model.scale();
        double room = style.tagHeight();
        for (int i = 0; i < model.levels().size(); i++) {
            ChartLevel level = model.levels().get(i);
            double y = scale.y(level.priceTicks());
            if (y < 0 || y > plotHeight) {
                continue;
            }
            shown.add(level);
            if (level.hasTag()) {
                tagged.add(level);
                tagStack.add(y, 1);
            }
            if (level.hasChip()) {
                int place = chipStack.add(y, 1);
                chips.add(new Chip(level, chipWidth(level, style), plotWidth - style.px(8), place));
            }
        }
        lastY = model.lastTicks() > 0 ? scale.y(model.lastTicks()) : Double.NaN;
        lastTag = lastY >= 0 && lastY <= plotHeight ? tagStack.add(lastY, LAST_WEIGHT) : -1;
        tagStack.layout(room + 1, 0, plotHeight);
        chipStack.layout(style.chipHeight() + 3, style.px(36), plotHeight);
    }

    private double chipWidth(ChartLevel level, ChartStyle style) {
        double width = style.px(10) + widths.of(style.strong(), level.label()) + style.px(10);
        if (!level.size().isEmpty()) {
            width += widths.of(style.label(), level.size()) + style.px(10);
        }
        if (!level.note().isEmpty()) {
            width += widths.of(style.label(), level.note()) + style.px(10);
        }
        return Math.rint(width + (level.clientOrderId() == 0 ? 0 : style.px(14)));
    }

    private static Color color(ChartLevel level, ChartStyle style) {
        return switch (level.kind()) {
            case PLANNED, ENTRY, FILLED, AVERAGE -> style.palette().accent().main();
            case ORDER, TAKE_PROFIT, STOP ->
                level.side() == Side.BUY
                        ? style.palette().buy().main()
                        : style.palette().sell().main();
        };
    }

    /** The lines across the plot. */
    void lines(GraphicsContext g, ChartModel model, ChartStyle style, double plotWidth) {
        g.setLineWidth(1);
        for (int i = 0; i < shown.size(); i++) {
            ChartLevel level = shown.get(i);
            double y = Math.floor(model.scale().y(level.priceTicks())) + 0.5;
            g.setStroke(color(level, style));
            switch (level.kind()) {
                case FILLED -> {
                    g.setGlobalAlpha(0.35);
                    g.setLineDashes(FILLED_DASH);
                }
                case PLANNED -> {
                    g.setGlobalAlpha(0.45);
                    g.setLineDashes(ORDER_DASH);
                }
                case ENTRY, ORDER, TAKE_PROFIT, STOP -> g.setLineDashes(ORDER_DASH);
                case AVERAGE -> g.setLineDashes();
            }
            g.strokeLine(0, y, plotWidth, y);
            g.setGlobalAlpha(1);
        }
        g.setLineDashes();
        if (lastTag >= 0) {
            g.setStroke(lastColor(model, style));
            g.setGlobalAlpha(0.6);
            g.setLineDashes(1, 3);
            double y = Math.floor(lastY) + 0.5;
            g.strokeLine(Math.max(0, model.window().x(model.rows())), y, plotWidth, y);
            g.setLineDashes();
            g.setGlobalAlpha(1);
        }
    }

    private static Color lastColor(ChartModel model, ChartStyle style) {
        return model.rising() ? style.palette().buy().main() : style.palette().sell().main();
    }

    /** The chips, and the average's name at the left. */
    void chips(GraphicsContext g, ChartModel model, ChartStyle style, Instrument instrument) {
        for (int i = 0; i < chips.size(); i++) {
            chip(g, style, chips.get(i));
        }
        for (int i = 0; i < shown.size(); i++) {
            ChartLevel level = shown.get(i);
            if (level.kind() == ChartLevel.Kind.AVERAGE) {
                average(g, style, level, model.scale().y(level.priceTicks()), instrument);
            }
        }
    }

    private void chip(GraphicsContext g, ChartStyle style, Chip chip) {
        ChartLevel level = chip.level();
        boolean planned = level.kind() == ChartLevel.Kind.PLANNED;
        Color color = color(level, style);
        double height = style.chipHeight();
        double middle = Math.rint(chipStack.y(chip.place()));
        double left = chip.right() - chip.width();
        double top = middle - Math.floor(height / 2);
        box(g, left, top, chip.width(), height, style.px(4), style.palette().bg1(),
                planned ? style.palette().accent().line() : color);
        double x = left + style.px(10);
        x = write(g, level.label(), x, middle, style.strong(), color, style);
        if (!level.size().isEmpty()) {
            x = write(g, level.size(), x, middle, style.label(),
                    planned ? style.palette().fg2() : style.palette().fg(), style);
        }
        if (!level.note().isEmpty()) {
            Color tone = level.noteSign() > 0
                    ? style.palette().buy().main()
                    : level.noteSign() < 0 ? style.palette().sell().main() : style.palette().fg2();
            x = write(g, level.note(), x, middle, style.label(), tone, style);
        }
        if (level.clientOrderId() != 0) {
            cross(g, chip.right() - style.px(12), middle, style.px(3), style.palette().fg2());
        }
    }

    private double write(
            GraphicsContext g, String text, double x, double y, Font font, Color color,
            ChartStyle style) {
        g.setFont(font);
        g.setFill(color);
        g.fillText(text, x, y);
        return x + widths.of(font, text) + style.px(10);
    }

    private static void cross(GraphicsContext g, double x, double y, double half, Color color) {
        g.setStroke(color);
        g.setLineWidth(1.2);
        g.strokeLine(x - half, y - half, x + half, y + half);
        g.strokeLine(x - half, y + half, x + half, y - half);
        g.setLineWidth(1);
    }

    private void average(GraphicsContext g, ChartStyle style, ChartLevel level, double y, Instrument instrument) {
        String text = level.label() + " " + axes.price(instrument, level.priceTicks());
        double width = Math.rint(widths.of(style.label(), text)) + style.px(12);
        double height = style.tagHeight();
        double top = Math.rint(y) + style.px(3);
        box(g, style.px(8), top, width, height, style.px(3), style.palette().accent().ground(),
                style.palette().accent().line());
        g.setFill(style.palette().fg());
        g.setFont(style.label());
        g.fillText(text, style.px(14), top + Math.floor(height / 2) + 0.5);
    }

    static void box(
            GraphicsContext g, double x, double y, double width, double height, double radius, Color fill, Color edge) {
        g.setFill(fill);
        g.fillRoundRect(x, y, width, height, radius * 2, radius * 2);
        g.setStroke(edge);
        g.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, radius * 2, radius * 2);
    }

    /** Outlined tags of the levels, the filled one of the last price over them. */
    void tags(GraphicsContext g, ChartModel model, ChartStyle style, Instrument instrument, double width) {
        double left = width - style.axisWidth() + 1;
        double tagWidth = style.axisWidth() - 2;
        double height = style.tagHeight();
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFont(style.label());
        for (int i = 0; i < tagged.size(); i++) {
            ChartLevel level = tagged.get(i);
            Color color = color(level, style);
            double middle = Math.rint(tagStack.y(i));
            boolean planned = level.kind() == ChartLevel.Kind.PLANNED;
            box(g, left, middle - Math.floor(height / 2), tagWidth, height, style.px(3), style.palette().bg1(),
                    planned ? style.palette().accent().line() : color);
            g.setFill(color);
            g.fillText(axes.price(instrument, level.priceTicks()), width - style.px(8), middle);
        }
        if (lastTag >= 0) {
            double middle = Math.rint(tagStack.y(lastTag));
            g.setFill(lastColor(model, style));
            g.fillRoundRect(left, middle - Math.floor(height / 2), tagWidth, height, style.px(6), style.px(6));
            g.setFill(model.rising() ? style.palette().buy().on() : style.palette().sell().on());
            g.setFont(style.strong());
            g.fillText(axes.price(instrument, model.lastTicks()), width - style.px(8), middle);
        }
        g.setTextAlign(TextAlignment.LEFT);
    }

    /** {@return whether a tag stands where a label of that height would} */
    boolean covers(double y, double height) {
        for (int i = 0; i < tagged.size() + (lastTag >= 0 ? 1 : 0); i++) {
            if (Math.abs(tagStack.y(i) - y) < height) {
                return true;
            }
        }
        return false;
    }

    /** {@return the order whose ✕ is under a pixel, 0 where there is none} */
    long cancelAt(double x, double y, ChartStyle style) {
        for (Chip chip : chips) {
            if (chip.level().clientOrderId() != 0
                    && Math.abs(y - chipStack.y(chip.place())) <= style.chipHeight() / 2
                    && x <= chip.right()
                    && x >= chip.right() - style.px(22)) {
                return chip.level().clientOrderId();
            }
        }
        return 0;
    }
}
