package dev.tradewind.ui;

import dev.tradewind.app.OpenSession;
import dev.tradewind.app.Terminal;
import dev.tradewind.ui.fx.PngWriter;
import dev.tradewind.ui.fx.Toolkit;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.Image;

/** Opens the terminal's window, or renders it where there is no display. Called by {@code Main}; not on the JavaFX thread. */
public final class TerminalUi {

    private final TerminalWindow window;

    private TerminalUi(TerminalWindow window) {
        this.window = window;
    }

    /**
     * Starts the toolkit and shows the start page. Returns once it shows; {@code closed} runs on the JavaFX thread when the
     * person closes the window, after the session, if one ran, has been closed.
     *
     * @throws IllegalStateException if the toolkit cannot start, with its reason
     */
    public static TerminalUi open(Terminal terminal, Runnable closed) {
        TerminalWindow[] made = new TerminalWindow[1];
        Toolkit.start(() -> {
            made[0] = new TerminalWindow(terminal, closed);
            made[0].showStart();
        });
        return new TerminalUi(made[0]);
    }

    /**
     * Starts the toolkit and shows a session that runs already, without the start page: for a machine without a display,
     * where nobody can choose. The caller keeps the session and closes it.
     *
     * @throws IllegalStateException if the toolkit cannot start, with its reason
     */
    public static TerminalUi openSession(Terminal terminal, OpenSession session) {
        TerminalWindow[] made = new TerminalWindow[1];
        Toolkit.start(() -> {
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

    /** Closes the window and ends the toolkit; for the end of the process. */
    public void end() {
        Toolkit.call(() -> {
            window.dispose();
            return true;
        });
        Toolkit.end();
    }
}
