package dev.tradewind.ui.fx;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/**
 * The JavaFX toolkit on its way up. Begun early, it starts beside whatever else a start of the program has to do. One per
 * process; not for the JavaFX thread.
 */
public final class ToolkitStart {

    private final CompletableFuture<Void> up = new CompletableFuture<>();

    private ToolkitStart() {}

    /**
     * Begins, and returns at once. No window shows yet.
     *
     * @param once runs first on the JavaFX thread
     */
    public static ToolkitStart begin(Runnable once) {
        ToolkitStart start = new ToolkitStart();
        Thread.ofPlatform().name("toolkit-start").daemon().start(() -> start.startUp(once));
        return start;
    }

    private void startUp(Runnable once) {
        try {
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                up.complete(null);
                once.run();
            });
        } catch (RuntimeException | Error e) {
            up.completeExceptionally(e);
        }
    }

    /**
     * Waits until the toolkit is up, runs work on its thread and waits for that too.
     *
     * @throws IllegalStateException if the toolkit cannot start or the work fails, with the reason
     */
    public void run(Runnable work) {
        Toolkit.await(up);
        Toolkit.call(() -> {
            work.run();
            return true;
        });
    }

    /** Ends the toolkit where the program does not start after all; what it had to complain of is nobody's concern then. */
    public void abandon() {
        up.handle((done, failure) -> failure == null).thenAccept(running -> {
            if (running) {
                Platform.exit();
            }
        }).join();
    }
}
