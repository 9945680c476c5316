package dev.tradewind.kernel;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time of a replayed market: another clock's time, scaled. It can be paused, sped up and moved forward, never back.
 * Safe
 * on any thread.
 */
public final class ReplayClock implements Clock {

    /** The slowest speed: the market's own. */
    public static final double MIN_SPEED = 1;

    /** The fastest speed. */
    public static final double MAX_SPEED = 10_000;

    /** The market stood at {@code marketNanos} when the driving clock showed {@code drivingNanos}. */
    private record State(long marketNanos, long drivingNanos, double speed, boolean paused) {

        long at(long drivingNow) {
            return paused ? marketNanos : marketNanos + (long) (Math.max(0, drivingNow - drivingNanos) * speed);
        }
    }

    private final Clock driving;
    private final AtomicReference<State> state;
    private final AtomicLong latest;

    /**
     * A clock that runs at once.
     *
     * @param driving    what makes it move, usually {@link SystemClock}
     * @param startNanos the market's time now
     * @param speed      market seconds per second
     * @throws IllegalArgumentException if the speed is outside 1 to 10,000
     */
    public ReplayClock(Clock driving, long startNanos, double speed) {
        this.driving = driving;
        this.state = new AtomicReference<>(new State(startNanos, driving.nowNanos(), checked(speed), false));
        this.latest = new AtomicLong(startNanos);
    }

    /** A clock that stands at {@code startNanos} until it is let run. */
    public static ReplayClock standing(Clock driving, long startNanos, double speed) {
        ReplayClock clock = new ReplayClock(driving, startNanos, speed);
        clock.state.set(new State(startNanos, driving.nowNanos(), speed, true));
        return clock;
    }

    private static double checked(double speed) {
        if (!(speed >= MIN_SPEED && speed <= MAX_SPEED)) {
            throw new IllegalArgumentException("speed " + speed + " is outside 1 to 10000");
        }
        return speed;
    }

    @Override
    public long nowNanos() {
        return latest.accumulateAndGet(state.get().at(driving.nowNanos()), Math::max);
    }

    /** {@return market seconds per second while it runs} */
    public double speed() {
        return state.get().speed;
    }

    /** {@return whether it stands} */
    public boolean paused() {
        return state.get().paused;
    }

    /** Stops it where it is. */
    public void pause() {
        change(state.get().speed, true, Long.MIN_VALUE);
    }

    /** Lets it run on. */
    public void resume() {
        change(state.get().speed, false, Long.MIN_VALUE);
    }

    /**
     * Changes the speed, running or not.
     *
     * @throws IllegalArgumentException if it is outside 1 to 10,000
     */
    public void setSpeed(double speed) {
        checked(speed);
        change(speed, state.get().paused, Long.MIN_VALUE);
    }

    /**
     * Moves forward at once; then it goes on, or stands, as before.
     *
     * @throws IllegalArgumentException if that time is past
     */
    public void jumpTo(long timeNanos) {
        long now = nowNanos();
        if (timeNanos < now) {
            throw new IllegalArgumentException("cannot go back to " + show(timeNanos) + ": the replay is at "
                    + show(now) + " and only goes forward");
        }
        State current = state.get();
        change(current.speed, current.paused, timeNanos);
    }

    /** Pauses, and moves on to the next event unless its time has come already. */
    public void stepTo(long nextEventNanos) {
        change(state.get().speed, true, nextEventNanos);
    }

    private void change(double speed, boolean paused, long noEarlierThanNanos) {
        while (true) {
            State old = state.get();
            long drivingNow = driving.nowNanos();
            long market = latest.accumulateAndGet(Math.max(old.at(drivingNow), noEarlierThanNanos), Math::max);
            if (state.compareAndSet(old, new State(market, drivingNow, speed, paused))) {
                return;
            }
        }
    }

    private static String show(long nanos) {
        return Instant.ofEpochSecond(0, nanos).toString();
    }
}
