package dev.tradewind.ui.fx;

import dev.tradewind.app.job.Job;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Has work done away from the JavaFX thread and brings its outcome back to it; a test does it at once. */
public interface Hands {

    /** Does something that may block. */
    <T> void apart(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

    /** Follows a job to its end. */
    <T> void follow(Job<T> job, JobWatch.Listener<T> listener);

    /** {@return work apart, and jobs followed, on the threads the program has for it} */
    static Hands threads() {
        return new Hands() {
            @Override
            public <T> void apart(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
                Background.run(name, work, done, failed);
            }

            @Override
            public <T> void follow(Job<T> job, JobWatch.Listener<T> listener) {
                JobWatch.follow(job, listener);
            }
        };
    }
}
