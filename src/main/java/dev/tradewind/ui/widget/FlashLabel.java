package dev.tradewind.ui.widget;

import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.paint.Color;
import javafx.util.Duration;

/** A figure whose ground lights up when it changes and fades within 600 ms; nothing moves. */
public final class FlashLabel extends Label {

    private static final Duration FADE = Duration.millis(600);

    private final DoubleProperty strength = new SimpleDoubleProperty();
    private final Timeline timeline = new Timeline(
            new KeyFrame(Duration.ZERO, new KeyValue(strength, 1.0)), new KeyFrame(FADE, new KeyValue(strength, 0.0)));
    private Color colour = Color.TRANSPARENT;

    /** An empty label with style classes. */
    public FlashLabel(String... classes) {
        getStyleClass().add("flash");
        getStyleClass().addAll(classes);
        setMinWidth(USE_PREF_SIZE);
        strength.addListener((property, old, now) -> paint(now.doubleValue()));
    }

    private void paint(double alpha) {
        setBackground(alpha <= 0
                ? Background.EMPTY
                : new Background(new BackgroundFill(
                        colour.deriveColor(0, 1, 1, alpha), new CornerRadii(3), Insets.EMPTY)));
    }

    /** Shows a text; a changed one flashes in {@code flash}, the palette's depth colour of its direction. */
    public void show(String text, Color flash) {
        String before = getText();
        if (text.equals(before)) {
            return;
        }
        setText(text);
        if (!before.isEmpty()) {
            colour = flash;
            timeline.playFromStart();
        }
    }
}
