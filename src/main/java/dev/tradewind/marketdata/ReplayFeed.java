package dev.tradewind.marketdata;

import dev.tradewind.domain.MarketEvent;
import dev.tradewind.kernel.ReplayClock;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * History played at the pace of a {@link ReplayClock}, with the levers of a player. The driver's thread takes events;
 * the
 * levers and what tells where the replay is are safe on any thread.
 *
 * <p>A step plays one event even where several share one time; the others wait until the next step, {@link #resume()}
 * or
 * {@link #jumpTo}.
 */
public final class ReplayFeed implements MarketFeed {

    private final HistoryFeed history;
    private final ReplayClock clock;
    private final long total;
    private final AtomicInteger steps = new AtomicInteger();
    private volatile boolean stepping;
    private volatile long played;

    /** Joins history to the clock that says what is due; the driver of the session must use the same clock. */
    public ReplayFeed(HistoryFeed history, ReplayClock clock) {
        this.history = history;
        this.clock = clock;
        this.total = history.total();
        this.played = history.position();
    }

    @Override
    public boolean advance(long untilNanos) {
        if (!stepping) {
            return history.advance(untilNanos) && count();
        }
        if (history.exhausted() || steps.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            return false;
        }
        long next = history.nextTimeNanos();
        clock.stepTo(next);
        return history.advance(next) && count();
    }

    private boolean count() {
        played = history.position();
        return true;
    }

    @Override
    public MarketEvent current() {
        return history.current();
    }

    @Override
    public boolean coversTime() {
        return history.coversTime();
    }

    @Override
    public boolean exhausted() {
        return history.exhausted();
    }

    /** {@return how many events have been played; safe on any thread} */
    @Override
    public long position() {
        return played;
    }

    /** {@return how many events there are in all; safe on any thread} */
    public long total() {
        return total;
    }

    /** {@return whether every event has been played; safe on any thread} */
    public boolean ended() {
        return played == total;
    }

    /** {@return whether the market stands still; safe on any thread} */
    public boolean paused() {
        return clock.paused();
    }

    /** {@return market seconds per second while it runs; safe on any thread} */
    public double speed() {
        return clock.speed();
    }

    /** Stops the market. */
    public void pause() {
        clock.pause();
    }

    /** Lets it run on; steps not yet played are dropped. */
    public void resume() {
        stepping = false;
        steps.set(0);
        clock.resume();
    }

    /**
     * Changes the speed.
     *
     * @throws IllegalArgumentException if it is outside 1 to 10,000
     */
    public void setSpeed(double speed) {
        clock.setSpeed(speed);
    }

    /** Pauses and lets the driver play one more event. */
    public void step() {
        clock.pause();
        stepping = true;
        steps.incrementAndGet();
    }

    /**
     * Makes everything up to a time due at once; then the replay goes on, or stands, as before.
     *
     * @throws IllegalArgumentException if that time is past
     */
    public void jumpTo(long timeNanos) {
        clock.jumpTo(timeNanos);
        stepping = false;
        steps.set(0);
    }
}
