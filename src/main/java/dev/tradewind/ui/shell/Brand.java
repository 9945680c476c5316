package dev.tradewind.ui.shell;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.transform.Scale;

/** The mark: three gusts of wind, on a 24 × 24 grid. */
public final class Brand extends Region {

    private final Scale scale = new Scale();

    /** The mark; its size comes from a style class such as {@code icon-28}. */
    public Brand(String... classes) {
        getStyleClass().add("brand");
        getStyleClass().addAll(classes);
        getChildren().addAll(
                gust("M9.8 4.4A2 2 0 1 1 11 8H2", "first"),
                gust("M17.5 8a2.5 2.5 0 1 1 2 4H2", "second"),
                gust("M12.8 19.6A2 2 0 1 0 14 16H2", "third"));
    }

    private SVGPath gust(String path, String name) {
        SVGPath gust = new SVGPath();
        gust.setContent(path);
        gust.setStrokeWidth(2.2);
        gust.setStrokeLineCap(StrokeLineCap.ROUND);
        gust.getStyleClass().addAll("gust", name);
        gust.setManaged(false);
        gust.getTransforms().add(scale);
        return gust;
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.min(getWidth(), getHeight()) / 24;
        scale.setX(factor);
        scale.setY(factor);
    }
}
