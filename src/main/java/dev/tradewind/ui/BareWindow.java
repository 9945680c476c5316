package dev.tradewind.ui;

import dev.tradewind.ui.fx.Toolkit;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Theme;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * A window with our theme and one label: the least any start can take. The benchmark of the start holds the terminal
 * against it.
 */
public final class BareWindow {

    /** What it prints once its third frame has been laid out. */
    public static final String SHOWN = "The window is open.";

    private BareWindow() {}

    /** Opens the window, says so and ends. */
    public static void main(String[] arguments) {
        Toolkit.start(() -> {
            Scene scene = new Scene(new StackPane(new Label("Tradewind")), TerminalWindow.WIDTH, TerminalWindow.HEIGHT);
            new Theme(Appearance.DEFAULT).dress(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            Toolkit.afterFrames(TerminalUi.FRAMES_TO_SHOW, () -> {
                System.out.println(SHOWN);
                System.exit(0);
            });
        });
    }
}
