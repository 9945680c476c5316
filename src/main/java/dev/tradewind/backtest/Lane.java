package dev.tradewind.backtest;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.engine.Session;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.ReplayDriver;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.sim.SimVenue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A lane that runs: its session with its venue, stepped through its history. */
final class Lane {

    private final LanePlan plan;
    private final AccountLog log;
    private final Session session;
    private final SimVenue venue;
    private final HistoryFeed feed;
    private final ReplayDriver driver;
    private long events;

    /**
     * Wires the lane and starts its bots.
     *
     * @throws IllegalArgumentException if one cannot be started: type, capital or a parameter
     */
    Lane(LanePlan plan, HashJournal journal, @Nullable IntentTrail trail) {
        this.plan = plan;
        log = new AccountLog(plan);
        feed = plan.feed().get();
        List<SimVenue> made = new ArrayList<>(1);
        session = SimulatedSession.wire(
                plan.config(), plan.terms(), plan.firstNanos(), new LaneJournal(journal, log, trail), log, false, made::add);
        venue = made.getFirst();
        log.join(session, venue, feed);
        Optional<Timeframe> common = plan.commonCandles();
        common.ifPresent(session::feedCandles);
        for (LanePlan.Starter bot : plan.bots()) {
            if (common.isEmpty()) {
                bot.candles().ifPresent(candles -> session.feedCandles(bot.start().botId(), candles));
            }
            command(bot.start());
        }
        driver = new ReplayDriver(session.loop(), feed);
    }

    private void command(Command.StartBot start) {
        session.loop().command(plan.firstNanos(), start);
        if (!session.lastRefusal().isEmpty()) {
            throw new IllegalArgumentException(session.lastRefusal());
        }
    }

    /** Plays up to so many events. {@return how many there were; fewer at the history's end} */
    long run(long most) {
        long taken = driver.run(most);
        events += taken;
        return taken;
    }

    /** The market and the venue live through the next event; the bots do not hear of it yet. */
    void live() {
        feed.advance(Long.MAX_VALUE);
        events++;
        session.loop().live(feed.current());
    }

    /** The engine hears of the event that was lived through. */
    void hear() {
        session.loop().hear(feed.current());
    }

    /** {@return when the next event happens, {@link HistoryFeed#NOTHING} at the end} */
    long nextNanos() {
        return feed.nextTimeNanos();
    }

    /** Nothing more will be played. */
    void end() {
        log.settle();
    }

    LanePlan plan() {
        return plan;
    }

    AccountLog log() {
        return log;
    }

    Session session() {
        return session;
    }

    SimVenue venue() {
        return venue;
    }

    long events() {
        return events;
    }

    long total() {
        return feed.total();
    }
}
