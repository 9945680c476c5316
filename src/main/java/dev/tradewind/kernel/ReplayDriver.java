package dev.tradewind.kernel;

/**
 * Drives a loop through history as fast as it goes, on the caller's thread. The clock moves to each event.
 */
public final class ReplayDriver {

    private final EventLoop loop;
    private final EventSource source;

    /** Joins a loop to a source. */
    public ReplayDriver(EventLoop loop, EventSource source) {
        this.loop = loop;
        this.source = source;
    }

    /**
     * Takes up to {@code maxEvents} events.
     *
     * @return how many were taken; fewer than asked for means the source is exhausted
     */
    public long run(long maxEvents) {
        long taken = 0;
        while (taken < maxEvents && source.advance(Long.MAX_VALUE)) {
            loop.market(source.current());
            taken++;
        }
        return taken;
    }

    /** Takes all events. {@return how many} */
    public long run() {
        return run(Long.MAX_VALUE);
    }
}
