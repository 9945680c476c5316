package dev.tradewind.backtest;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.engine.Session;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.ReplayDriver;
import dev.tradewind.marketdata.MarketFeed;
import dev.tradewind.sim.PathRule;
import dev.tradewind.sim.SimTerms;
import dev.tradewind.sim.SimVenue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One bot over one history: the same session as paper and live, stepped as fast as it goes. */
public final class Backtest {

    private static final int BOT = 1;

    private final SessionConfig config;
    private final SimTerms terms;
    private final Command.StartBot start;
    private final long startNanos;
    private final Optional<Timeframe> feedCandles;

    /**
     * A backtest that can be run many times; each run is a session of its own.
     *
     * @param config     the session; its fees should be those of {@code terms}
     * @param terms      what the simulated venue charges
     * @param start      the bot; its id is replaced by 1
     * @param startNanos when the bot is started, at or before the first event
     */
    public Backtest(SessionConfig config, SimTerms terms, Command.StartBot start, long startNanos) {
        this(config, terms, start, startNanos, Optional.empty());
    }

    /**
     * As above.
     *
     * @param feedCandles candles for bots that take them as the feed has them, where the feed is finer
     */
    public Backtest(
            SessionConfig config,
            SimTerms terms,
            Command.StartBot start,
            long startNanos,
            Optional<Timeframe> feedCandles) {
        this.config = config;
        this.terms = terms;
        this.start = new Command.StartBot(
                BOT, start.type(), start.name(), start.instrument(), start.capitalAtoms(), start.params());
        this.startNanos = startNanos;
        this.feedCandles = feedCandles;
    }

    /** {@return the same backtest with candles walked by another rule} */
    public Backtest with(PathRule rule) {
        return new Backtest(config, terms.with(terms.models().with(rule)), start, startNanos, feedCandles);
    }

    /**
     * Runs over everything the feed has.
     *
     * @throws IllegalArgumentException if the bot cannot be started: type, capital or a parameter
     */
    public BacktestReport run(MarketFeed feed) {
        FillLog fills = new FillLog();
        HashJournal journal = new HashJournal();
        List<SimVenue> venue = new ArrayList<>(1);
        Session session = SimulatedSession.wire(config, terms, startNanos, journal, fills, false, venue::add);
        feedCandles.ifPresent(session::feedCandles);
        session.loop().command(startNanos, start);
        if (!session.lastRefusal().isEmpty()) {
            throw new IllegalArgumentException(session.lastRefusal());
        }
        long events = new ReplayDriver(session.loop(), feed).run();
        return BacktestReport.of(
                config, terms, start, new BacktestReport.Ran(session, venue.getFirst(), fills, events), journal.lastRow(),
                journal.runHash());
    }
}
