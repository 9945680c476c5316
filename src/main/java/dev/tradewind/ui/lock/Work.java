package dev.tradewind.ui.lock;

import dev.tradewind.ui.fx.Background;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Has work done away from the JavaFX thread and brings its outcome back to it; a test does it at once. */
public interface Work {

    /** Does something that may block. */
    <T> void apart(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

    /** {@return work on threads of its own} */
    static Work background() {
        return Background::run;
    }
}
