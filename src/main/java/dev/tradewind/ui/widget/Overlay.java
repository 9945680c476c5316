package dev.tradewind.ui.widget;

import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A card over a whole window, which has the keys to itself until it is closed. Escape and a press beside it close it. The
 * window's root must be a {@link StackPane}. JavaFX thread only.
 */
public final class Overlay {

    private final StackPane host;
    private final StackPane ground = new StackPane();
    private final @Nullable Node before;
    private final ChangeListener<Node> keeper;

    private Overlay(Scene scene, StackPane host, Region card) {
        this.host = host;
        this.before = scene.getFocusOwner();
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        ground.getStyleClass().add("modal-ground");
        ground.getChildren().add(card);
        ground.setOnMousePressed(event -> {
            if (event.getTarget() == ground) {
                close();
            }
        });
        ground.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
            }
            event.consume();
        });
        keeper = (property, old, now) -> {
            if (now != null && !inside(now) && ground.getScene() != null) {
                (old != null && inside(old) ? old : card).requestFocus();
            }
        };
        host.getChildren().add(ground);
        scene.focusOwnerProperty().addListener(keeper);
        ground.sceneProperty().addListener((property, old, now) -> {
            if (now == null) {
                scene.focusOwnerProperty().removeListener(keeper);
            }
        });
    }

    /**
     * Shows a card over the window of a node.
     *
     * @throws IllegalStateException if the node is in no window, or that window's root is no stack
     */
    public static Overlay open(Node owner, Region card) {
        Scene scene = owner.getScene();
        if (scene == null || !(scene.getRoot() instanceof StackPane host)) {
            throw new IllegalStateException("nothing to lay a card over at " + owner);
        }
        return new Overlay(scene, host, card);
    }

    private boolean inside(Node node) {
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (at == ground) {
                return true;
            }
        }
        return node == ground;
    }

    /** Closes it and gives the keys back. */
    public void close() {
        host.getChildren().remove(ground);
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
    }

    /** {@return whether it still shows} */
    public boolean showing() {
        return ground.getScene() != null;
    }
}
