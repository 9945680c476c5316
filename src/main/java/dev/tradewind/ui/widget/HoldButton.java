package dev.tradewind.ui.widget;

import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/**
 * A button that acts only after being held for 800 ms, by mouse or by Space; its fill grows from the left meanwhile. Let
 * go earlier and nothing happens.
 */
public final class HoldButton extends StackPane {

    /** How long it must be held. */
    public static final Duration HOLD = Duration.millis(800);

    private final Button button = new Button();
    private final Region fill = new Region();
    private final DoubleProperty share = new SimpleDoubleProperty();
    private final Timeline timeline;

    /** A button that runs {@code action} once held. */
    public HoldButton(String text, Node icon, Runnable action) {
        getStyleClass().add("hold");
        fill.getStyleClass().add("hold-fill");
        fill.setManaged(false);
        fill.setMouseTransparent(true);
        button.getStyleClass().add("danger");
        button.setText(text);
        button.setGraphic(icon);
        button.setMinWidth(USE_PREF_SIZE);
        timeline = new Timeline(
                new KeyFrame(Duration.ZERO, new KeyValue(share, 0.0)),
                new KeyFrame(HOLD, new KeyValue(share, 1.0)));
        timeline.setOnFinished(event -> {
            button.disarm();
            release();
            action.run();
        });
        fill.visibleProperty().bind(share.greaterThan(0));
        share.addListener((property, old, now) -> requestLayout());
        button.armedProperty().addListener((property, old, armed) -> {
            if (armed) {
                timeline.playFromStart();
            } else {
                release();
            }
        });
        Rectangle clip = new Rectangle();
        clip.setArcWidth(8);
        clip.setArcHeight(8);
        fill.setClip(clip);
        getChildren().addAll(button, fill);
        fill.setViewOrder(-1);
        fill.setOpacity(0.55);
    }

    private void release() {
        timeline.stop();
        share.set(0);
    }

    /** Changes what it says. */
    public void text(String text) {
        button.setText(text);
    }

    /** {@return the button inside, for tooltips and focus} */
    public Button button() {
        return button;
    }

    /** {@return how much of the hold has passed, 0 to 1} */
    public double share() {
        return share.get();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double width = getWidth() * share.get();
        fill.resizeRelocate(0, 0, getWidth(), getHeight());
        if (fill.getClip() instanceof Rectangle clip) {
            clip.setWidth(width);
            clip.setHeight(getHeight());
        }
    }
}
