package dev.tradewind.ui.screen.lab;

import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.theme.Theme;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/** A canvas as large as its place, painted anew when that or the look changes. */
abstract class Painting extends Region {

    private final Theme theme;
    private final Canvas canvas = new Canvas();
    private final ChangeListener<Object> onLook = (property, before, now) -> requestLayout();

    Painting(Theme theme) {
        this.theme = theme;
        getChildren().add(canvas);
        theme.paletteProperty().addListener(new WeakChangeListener<>(onLook));
        setMinSize(0, 0);
    }

    /** Paints everything. Lengths in pixels; {@code em} is the root's. */
    abstract void paint(GraphicsContext pen, Palette palette, double width, double height, double em);

    /** Paints anew at the next layout. */
    final void repaint() {
        requestLayout();
    }

    @Override
    protected final void layoutChildren() {
        double width = Math.floor(getWidth() - snappedLeftInset() - snappedRightInset());
        double height = Math.floor(getHeight() - snappedTopInset() - snappedBottomInset());
        canvas.relocate(snappedLeftInset(), snappedTopInset());
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, width, height);
        if (width > 0 && height > 0) {
            double em = theme.rootPixels();
            pen.setFont(Font.font(Theme.SANS, em * 11 / 12));
            paint(pen, theme.palette(), width, height, em);
        }
    }

    final Theme theme() {
        return theme;
    }
}
