package dev.tradewind.ui.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;

/** Starts and ends the JavaFX toolkit and reaches its thread from outside. */
public final class Toolkit {

    private Toolkit() {}

    /**
     * Starts the toolkit and runs {@code first} on its thread; returns once that is done.
     *
     * @throws IllegalStateException if the toolkit cannot start or {@code first} fails
     */
    public static void start(Runnable first) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            startup(first, done);
        } catch (UnsupportedOperationException e) {
            throw new IllegalStateException(
                    "no window can be opened (" + e.getMessage() + "). Nothing was started or changed. Check DISPLAY, or"
                            + " unset it to run without a window.",
                    e);
        }
        await(done);
    }

    private static void startup(Runnable first, CompletableFuture<Void> done) {
        Platform.startup(() -> {
            try {
                Platform.setImplicitExit(false);
                first.run();
                done.complete(null);
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
    }

    /**
     * Runs work on the JavaFX thread and waits for its result; not to be called on that thread.
     *
     * @throws IllegalStateException if the work fails
     */
    public static <T> T call(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        });
        return await(done);
    }

    /** Runs something later on the JavaFX thread. */
    public static void later(Runnable work) {
        Platform.runLater(work);
    }

    /** Runs something once that many frames have been laid out from now on; JavaFX thread only. */
    public static void afterFrames(int frames, Runnable then) {
        new AnimationTimer() {
            private int passed;

            @Override
            public void handle(long now) {
                // a frame's timers run before its layout
                if (passed++ == frames) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    /** {@return whether Caps Lock is on; false where the system does not say}; JavaFX thread only. */
    public static boolean capsLock() {
        try {
            return Platform.isKeyLocked(KeyCode.CAPS).orElse(false);
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    /** Ends the toolkit; windows close. */
    public static void end() {
        Platform.exit();
    }

    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the JavaFX thread", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the JavaFX thread failed: " + e.getCause(), e.getCause());
        }
    }
}
