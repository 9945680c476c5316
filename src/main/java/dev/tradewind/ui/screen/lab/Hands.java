package dev.tradewind.ui.screen.lab;

import dev.tradewind.app.job.Job;
import dev.tradewind.ui.fx.JobWatch;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Has work done away from the JavaFX thread and brings its outcome back to it; a test does it at once. */
interface Hands {

    /** Does something that may block. */
    <T> void apart(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

    /** Follows a job to its end. */
    <T> void follow(Job<T> job, JobWatch.Listener<T> listener);
}
