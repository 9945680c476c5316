package dev.tradewind.ui.widget;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
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
        button.setTooltip(tip(tip));
        button.setAccessibleText(tip);
        return button;
    }

    /** {@return a tooltip that shows soon} */
    public static Tooltip tip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setShowDelay(Duration.millis(350));
        return tooltip;
    }
}
