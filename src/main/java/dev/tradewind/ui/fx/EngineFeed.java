package dev.tradewind.ui.fx;

import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the engine's newest snapshot to the JavaFX thread, at most once per frame: however busy the market, a frame costs
 * one update. A listener is active while its screen shows. One per window; JavaFX thread only.
 */
public final class EngineFeed {

    /** While nothing but the clock moves, this often is enough. */
    private static final long QUIET_NANOS = 200_000_000;

    private final EngineView view;
    private final List<Consumer<EngineSnapshot>> listeners = new ArrayList<>();
    private final AnimationTimer timer;
    private @Nullable EngineSnapshot delivered;
    private long deliveredNanos;

    /** A feed that stands still until {@link #start}. */
    public EngineFeed(EngineView view) {
        this.view = view;
        this.timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                frame(now);
            }
        };
    }

    /** Begins to deliver, frame by frame. */
    public void start() {
        view.request();
        timer.start();
    }

    /** Ends delivery. */
    public void stop() {
        timer.stop();
    }

    /** A snapshot of the same inputs differs in nothing but its time: no reason to draw sixty times a second. */
    private void frame(long nowNanos) {
        EngineSnapshot known = delivered;
        EngineSnapshot newest = view.snapshot();
        if (known == null
                || newest.sequence() != known.sequence()
                || newest.journalRow() != known.journalRow()
                || nowNanos - deliveredNanos >= QUIET_NANOS) {
            deliveredNanos = nowNanos;
            pulse();
        } else {
            view.request();
        }
    }

    /** Delivers the newest snapshot if it is new, at once, and asks for the next. */
    public void pulse() {
        EngineSnapshot newest = view.snapshot();
        if (newest != delivered) {
            delivered = newest;
            for (Consumer<EngineSnapshot> listener : List.copyOf(listeners)) {
                listener.accept(newest);
            }
        }
        view.request();
    }

    /** Adds a listener and brings it up to date at once. */
    public void listen(Consumer<EngineSnapshot> listener) {
        if (!listeners.contains(listener)) {
            listeners.add(listener);
            EngineSnapshot known = delivered;
            listener.accept(known == null ? view.snapshot() : known);
        }
    }

    /** Removes a listener; unknown ones are ignored. */
    public void ignore(Consumer<EngineSnapshot> listener) {
        listeners.remove(listener);
    }
}
