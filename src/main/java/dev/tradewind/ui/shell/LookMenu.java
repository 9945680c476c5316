package dev.tradewind.ui.shell;

import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Appearance.Ground;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Popover;
import dev.tradewind.ui.widget.Segments;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;

/** Ground, colours and text size. What is chosen shows at once; the window keeps it for the next start. */
final class LookMenu {

    private static final List<Integer> SIZES = List.of(100, 125, 150, 200);

    private final Theme theme;
    private final Segments<Ground> ground =
            new Segments<>(List.of(Ground.values()), value -> value == Ground.DARK ? "Dark" : "Light", true);
    private final CheckBox colourBlind = new CheckBox("Blue and orange instead of green and red");
    private final Segments<Integer> size = new Segments<>(SIZES, percent -> percent + " %", true);
    private final Popover card;

    LookMenu(Theme theme) {
        this.theme = theme;
        ground.setId("look-ground");
        colourBlind.setId("look-colour-blind");
        size.setId("look-size");
        ground.onChoice(wanted -> theme.change(now().on(wanted)));
        colourBlind.setOnAction(event -> theme.change(now().withColourBlind(colourBlind.isSelected())));
        size.onChoice(wanted -> theme.change(now().withTextPercent(wanted)));
        card = new Popover(
                theme, ArrowLocation.LEFT_BOTTOM, stack("Ground", ground), stack("Colours", colourBlind),
                stack("Text size", size));
        theme.appearanceProperty().addListener((property, old, now) -> show(now));
        show(now());
    }

    private static VBox stack(String label, Node control) {
        VBox box = new VBox(Labels.of(label, "t-label"), control);
        box.getStyleClass().add("spacing-4");
        return box;
    }

    private Appearance now() {
        return theme.appearanceProperty().get();
    }

    private void show(Appearance look) {
        ground.select(look.ground());
        colourBlind.setSelected(look.colourBlind());
        size.select(look.textPercent());
    }

    void toggle(Node owner) {
        card.toggle(owner);
    }
}
