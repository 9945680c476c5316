package dev.tradewind;

import dev.tradewind.app.DataHome;
import dev.tradewind.app.StartException;
import dev.tradewind.app.upkeep.JavaLogging;
import dev.tradewind.persistence.StorageException;
import dev.tradewind.ui.HeadlessTerminal;
import dev.tradewind.ui.TerminalUi;
import dev.tradewind.ui.fx.ToolkitStart;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Opens the terminal: as a window where there is a display, else on JavaFX's headless platform. */
final class TerminalStart {

    private static final String PICTURE = "trade.png";

    /** Held on to, since a logger nobody holds forgets its level. JavaFX warns on every class-path start. */
    private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

    private TerminalStart() {}

    /**
     * Runs the terminal until it is closed or the process is told to end; everything is saved by then.
     *
     * @param window  whether there is a display
     * @param dataDir the data folder asked for
     * @return the exit code
     */
    static int run(boolean window, Optional<Path> dataDir) {
        JAVAFX_LOG.setLevel(Level.SEVERE);
        JavaLogging.redirect();
        ToolkitStart toolkit = ToolkitStart.begin(TerminalUi::warmUp);
        try {
            DataHome home = DataHome.open(dataDir);
            home.diagnostics().listen();
            return window ? runWindow(toolkit, home) : runHeadless(toolkit, home);
        } catch (StorageException | StartException | IllegalStateException e) {
            System.err.println("Tradewind cannot start: " + e.getMessage());
            toolkit.abandon();
            return 1;
        }
    }

    private static int runWindow(ToolkitStart toolkit, DataHome home) {
        CountDownLatch closed = new CountDownLatch(1);
        EndSignals.install(closed::countDown);
        TerminalUi ui = TerminalUi.open(toolkit, home.terminal(), closed::countDown);
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            ui.end();
        } finally {
            home.close();
        }
        return 0;
    }

    private static int runHeadless(ToolkitStart toolkit, DataHome home) throws StartException {
        HeadlessTerminal headless =
                new HeadlessTerminal(toolkit, home.terminal(), home.path().resolve(PICTURE), System.out);
        EndSignals.install(headless::stop);
        try {
            headless.run();
        } finally {
            home.close();
        }
        return 0;
    }
}
