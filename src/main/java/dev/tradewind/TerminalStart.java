package dev.tradewind;

import dev.tradewind.app.DataHome;
import dev.tradewind.app.LogFile;
import dev.tradewind.app.StartException;
import dev.tradewind.persistence.StorageException;
import dev.tradewind.ui.HeadlessTerminal;
import dev.tradewind.ui.TerminalUi;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Opens the terminal: as a window where there is a display, else on JavaFX's headless platform. */
final class TerminalStart {

    private static final String PICTURE = "trade.png";
    private static final String LOG = "tradewind.log";

    private TerminalStart() {}

    /**
     * Runs the terminal until it is closed or the process is told to end; everything is saved by then.
     *
     * @param window  whether there is a display
     * @param dataDir the data folder asked for
     * @return the exit code
     */
    static int run(boolean window, Optional<Path> dataDir) {
        try {
            DataHome home = DataHome.open(dataDir);
            LogFile.start(home.path().resolve(LOG));
            return window ? runWindow(home) : runHeadless(home);
        } catch (StorageException | StartException | IllegalStateException e) {
            System.err.println("Tradewind cannot start: " + e.getMessage());
            return 1;
        }
    }

    private static int runWindow(DataHome home) {
        Runtime.getRuntime().addShutdownHook(new Thread(home::close, "save-and-end"));
        CountDownLatch closed = new CountDownLatch(1);
        TerminalUi.open(home.terminal(), closed::countDown);
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static int runHeadless(DataHome home) throws StartException {
        HeadlessTerminal headless =
                new HeadlessTerminal(home.terminal(), home.path().resolve(PICTURE), System.out);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            headless.stop();
                            home.close();
                        },
                        "save-and-end"));
        headless.run();
        return 0;
    }
}
