package dev.tradewind.ui.widget;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * A column some of whose parts are hidden at times. A part that has not shown yet is not in the scene, so a window does not
 * style and lay out what nobody has asked for; once shown, a part stays and is only hidden. JavaFX thread only.
 */
public final class LaterBox extends VBox {

    private final List<Node> parts;

    /** @param parts from top to bottom; all but the invisible show at once */
    public LaterBox(Node... parts) {
        this.parts = List.of(parts);
        for (Node part : parts) {
            show(part, part.isVisible());
        }
    }

    /**
     * Shows or hides a part.
     *
     * @throws IllegalArgumentException if it is none of this box
     */
    public void show(Node part, boolean visible) {
        if (!parts.contains(part)) {
            throw new IllegalArgumentException(part + " is no part of this box");
        }
        part.setVisible(visible);
        part.setManaged(visible);
        ObservableList<Node> shown = getChildren();
        if (visible && !shown.contains(part)) {
            int place = 0;
            for (Node before : parts.subList(0, parts.indexOf(part))) {
                place += shown.contains(before) ? 1 : 0;
            }
            shown.add(place, part);
        }
    }
}
