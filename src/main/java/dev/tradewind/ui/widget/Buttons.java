package dev.tradewind.ui.widget;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Short ways to say a styled button. */
public final class Buttons {

    private Buttons() {}

    /** {@return a button with style classes that runs an action} */
    public static Button of(String text, Runnable action, String... classes) {
        Button button = new Button(text);
        button.getStyleClass().addAll(classes);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** {@return a button that shows only an icon, and says in a tooltip what it does} */
    public static Button icon(Icon icon, String tip, Runnable action, String... classes) {
        Button button = of("", action, classes);
        button.setGraphic(new IconView(icon));
        button.getStyleClass().add("bare");
        tip(button, tip);
        button.setAccessibleText(tip);
        return button;
    }

    /**
     * Says more about a control while the pointer rests on it; empty text says nothing. The tooltip is made when the pointer
     * first comes: each is a window of its own, and tables have hundreds of cells.
     */
    public static void tip(Control control, String text) {
        boolean first = control.getProperties().put(Buttons.class, text) == null;
        if (text.isEmpty()) {
            control.setTooltip(null);
        } else if (control.getTooltip() != null) {
            control.getTooltip().setText(text);
        }
        if (first) {
            control.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> show(control));
        }
    }

    private static void show(Control control) {
        String text = String.valueOf(control.getProperties().get(Buttons.class));
        if (!text.isEmpty() && control.getTooltip() == null) {
            Tooltip tooltip = new Tooltip(text);
            tooltip.setShowDelay(Duration.millis(350));
            control.setTooltip(tooltip);
        }
    }
}
