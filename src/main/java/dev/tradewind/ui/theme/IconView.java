package dev.tradewind.ui.theme;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;

/**
 * Shows an {@link Icon}, 14 px at 100 % unless a style class ({@code icon-16}, {@code icon-20}, {@code icon-28}) says
 * otherwise, coloured by {@code is-…} classes. Scales with text.
 */
public final class IconView extends Region {

    private static final double GRID = 24;

    private final SVGPath outline = new SVGPath();
    private final Scale scale = new Scale();

    /** An icon with extra style classes. */
    public IconView(Icon icon, String... classes) {
        getStyleClass().add("icon");
        getStyleClass().addAll(classes);
        outline.setContent(icon.path());
        outline.getStyleClass().add("outline");
        outline.setStrokeWidth(2);
        outline.setStrokeLineCap(StrokeLineCap.ROUND);
        outline.setStrokeLineJoin(StrokeLineJoin.ROUND);
        outline.setManaged(false);
        outline.getTransforms().add(scale);
        getChildren().add(outline);
        setMouseTransparent(true);
    }

    /** Shows another icon. */
    public void show(Icon icon) {
        outline.setContent(icon.path());
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.min(getWidth(), getHeight()) / GRID;
        scale.setX(factor);
        scale.setY(factor);
        outline.setStrokeWidth(factor < 0.8 ? 1.3 / Math.max(factor, 0.01) : 2);
    }
}
