package dev.tradewind.ui.widget;

import dev.tradewind.ui.theme.Theme;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;

/**
 * A small card that points at the control it belongs to, on ControlsFX's {@link PopOver}. Escape and a click elsewhere close
 * it. JavaFX thread only.
 */
public final class Popover {

    private final PopOver card;
    private final Theme theme;

    /**
     * @param arrow   which side of the card points at the control
     * @param content what the card holds
     */
    public Popover(Theme theme, ArrowLocation arrow, Node... content) {
        this.theme = theme;
        VBox box = new VBox(content);
        box.getStyleClass().add("popover-card");
        card = new PopOver(box);
        card.setArrowLocation(arrow);
        card.setDetachable(false);
        card.setAnimated(false);
        card.setArrowSize(8);
        card.setCornerRadius(8);
        card.setFadeInDuration(Duration.ZERO);
        card.setFadeOutDuration(Duration.ZERO);
        card.setOnHidden(event -> theme.forget(card.getScene()));
    }

    /** Shows the card at a control, or closes it if it shows already. */
    public void toggle(Node owner) {
        if (card.isShowing()) {
            hide();
            return;
        }
        card.show(owner);
        Scene scene = card.getScene();
        theme.dressPopup(scene);
        card.getRoot().setStyle(scene.getRoot().getStyle());
    }

    /** Closes the card. */
    public void hide() {
        card.hide(Duration.ZERO);
    }

    /** {@return whether the card shows} */
    public boolean showing() {
        return card.isShowing();
    }
}
