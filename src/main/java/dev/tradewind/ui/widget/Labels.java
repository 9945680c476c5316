package dev.tradewind.ui.widget;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Short ways to say a styled label, a gap or a rule; style classes are the theme's. */
public final class Labels {

    private static final List<String> TONES = List.of("is-buy", "is-sell", "is-warn", "is-accent", "is-faint");

    private Labels() {}

    /** {@return a label with style classes; it never shrinks below its text} */
    public static Label of(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** {@return a label that wraps} */
    public static Label wrapped(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** {@return what pushes its neighbours apart} */
    public static Region spring() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    /** {@return a hairline across} */
    public static Region rule() {
        Region region = new Region();
        region.getStyleClass().add("rule");
        return region;
    }

    /** {@return a hairline down} */
    public static Region ruleVertical() {
        Region region = new Region();
        region.getStyleClass().add("rule-vertical");
        return region;
    }

    /** Colours a label: one of the {@code is-…} classes, or an empty text for none. */
    public static void tone(Region label, String tone) {
        List<String> classes = label.getStyleClass();
        if (!tone.isEmpty() && classes.contains(tone)) {
            return;
        }
        classes.removeAll(TONES);
        if (!tone.isEmpty()) {
            classes.add(tone);
        }
    }

    /** {@return the tone of a gain, a loss, or nothing} */
    public static String toneOf(long signed) {
        return signed > 0 ? "is-buy" : signed < 0 ? "is-sell" : "is-faint";
    }
}
