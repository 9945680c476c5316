package dev.tradewind.app;

/** The levers of a replayed market. Safe on any thread; calls return at once. */
public interface ReplayControl {

    /** Slowest and fastest speed. */
    double MIN_SPEED = 1;

    /** Fastest speed. */
    double MAX_SPEED = 10_000;

    /** {@return where the replay is} */
    Position position();

    /** Stops the market's clock. */
    void pause();

    /** Lets it run at {@link Position#speed()}. */
    void resume();

    /**
     * Changes the speed, running or not.
     *
     * @throws IllegalArgumentException outside 1 to 10,000
     */
    void speed(double times);

    /** Plays one event of the market and pauses. */
    void step();

    /** Plays as fast as it can up to a time, which must lie ahead, then goes on as before. */
    void jump(long toNanos);

    /**
     * Where a replay is.
     *
     * @param paused    whether the clock stands
     * @param ended     whether the data has run out
     * @param speed     1 is the market's own pace
     * @param played    events played
     * @param total     events in all
     * @param fromNanos time of the first event
     * @param toNanos   time of the last event
     */
    record Position(boolean paused, boolean ended, double speed, long played, long total, long fromNanos, long toNanos) {}
}
