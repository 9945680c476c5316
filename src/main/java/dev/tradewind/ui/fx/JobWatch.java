package dev.tradewind.ui.fx;

import dev.tradewind.app.job.Job;
import dev.tradewind.domain.CancelledException;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Duration;

/** Follows a long job for a screen: its progress some times a second, its end once. JavaFX thread only. */
public final class JobWatch {

    private static final Duration EVERY = Duration.millis(150);

    private JobWatch() {}

    /** Hears how a job goes, on the JavaFX thread. */
    public interface Listener<T> {

        /** It runs: the share done, empty while unknown, and the time left, empty while unknown. */
        void running(double share, Optional<Long> leftNanos);

        /** It made what it should. */
        void done(T value);

        /** It was cancelled. */
        void cancelled();

        /** It failed, with what to tell a person. */
        void failed(Throwable cause);
    }

    /** Follows a job to its end. A share that is not known is −1. */
    public static <T> void follow(Job<T> job, Listener<T> listener) {
        Timeline clock = new Timeline(new KeyFrame(EVERY, event -> tell(job, listener)));
        clock.setCycleCount(Timeline.INDEFINITE);
        clock.play();
        tell(job, listener);
        job.whenEnded((value, failure) -> Platform.runLater(() -> {
            clock.stop();
            ended(value, failure, listener);
        }));
    }

    private static <T> void tell(Job<T> job, Listener<T> listener) {
        if (!job.ended()) {
            listener.running(job.share().orElse(-1), job.leftNanos());
        }
    }

    private static <T> void ended(Optional<T> value, Optional<Throwable> failure, Listener<T> listener) {
        Consumer<Throwable> trouble = cause -> {
            if (cause instanceof CancelledException) {
                listener.cancelled();
            } else {
                listener.failed(cause);
            }
        };
        failure.ifPresentOrElse(trouble, () -> value.ifPresent(listener::done));
    }
}
