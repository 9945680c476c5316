package dev.tradewind.ui;

import dev.tradewind.app.OpenSession;
import dev.tradewind.app.Terminal;
import dev.tradewind.ui.fx.PngWriter;
import dev.tradewind.ui.fx.Toolkit;
import dev.tradewind.ui.fx.ToolkitStart;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Opens the terminal's window, or renders it where there is no display. Called by {@code Main}; not on the JavaFX thread. */
public final class TerminalUi {

    /** Frames after which a window counts as shown. */
    static final int FRAMES_TO_SHOW = 3;

    private static final double WARM_SIZE = 400;

    private final TerminalWindow window;

    private TerminalUi(TerminalWindow window) {
        this.window = window;
    }

    /**
     * Loads what every screen is made of, while the data folder is still being opened: styles, fonts, controls. Shows
     * nothing; JavaFX thread only.
     */
    public static void warmUp() {
        TableView<String> table = new TableView<>(FXCollections.observableArrayList("row"));
        TableColumn<String, String> column = new TableColumn<>("column");
        column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue()));
        column.setPrefWidth(WARM_SIZE / 2);
        table.getColumns().add(column);
        SplitPane split = new SplitPane(table, new VBox(new TextField(), new HBox(new ToggleButton("button"))));
        Scene scene = new Scene(new StackPane(new ScrollPane(split), new Canvas()), WARM_SIZE, WARM_SIZE);
        Theme theme = new Theme(Appearance.DEFAULT);
        theme.dress(scene);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        theme.forget(scene);
    }

    /**
     * Waits for the toolkit and shows the start page. Returns once it shows; {@code closed} runs on the JavaFX thread when the
     * person closes the window, after the session, if one ran, has been closed.
     *
     * @throws IllegalStateException if the toolkit cannot start, with its reason
     */
    public static TerminalUi open(ToolkitStart toolkit, Terminal terminal, Runnable closed) {
        TerminalWindow[] made = new TerminalWindow[1];
        toolkit.run(() -> {
            made[0] = new TerminalWindow(terminal, closed);
            made[0].showStart();
        });
        return new TerminalUi(made[0]);
    }

    /**
     * Waits for the toolkit and shows a session that runs already, without the start page: for a machine without a display,
     * where nobody can choose. The caller keeps the session and closes it.
     *
     * @throws IllegalStateException if the toolkit cannot start, with its reason
     */
    public static TerminalUi openSession(ToolkitStart toolkit, Terminal terminal, OpenSession session) {
        TerminalWindow[] made = new TerminalWindow[1];
        toolkit.run(() -> {
            made[0] = new TerminalWindow(terminal, () -> {});
            made[0].showSession(session);
        });
        return new TerminalUi(made[0]);
    }

    /**
     * Saves what the window shows as a PNG.
     *
     * @throws IOException if the file cannot be written
     */
    public void screenshot(Path png) throws IOException {
        Image picture = Toolkit.call(window::picture);
        PngWriter.write(picture, png);
    }

    /** Runs something on the JavaFX thread once the window shows what it was given. */
    void onceShown(Runnable then) {
        Toolkit.later(() -> Toolkit.afterFrames(FRAMES_TO_SHOW, then));
    }

    /** Closes the window and ends the toolkit; for the end of the process. */
    public void end() {
        Toolkit.call(() -> {
            window.dispose();
            return true;
        });
        Toolkit.end();
    }
}
