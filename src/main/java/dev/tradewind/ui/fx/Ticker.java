package dev.tradewind.ui.fx;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Runs something on the JavaFX thread once or again and again. It does not hang on drawn frames, as an animation does: it goes
 * on while the window is out of sight, and it does not keep the toolkit drawing. Closing it ends it; any thread.
 */
public final class Ticker implements AutoCloseable {

    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final Duration period;
    private final Runnable tick;

    private Ticker(Duration period, Runnable tick) {
        this.period = period;
        this.tick = tick;
    }

    /** Runs {@code tick} after every period, until closed; while the JavaFX thread is busy, ticks are left out. */
    public static Ticker every(String name, Duration period, Runnable tick) {
        Ticker ticker = new Ticker(period, tick);
        Thread.ofVirtual().name(name).start(() -> ticker.run(false));
        return ticker;
    }

    /** Runs {@code tick} once, after a time, unless it is closed before. */
    public static Ticker after(String name, Duration time, Runnable tick) {
        Ticker ticker = new Ticker(time, tick);
        Thread.ofVirtual().name(name).start(() -> ticker.run(true));
        return ticker;
    }

    private void run(boolean once) {
        try {
            do {
                Thread.sleep(period);
                if (!closed.get() && waiting.compareAndSet(false, true)) {
                    Platform.runLater(this::fire);
                }
            } while (!once && !closed.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fire() {
        waiting.set(false);
        if (!closed.get()) {
            tick.run();
        }
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
