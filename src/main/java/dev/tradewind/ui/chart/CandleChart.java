package dev.tradewind.ui.chart;

import dev.tradewind.domain.Instrument;
import dev.tradewind.engine.EngineSnapshot.Forming;
import dev.tradewind.marketdata.CandleColumns;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A candlestick chart with price axis and time strip. What it shows is handed in; it draws at most once per pulse,
 * however often it is told something new. Wheel zooms at the pointer, dragging pans, dragging the price axis
 * stretches it, a double click shows everything; {@code + − ← → Home End} do the same from the keyboard. JavaFX
 * thread only.
 */
public final class CandleChart extends Region {

    private static final double NOTCH = 1.2;
    private static final double NOTCH_DELTA = 40;

    private final Canvas base = new Canvas();
    private final Canvas overlay = new Canvas();
    private final ChartModel model = new ChartModel();
    private final TextWidths widths = new TextWidths();
    private final ChartRenderer renderer = new ChartRenderer(widths);
    private final CrosshairPainter crosshair = new CrosshairPainter(widths);
    private ChartStyle style;
    private LongConsumer onCancel = orderId -> {};
    private boolean baseStale = true;
    private boolean overlayStale = true;
    private double mouseX = -1;
    private double mouseY = -1;
    private double pressedX;
    private double pressedY;
    private boolean onAxis;

    /** An empty chart. */
    public CandleChart(ChartStyle style) {
        this.style = style;
        getStyleClass().add("candle-chart");
        setFocusTraversable(true);
        setAccessibleText("Candlestick chart");
        overlay.setMouseTransparent(true);
        base.setMouseTransparent(true);
        getChildren().addAll(base, overlay);
        setMinSize(120, 80);
        setOnMouseMoved(this::moved);
        setOnMouseExited(event -> point(-1, -1));
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseClicked(this::clicked);
        setOnScroll(this::scrolled);
        setOnKeyPressed(this::keyed);
        focusedProperty().addListener((property, before, now) -> redraw());
    }

    /** Draws in other colours or at another size from the next pulse on. */
    public void restyle(ChartStyle wanted) {
        style = wanted;
        redraw();
    }

    /** Shows a series; {@code forming} is the candle after its last, null before its first trade. */
    public void candles(Instrument instrument, CandleColumns columns, @Nullable Forming forming) {
        model.candles(instrument, columns, forming);
        redraw();
    }

    /** Shows the last price, 0 before the first. */
    public void last(long ticks) {
        model.last(ticks);
        redraw();
    }

    /** Shows these levels in place of the earlier ones. */
    public void levels(List<ChartLevel> levels) {
        model.levels(levels);
        redraw();
    }

    /** Shows these fills in place of the earlier ones. */
    public void fills(List<ChartFill> fills) {
        model.fills(fills);
        redraw();
    }

    /** Turns the logarithmic price axis on or off. */
    public void logarithmic(boolean on) {
        model.logarithmic(on);
        redraw();
    }

    /** Says who cancels an order whose ✕ was clicked; it is given the order's id. */
    public void onCancel(LongConsumer cancel) {
        onCancel = cancel;
    }

    /** Shows all candles there are. */
    public void fit() {
        model.fit();
        redraw();
    }

    /** Shows the newest {@code count} candles, as many as fit at most. */
    public void showNewest(int count) {
        model.newest(count);
        redraw();
    }

    /** {@return how many candles fit into the plot now} */
    public double visibleCandles() {
        return model.width() / model.window().barWidth();
    }

    /** {@return the row at the plot's left edge, fractional} */
    public double firstVisibleRow() {
        return model.window().firstRow();
    }

    /** {@return time the last drawing took on the JavaFX thread, in nanoseconds} */
    public long lastDrawNanos() {
        return renderer.lastNanos();
    }

    /** {@return whether a fill's mark lies under a pixel of the chart} */
    public boolean hasFillAt(double x, double y) {
        return renderer.fillAt(x, y) >= 0;
    }

    private void redraw() {
        baseStale = true;
        overlayStale = true;
        requestLayout();
    }

    private void point(double x, double y) {
        mouseX = x;
        mouseY = y;
        overlayStale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width < 1 || height < 1) {
            return;
        }
        if (base.getWidth() != width || base.getHeight() != height) {
            base.setWidth(width);
            base.setHeight(height);
            overlay.setWidth(width);
            overlay.setHeight(height);
            baseStale = true;
            overlayStale = true;
        }
        if (baseStale) {
            baseStale = false;
            renderer.draw(base.getGraphicsContext2D(), model, style, width, height);
        }
        if (overlayStale) {
            overlayStale = false;
            crosshair.draw(overlay.getGraphicsContext2D(), model, style, renderer, width, height, mouseX, mouseY);
        }
    }

    private void moved(MouseEvent event) {
        boolean axis = event.getX() > getWidth() - style.axisWidth();
        boolean cancels = renderer.cancelAt(event.getX(), event.getY(), style) != 0;
        setCursor(cancels ? Cursor.HAND : axis ? Cursor.V_RESIZE : Cursor.CROSSHAIR);
        point(event.getX(), event.getY());
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        pressedX = event.getX();
        pressedY = event.getY();
        onAxis = event.getX() > getWidth() - style.axisWidth();
    }

    private void dragged(MouseEvent event) {
        double right = event.getX() - pressedX;
        double down = event.getY() - pressedY;
        pressedX = event.getX();
        pressedY = event.getY();
        if (onAxis) {
            model.stretch(Math.exp(down / 200));
        } else {
            model.pan(right, down);
        }
        mouseX = event.getX();
        mouseY = event.getY();
        redraw();
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        long order = renderer.cancelAt(event.getX(), event.getY(), style);
        if (order != 0) {
            onCancel.accept(order);
        } else if (event.getClickCount() == 2) {
            if (onAxis) {
                model.automatic();
            } else {
                model.fit();
            }
            redraw();
        }
    }

    private void scrolled(ScrollEvent event) {
        if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            model.pan(event.getDeltaX(), 0);
        } else {
            double x = Math.min(event.getX(), model.width());
            model.zoom(x, Math.pow(NOTCH, event.getDeltaY() / NOTCH_DELTA));
        }
        redraw();
        event.consume();
    }

    private void keyed(KeyEvent event) {
        double middle = mouseX >= 0 && mouseX < model.width() ? mouseX : model.width() / 2;
        double page = model.width() / (event.isShiftDown() ? 2 : 10);
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> model.zoom(middle, NOTCH);
            case MINUS, SUBTRACT -> model.zoom(middle, 1 / NOTCH);
            case LEFT -> model.pan(page, 0);
            case RIGHT -> model.pan(-page, 0);
            case HOME -> model.home();
            case END -> model.end();
            default -> {
                return;
            }
        }
        redraw();
        event.consume();
    }
}
