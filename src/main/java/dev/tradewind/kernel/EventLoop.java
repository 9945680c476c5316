package dev.tradewind.kernel;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport;

/**
 * Numbers every input, moves the engine's clock to it, journals it and only then hands it on. Both drivers use it, so
 * backtest, paper and live take the same steps. Owned by one thread.
 *
 * <p>Times only rise: before an input at time {@code t} everything the simulated world and the timers owe up to {@code t}
 * is taken in order of its due time, reports before timers.
 */
public final class EventLoop {

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
    private Input.MarketInput marketInput;
    private Input.ReportInput reportInput;

    /** Starts at the clock's present with sequence 0. */
    public EventLoop(VirtualClock clock, TimerQueue timers, Journal journal, World world, Handler handler) {
        this.clock = clock;
        this.timers = timers;
        this.journal = journal;
        this.world = world;
        this.handler = handler;
        this.marketInput = new Input.MarketInput(new TradeEvent());
        this.reportInput = new Input.ReportInput(new VenueReport());
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
        world.begin(event);
        release(time);
        if (marketInput.event() != event) {
            marketInput = new Input.MarketInput(event);
        }
        step(time, marketInput);
    }

    /** Takes a command at {@code timeNanos} (or now, if that is later), after everything due before it. */
    public void command(long timeNanos, Command command) {
        long time = Math.max(timeNanos, clock.nowNanos());
        release(time);
        step(time, new Input.CommandInput(command));
    }

    /** Takes a report of a venue outside this process. */
    public void report(long timeNanos, VenueReport report) {
        long time = Math.max(timeNanos, clock.nowNanos());
        release(time);
        step(time, new Input.ReportInput(report));
    }

    /** Takes everything the world and the timers owe up to {@code untilNanos}; the clock stays at the last of it. */
    public void release(long untilNanos) {
        long instant = clock.nowNanos();
        for (int steps = 0; ; steps++) {
            long timerDue = timers.nextDueNanos();
            long limit = Math.min(untilNanos, timerDue);
            long reportDue = world.advance(limit);
            if (reportDue <= limit) {
                VenueReport report = world.report();
                if (reportInput.report() != report) {
                    reportInput = new Input.ReportInput(report);
                }
                step(reportDue, reportInput);
            } else if (timerDue <= untilNanos) {
                step(timerDue, new Input.TimerInput(timers.pop()));
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

    private void step(long timeNanos, Input input) {
        sequence++;
        clock.advanceTo(timeNanos);
        long now = clock.nowNanos();
        switch (input) {
            case Input.MarketInput market -> {
                journal.market(sequence, now, market.event());
                handler.onMarket(market.event());
            }
            case Input.ReportInput report -> {
                journal.report(sequence, now, report.report());
                handler.onReport(report.report());
            }
            case Input.CommandInput command -> {
                journal.command(sequence, now, command.command());
                handler.onCommand(command.command());
            }
            case Input.TimerInput timer -> {
                journal.timer(sequence, now, timer.timerId());
                handler.onTimer(timer.timerId());
            }
        }
        handler.afterStep();
    }
}
