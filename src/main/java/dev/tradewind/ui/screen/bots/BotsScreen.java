package dev.tradewind.ui.screen.bots;

import dev.tradewind.ui.screen.Screen;
import dev.tradewind.ui.screen.ScreenContext;
import dev.tradewind.ui.screen.ScreenDescriptor;
import dev.tradewind.ui.theme.Icon;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** The Bots screen. */
public final class BotsScreen implements Screen {

    /** How the rail lists it. */
    public static final ScreenDescriptor DESCRIPTOR = new ScreenDescriptor("bots", "Bots", Icon.BOT, BotsScreen::new);

    private final StackPane root = new StackPane();

    BotsScreen(ScreenContext context) {
        root.getStyleClass().add("gutter");
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {}

    @Override
    public void hidden() {}
}
