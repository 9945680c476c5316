package dev.tradewind.ui.screen.settings;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Two columns of panes side by side, one under the other where the screen is narrow. */
class TwoColumns extends VBox {

    private final VBox left = new VBox();
    private final VBox right = new VBox();
    private final VBox fixed;
    private final VBox free;
    private final double em;

    /** @param leftEm width of the left column, in em of the root; the right one takes what is left */
    TwoColumns(double leftEm) {
        this(leftEm, true);
    }

    /** @param leftFixed whether {@code em} is the left column's width, else it is the right one's */
    TwoColumns(double em, boolean leftFixed) {
        this.em = em;
        fixed = leftFixed ? left : right;
        free = leftFixed ? right : left;
        left.getStyleClass().add("spacing-4");
        right.getStyleClass().add("spacing-4");
        getStyleClass().add("spacing-4");
        arrange(false);
    }

    final void left(Node... panes) {
        left.getChildren().addAll(panes);
    }

    final void right(Node... panes) {
        right.getChildren().addAll(panes);
    }

    /** Puts the columns side by side, or the right one under the left. */
    final void arrange(boolean narrow) {
        getChildren().clear();
        String width = em + "em;";
        fixed.setStyle(
                narrow ? "" : "-fx-min-width: " + width + " -fx-pref-width: " + width + " -fx-max-width: " + width);
        free.setMinWidth(0);
        HBox.setHgrow(free, Priority.ALWAYS);
        VBox.setVgrow(free, Priority.ALWAYS);
        Pane row = narrow ? this : new HBox();
        row.getChildren().addAll(left, right);
        if (!narrow) {
            row.getStyleClass().add("spacing-4");
            VBox.setVgrow(row, Priority.ALWAYS);
            getChildren().add(row);
        }
    }
}
