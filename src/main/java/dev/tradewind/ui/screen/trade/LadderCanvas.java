package dev.tradewind.ui.screen.trade;

import dev.tradewind.ui.chart.ChartStyle;
import java.util.function.LongConsumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** The ladder's rows. A click picks a row's price; the wheel moves the rows and ends centring. */
final class LadderCanvas extends Region {

    private final LadderViewModel model;
    private final LadderPainter painter;
    private final Canvas canvas = new Canvas();
    private boolean stale = true;
    private double hoverY = -1;
    private int offsetRows;

    LadderCanvas(LadderViewModel model, ChartStyle style, LongConsumer pick) {
        this.model = model;
        this.painter = new LadderPainter(style);
        getStyleClass().add("ladder-rows");
        setAccessibleText("Price ladder");
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        setMinSize(0, 0);
        model.versionProperty().addListener((property, before, now) -> redraw());
        model.centredProperty().addListener((property, before, now) -> {
            offsetRows = now ? 0 : offsetRows;
            redraw();
        });
        setOnMouseMoved(event -> hover(event.getY()));
        setOnMouseExited(event -> hover(-1));
        setOnScroll(this::scrolled);
        setOnMouseClicked(event -> {
            long price = painter.priceAt(model, event.getY());
            if (price > 0) {
                pick.accept(price);
            }
        });
    }

    void restyle(ChartStyle style) {
        painter.restyle(style);
        redraw();
    }

    private void hover(double y) {
        hoverY = y;
        redraw();
    }

    private void scrolled(ScrollEvent event) {
        int rows = (int) Math.round(event.getDeltaY() / painter.rowHeight());
        offsetRows = Math.clamp(offsetRows + rows, -LadderRows.DEEP + 10, LadderRows.DEEP - 10);
        model.centredProperty().set(offsetRows == 0);
        redraw();
        event.consume();
    }

    private void redraw() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width < 1 || height < 1) {
            return;
        }
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            stale = true;
        }
        if (stale) {
            stale = false;
            painter.draw(canvas.getGraphicsContext2D(), model, width, height, offsetRows, hoverY);
        }
    }
}
