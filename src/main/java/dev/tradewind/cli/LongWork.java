package dev.tradewind.cli;

import dev.tradewind.app.StartException;
import dev.tradewind.app.job.Job;
import dev.tradewind.domain.CancelledException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Waits for a job: says now and then how far it is, and on Ctrl+C has it end before the process does. */
final class LongWork {

    private static final long LOOK_MILLIS = 25;
    private static final long NOTE_EVERY_MILLIS = 2_000;
    private static final long PATIENCE_SECONDS = 30;

    private LongWork() {}

    /**
     * {@return what the job made}
     *
     * @param what the work in a word, for the notes
     * @throws StartException if it failed in a way that has no exception of its own
     */
    static <T> T await(Output output, String what, Job<T> job) throws StartException, InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        Thread hook = Thread.ofPlatform().name("cancel").unstarted(() -> {
            job.cancel();
            awaitQuietly(told);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            long nextNote = NOTE_EVERY_MILLIS;
            while (!job.ended()) {
                Thread.sleep(LOOK_MILLIS);
                long millis = TimeUnit.NANOSECONDS.toMillis(job.tookNanos());
                if (millis >= nextNote && !job.ended()) {
                    nextNote = millis + NOTE_EVERY_MILLIS;
                    output.note(what + ": " + far(job));
                }
            }
            return job.await();
        } catch (CancelledException e) {
            output.note(what + " cancelled; what was under way is not stored");
            throw e;
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            told.countDown();
            unhook(hook);
        }
    }

    private static String far(Job<?> job) {
        double share = job.share().orElse(0);
        String left = job.leftNanos()
                .map(nanos -> ", " + Math.max(1, Math.round(nanos / 1e9)) + " s left")
                .orElse("");
        return Math.round(share * 100) + " %" + left;
    }

    private static StartException failure(Throwable cause) {
        return switch (cause) {
            case StartException expected -> expected;
            case RuntimeException told -> throw told;
            case Error fault -> throw fault;
            default -> new StartException(String.valueOf(cause.getMessage()), cause);
        };
    }

    private static void awaitQuietly(CountDownLatch told) {
        try {
            if (!told.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void unhook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the process ends right now, and the hook with it
        }
    }
}
