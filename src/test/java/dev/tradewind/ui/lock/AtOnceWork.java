package dev.tradewind.ui.lock;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does everything at once, on the caller's thread. */
final class AtOnceWork implements Work {

    @Override
    public <T> void apart(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        T made;
        try {
            made = work.call();
        } catch (Exception e) {
            failed.accept(e);
            return;
        }
        done.accept(made);
    }
}
