package dev.tradewind.ui.widget;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Empty lists and things that went wrong, said the same way everywhere. */
public final class Messages {

    private Messages() {}

    /** {@return what an empty list shows: an icon, one line, and usually one button} */
    public static VBox empty(Icon icon, String title, String line, Node... actions) {
        VBox box = new VBox(new IconView(icon, "icon-28", "is-faint"), Labels.of(title, "t-pane"));
        box.getStyleClass().add("empty");
        if (!line.isEmpty()) {
            box.getChildren().add(Labels.wrapped(line, "t-secondary"));
        }
        box.getChildren().addAll(actions);
        return box;
    }

    /**
     * {@return a box that says what happened, what it means and what to do}
     *
     * @param blocks red instead of amber
     */
    public static VBox trouble(boolean blocks, String title, String line, Node... actions) {
        IconView icon = new IconView(blocks ? Icon.BLOCK : Icon.LOOK, blocks ? "is-sell" : "is-warn");
        HBox head = new HBox(icon, Labels.of(title, "t-strong"));
        head.getStyleClass().add("spacing-8");
        VBox box = new VBox(head, Labels.wrapped(line, "t-secondary"));
        box.getStyleClass().add("message");
        if (blocks) {
            box.getStyleClass().add("blocks");
        }
        if (actions.length > 0) {
            HBox row = new HBox(actions);
            row.getStyleClass().addAll("spacing-8", "message-actions");
            box.getChildren().add(row);
        }
        return box;
    }
}
