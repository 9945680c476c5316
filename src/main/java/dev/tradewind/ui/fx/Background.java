package dev.tradewind.ui.fx;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Work that may block, kept off the JavaFX thread. */
public final class Background {

    private Background() {}

    /**
     * Runs work on a thread of its own and hands its outcome back on the JavaFX thread.
     *
     * @param name  the thread's name
     * @param done  takes the result
     * @param failed takes what the work threw
     */
    public static <T> void run(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Thread.ofVirtual().name(name).start(() -> {
            try {
                T result = work.call();
                Platform.runLater(() -> done.accept(result));
            } catch (Exception e) {
                Platform.runLater(() -> failed.accept(e));
            }
        });
    }
}
