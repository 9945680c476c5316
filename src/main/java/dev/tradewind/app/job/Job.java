package dev.tradewind.app.job;

import dev.tradewind.domain.CancelledException;
import dev.tradewind.domain.Progress;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * A long piece of work on a thread of its own, with its progress, the time left and a way to end it. Every method may be
 * called from any thread.
 *
 * @param <T> what it makes
 */
public final class Job<T> {

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final long beganNanos = System.nanoTime();
    private volatile long done;
    private volatile long total;
    private volatile boolean cancelled;

    private Job() {}

    /** Work that tells its progress. */
    @FunctionalInterface
    public interface Work<T> {
        /** {@return what it makes} */
        T run(Progress progress) throws Exception;
    }

    /** Starts work. {@return the running job} */
    public static <T> Job<T> start(String name, Work<T> work) {
        Job<T> job = new Job<>();
        Thread.ofPlatform().daemon().name(name).start(() -> job.run(() -> work.run(job::at)));
        return job;
    }

    private void run(Callable<T> work) {
        try {
            result.complete(work.call());
        } catch (Throwable e) {
            // an error too has to reach whoever waits
            result.completeExceptionally(e);
        }
    }

    private void at(long parts, long all) {
        done = parts;
        total = all;
        if (cancelled) {
            throw new CancelledException("cancelled at " + parts + (all > 0 ? " of " + all : ""));
        }
    }

    /** Asks it to end; it does at its next step and leaves nothing half done behind. */
    public void cancel() {
        cancelled = true;
    }

    /** {@return whether it was asked to end} */
    public boolean cancelled() {
        return cancelled;
    }

    /** {@return whether it has ended, in whatever way} */
    public boolean ended() {
        return result.isDone();
    }

    /** {@return the share done, from 0 to 1, empty while that is not known} */
    public OptionalDouble share() {
        long all = total;
        return all <= 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, done / (double) all));
    }

    /** {@return how long it has run} */
    public long tookNanos() {
        return System.nanoTime() - beganNanos;
    }

    /** {@return the time left if it goes on as it did, empty in its first moments} */
    public Optional<Long> leftNanos() {
        double share = share().orElse(0);
        return share < 0.01 ? Optional.empty() : Optional.of((long) (tookNanos() * (1 - share) / share));
    }

    /**
     * Waits for the end.
     *
     * @throws CancelledException   if it was cancelled
     * @throws ExecutionException   if it failed; the cause says why
     * @throws InterruptedException if the waiting thread is interrupted; the job goes on
     */
    public T await() throws ExecutionException, InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancelledException ended) {
                throw ended;
            }
            throw e;
        }
    }

    /** Calls back on the job's thread once it has ended. */
    public void whenEnded(Ended<T> listener) {
        result.whenComplete((value, failure) -> {
            Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
            listener.ended(Optional.ofNullable(value), Optional.ofNullable(cause));
        });
    }

    /** Hears the end of a job. */
    @FunctionalInterface
    public interface Ended<T> {
        /** It ended: with what it made, or with why it did not. */
        void ended(Optional<T> value, Optional<Throwable> failure);
    }
}
