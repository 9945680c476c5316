package dev.tradewind.kernel;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.VenueReport;

/**
 * Numbers every input, moves the engine's clock to it, journals it and only then hands it on. Both drivers use it, so
 * backtest, paper and live take the same steps. Owned by one thread.
 *
 * <p>Times only rise: before an input at time {@code t} everything the simulated world and the timers owe up to {@code t}
 * is taken in order of its due time, reports before timers.
 *
 * <p>Its state is its sequence with its clock and its timers; to be saved between two inputs. Journal, world and handler have
 * states of their own.
 */
public final class EventLoop implements Stateful {

    /** What the engine does with an input. */
    public interface Handler {
        /** The market did something. */
        void onMarket(MarketEvent event);

        /** The venue says something. */
        void onReport(VenueReport report);

        /** Somebody asks for something. */
        void onCommand(Command command);

        /** A timer is due. */
        void onTimer(long timerId);

        /** The input is dealt with: make intents durable, then send them. */
        void afterStep();
    }

    /** More answers than this at one instant mean that a bot and the venue are chasing each other. */
    private static final int MAX_STEPS_PER_INSTANT = 1_000_000;

    private final VirtualClock clock;
    private final TimerQueue timers;
    private final Journal journal;
    private final World world;
    private final Handler handler;
    private long sequence;

    /** Starts at the clock's present with sequence 0. */
    public EventLoop(VirtualClock clock, TimerQueue timers, Journal journal, World world, Handler handler) {
        this.clock = clock;
        this.timers = timers;
        this.journal = journal;
        this.world = world;
        this.handler = handler;
    }

    /** {@return inputs taken so far} */
    public long sequence() {
        return sequence;
    }

    /** {@return the engine's clock} */
    public Clock clock() {
        return clock;
    }

    /** Takes a market event: the world lives through it, its answers come first, then the engine hears of it. */
    public void market(MarketEvent event) {
        long time = Math.max(event.timeNanos(), clock.nowNanos());
        // mostly nothing comes of an event but the event itself
        if (world.begin(event) || timers.nextDueNanos() <= time) {
            release(time);
        }
        long now = next(time);
        journal.market(sequence, now, event);
        Handler engine = handler;
        engine.onMarket(event);
        engine.afterStep();
    }

    /**
     * The first half of {@link #market}, where several loops share an instant: the world lives through the event and the engine
     * hears of what comes of it, but not of the event yet. Each of the loops does this before any of them {@linkplain #hear hears}.
     */
    public void live(MarketEvent event) {
        long time = Math.max(event.timeNanos(), clock.nowNanos());
        if (world.begin(event) || timers.nextDueNanos() <= time) {
            release(time);
        }
    }

    /** The second half of {@link #market}: the engine hears of the event that was {@linkplain #live lived} through. */
    public void hear(MarketEvent event) {
        long now = next(Math.max(event.timeNanos(), clock.nowNanos()));
        journal.market(sequence, now, event);
        handler.onMarket(event);
        handler.afterStep();
    }

    /** Takes a command at {@code timeNanos} (or now, if that is later), after everything due before it. */
    public void command(long timeNanos, Command command) {
        long time = Math.max(timeNanos, clock.nowNanos());
        release(time);
        long now = next(time);
        journal.command(sequence, now, command);
        handler.onCommand(command);
        handler.afterStep();
    }

    /** Takes a report of a venue outside this process. */
    public void report(long timeNanos, VenueReport report) {
        long time = Math.max(timeNanos, clock.nowNanos());
        release(time);
        take(time, report);
    }

    /** Takes everything the world and the timers owe up to {@code untilNanos}; the clock stays at the last of it. */
    public void release(long untilNanos) {
        long instant = clock.nowNanos();
        for (int steps = 0; ; steps++) {
            long timerDue = timers.nextDueNanos();
            long limit = Math.min(untilNanos, timerDue);
            long reportDue = world.advance(limit);
            if (reportDue <= limit) {
                take(reportDue, world.report());
            } else if (timerDue <= untilNanos) {
                fire(timerDue, timers.pop());
            } else {
                return;
            }
            if (clock.nowNanos() != instant) {
                instant = clock.nowNanos();
                steps = 0;
            } else if (steps > MAX_STEPS_PER_INSTANT) {
                throw new IllegalStateException("more than " + MAX_STEPS_PER_INSTANT
                        + " answers at one instant: a bot and the venue, or a bot and its timer, are chasing each other");
            }
        }
    }

    @Override
    public void save(StateWriter out) {
        out.section("EventLoop", 1).number(sequence).part(clock).part(timers);
    }

    @Override
    public void load(StateReader in) {
        sequence = in.section("EventLoop", 1).number();
        in.part(clock).part(timers);
    }

    private void take(long timeNanos, VenueReport report) {
        long now = next(timeNanos);
        journal.report(sequence, now, report);
        handler.onReport(report);
        handler.afterStep();
    }

    private void fire(long timeNanos, long timerId) {
        long now = next(timeNanos);
        journal.timer(sequence, now, timerId);
        handler.onTimer(timerId);
        handler.afterStep();
    }

    /** Numbers the next input and moves the clock to it. {@return the engine's time of it} */
    private long next(long timeNanos) {
        sequence++;
        clock.advanceTo(timeNanos);
        return clock.nowNanos();
    }
}
