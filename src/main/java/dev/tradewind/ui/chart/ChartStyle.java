package dev.tradewind.ui.chart;

import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.theme.Theme;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * Colours, faces and measures for canvas drawing at one text size. Measures are logical pixels. Immutable; make a new
 * one when the look changes.
 */
public final class ChartStyle {

    private final Palette palette;
    private final double scale;
    private final Color volumeUp;
    private final Color volumeDown;
    private final Font note;
    private final Font label;
    private final Font strong;
    private final Font body;
    private final Font bodyStrong;

    /** @param scale text size over the usual one; 2 at 200 % */
    public ChartStyle(Palette palette, double scale) {
        this.palette = palette;
        this.scale = scale;
        volumeUp = palette.bg1().interpolate(palette.buy().main(), 0.22);
        volumeDown = palette.bg1().interpolate(palette.sell().main(), 0.22);
        note = Font.font(Theme.SANS, 10 * scale);
        label = Font.font(Theme.SANS, 11 * scale);
        strong = Font.font(Theme.SANS_SEMIBOLD, 11 * scale);
        body = Font.font(Theme.SANS, 12 * scale);
        bodyStrong = Font.font(Theme.SANS_SEMIBOLD, 12 * scale);
    }

    /** {@return the colours} */
    public Palette palette() {
        return palette;
    }

    /** {@return text size over the usual one} */
    public double scale() {
        return scale;
    }

    /** {@return design pixels at this text size, whole} */
    public double px(double designPixels) {
        return Math.rint(designPixels * scale);
    }

    /** {@return 10 px regular} */
    public Font note() {
        return note;
    }

    /** {@return 11 px regular} */
    public Font label() {
        return label;
    }

    /** {@return 11 px semibold} */
    public Font strong() {
        return strong;
    }

    /** {@return 12 px regular} */
    public Font body() {
        return body;
    }

    /** {@return 12 px semibold} */
    public Font bodyStrong() {
        return bodyStrong;
    }

    Color volumeUp() {
        return volumeUp;
    }

    Color volumeDown() {
        return volumeDown;
    }

    double axisWidth() {
        return px(72);
    }

    double stripHeight() {
        return px(22);
    }

    double volumeHeight() {
        return px(70);
    }

    double freeRight() {
        return px(170);
    }

    double tagHeight() {
        return px(17);
    }

    double chipHeight() {
        return px(19);
    }
}
