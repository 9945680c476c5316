package dev.tradewind.ui;

import dev.tradewind.app.job.Job;
import dev.tradewind.domain.CancelledException;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.fx.JobWatch;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Does everything at once, on the caller's thread. */
public final class AtOnce implements Hands {

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

    @Override
    public <T> void follow(Job<T> job, JobWatch.Listener<T> listener) {
        T made;
        try {
            made = job.await();
        } catch (CancelledException e) {
            listener.cancelled();
            return;
        } catch (ExecutionException e) {
            listener.failed(e.getCause());
            return;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        listener.done(made);
    }
}
