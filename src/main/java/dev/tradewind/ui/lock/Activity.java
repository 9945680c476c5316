package dev.tradewind.ui.lock;

import javafx.event.Event;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TouchEvent;
import javafx.stage.Window;

/**
 * Tells of a person's keys, mouse and touch in a window. The toolkit also makes mouse events by itself when something moves
 * under a resting pointer; a pointer that has not moved on the screen is nobody. JavaFX thread only.
 */
public final class Activity {

    private final Runnable touched;
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;

    /** @param touched runs whenever somebody is there */
    public Activity(Runnable touched) {
        this.touched = touched;
    }

    /** Listens to a window for as long as it lives. */
    public void watch(Window window) {
        window.addEventFilter(InputEvent.ANY, this::heard);
    }

    void heard(Event event) {
        boolean person = switch (event) {
            case MouseEvent mouse -> pressed(mouse) | moved(mouse);
            case KeyEvent key -> key.getEventType() == KeyEvent.KEY_PRESSED;
            case ScrollEvent scroll -> scroll.getDeltaX() != 0 || scroll.getDeltaY() != 0;
            case TouchEvent touch -> true;
            default -> false;
        };
        if (person) {
            touched.run();
        }
    }

    private static boolean pressed(MouseEvent event) {
        return event.getEventType() == MouseEvent.MOUSE_PRESSED;
    }

    private boolean moved(MouseEvent event) {
        boolean first = Double.isNaN(lastX);
        boolean moved = event.getScreenX() != lastX || event.getScreenY() != lastY;
        lastX = event.getScreenX();
        lastY = event.getScreenY();
        return moved && !first;
    }
}
