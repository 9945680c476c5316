package dev.tradewind.app;

import dev.tradewind.backtest.SimulatedSession;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.PlanTerms;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.AlgoType;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.ThirdAsset;
import dev.tradewind.engine.EngineCommands;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineView;
import dev.tradewind.engine.Recorder;
import dev.tradewind.engine.Session;
import dev.tradewind.kernel.Input;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.kernel.RealtimeDriver;
import dev.tradewind.kernel.RecordedInput;
import dev.tradewind.kernel.ReplayClock;
import dev.tradewind.kernel.SystemClock;
import dev.tradewind.kernel.VerifyingJournal;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.marketdata.ReplayFeed;
import dev.tradewind.persistence.FileJournal;
import dev.tradewind.persistence.JournalReader;
import dev.tradewind.persistence.Recording;
import dev.tradewind.settings.BotPresetStore;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Play money on a replayed market: the engine with a real-time driver, a simulated venue and a journal on disk. Starting over
 * a journal and starting afresh differ only in how many recorded inputs are taken first.
 */
public final class PaperSession implements OpenSession {

    /** Speed a session starts with. */
    public static final double DEFAULT_SPEED = 60;

    private static final Logger LOG = LoggerFactory.getLogger(PaperSession.class);

    private final PaperPlan plan;
    private final LoadedMarket market;
    private final Journal journal;
    private final Session session;
    private final ReplayFeed feed;
    private final ReplayClock clock;
    private final RealtimeDriver driver;
    private final AtomicInteger nextBotId;
    private final long firstNanos;
    private final long lastNanos;
    private AutoCloseable companion = () -> {};
    private BotPresetStore presets = BotPresetStore.inMemory();
    private boolean closed;

    private PaperSession(
            PaperPlan plan, LoadedMarket market, Journal journal, Session session, HistoryFeed history, double speed) {
        this.plan = plan;
        this.market = market;
        this.journal = journal;
        this.session = session;
        this.clock = ReplayClock.standing(new SystemClock(), session.loop().clock().nowNanos(), speed);
        this.feed = new ReplayFeed(history, clock);
        this.firstNanos = plan.startNanos();
        this.lastNanos = market.lastNanos();
        session.publish();
        int highest = 0;
        for (EngineSnapshot.BotRow bot : session.view().snapshot().bots()) {
            highest = Math.max(highest, bot.id());
        }
        this.nextBotId = new AtomicInteger(highest + 1);
        this.driver = new RealtimeDriver(session.loop(), feed, clock, new Keeping(), "tradewind-engine");
    }

    /** What happens between batches on the engine thread. */
    private final class Keeping implements RealtimeDriver.Housekeeping {

        @Override
        public void afterBatch(boolean idle) {
            if (!idle) {
                journal.flush();
            } else if (feed.ended() && !feed.paused()) {
                feed.pause();
            }
            session.publishIfAsked();
        }

        @Override
        public void failed(Throwable cause) {
            LOG.error("The session stopped taking inputs: {}", String.valueOf(cause.getMessage()), cause);
            session.failed(cause);
        }
    }

    /** Begins a session in an empty folder; its market stands paused at the beginning. */
    static PaperSession begin(PaperPlan plan, LoadedMarket market, Path folder) {
        return begin(plan, market, folder, plan.startNanos());
    }

    /**
     * Begins a session in an empty folder and plays its market up to a time at once, so that there is a past to look at;
     * there it stands paused.
     *
     * @param folder the session's own folder
     * @throws IllegalArgumentException if the plan contradicts itself; nothing is written then
     * @throws JournalException if the folder cannot be written
     */
    static PaperSession begin(PaperPlan plan, LoadedMarket market, Path folder, long playedToNanos) {
        plan.config();
        Journal journal = FileJournal.create(folder, plan.identity(), plan.startNanos(), plan.toProperties());
        return begin(plan, market, journal, playedToNanos);
    }

    /** As above, over a journal that holds nothing but its first row. */
    static PaperSession begin(PaperPlan plan, LoadedMarket market, Journal journal, long playedToNanos) {
        Session session = wire(plan, journal);
        HistoryFeed history = market.feed();
        while (history.advance(playedToNanos)) {
            session.loop().market(history.current());
        }
        return new PaperSession(plan, market, journal, session, history, DEFAULT_SPEED).started();
    }

    /**
     * Goes on with a session: takes every recorded input again, holds each row the engine writes against the recorded one,
     * and stands paused after the last recorded market event.
     *
     * @throws JournalException if journal or tape are damaged, or the engine does not reproduce them
     */
    static PaperSession goOn(PaperPlan plan, LoadedMarket market, Path folder) {
        if (market.checksum() != plan.checksum()) {
            throw new JournalException("the data behind " + plan.source() + " has changed since the session began (checksum "
                    + Long.toHexString(market.checksum()) + ", was " + Long.toHexString(plan.checksum())
                    + "); nothing was changed. Put the old file back, or start a new session");
        }
        FileJournal target = FileJournal.resume(folder, plan.identity());
        try {
            return rebuild(plan, market, folder, target);
        } catch (RuntimeException e) {
            closeQuietly(target);
            throw e;
        }
    }

    private static PaperSession rebuild(PaperPlan plan, LoadedMarket market, Path folder, FileJournal target) {
        JournalReader rows = JournalReader.open(folder);
        VerifyingJournal journal = new VerifyingJournal(rows::next, target, target.lastSequence());
        Session session = wire(plan, journal);
        HistoryFeed history = market.feed();
        history.seek(takeAgain(Recording.open(folder), session));
        while (journal.pending() && history.advance(Long.MAX_VALUE)) {
            session.loop().market(history.current());
        }
        if (journal.pending()) {
            throw new JournalException("the market's data ends before the session's last row; nothing was changed");
        }
        LOG.info("{} Session {} goes on at input {}.", target.found().message(), plan.number(), target.lastSequence());
        return new PaperSession(plan, market, journal, session, history, DEFAULT_SPEED).started();
    }

    /** Steps a session with recorded inputs. {@return how many market events were among them} */
    static long takeAgain(Iterator<RecordedInput> recording, Session session) {
        long events = 0;
        long owed = Long.MIN_VALUE;
        boolean candles = false;
        while (recording.hasNext()) {
            RecordedInput recorded = recording.next();
            owed = Long.MIN_VALUE;
            switch (recorded.input()) {
                case Input.MarketInput input -> {
                    session.loop().market(input.event());
                    events++;
                    // a perpetual's mark prices and funding come between candles
                    candles |= input.event() instanceof CandleEvent;
                }
                case Input.CommandInput input -> session.loop().command(recorded.timeNanos(), input.command());
                // the simulated world and the timers produce these again by themselves
                case Input.ReportInput input -> owed = recorded.timeNanos();
                case Input.TimerInput input -> owed = recorded.timeNanos();
            }
        }
        // inside a candle nothing is owed before the candle is known; it comes again from the market's own data
        if (owed != Long.MIN_VALUE && !candles) {
            session.loop().release(owed);
        }
        return events;
    }

    /** Wires the engine of a plan to a journal; the same for a session that begins, goes on or is replayed. */
    static Session wire(PaperPlan plan, Journal journal) {
        return SimulatedSession.wire(plan.config(), plan.terms(), plan.startNanos(), journal, Recorder.NONE, true);
    }

    private PaperSession started() {
        driver.start();
        return this;
    }

    @Override
    public EngineView view() {
        return session.view();
    }

    @Override
    public EngineCommands commands() {
        return driver::send;
    }

    /** Sends a command, as {@link #commands()} does. */
    public void send(Command command) {
        driver.send(command);
    }

    @Override
    public ReplayControl replay() {
        return new Levers();
    }

    @Override
    public SessionLabel label() {
        return new SessionLabel(SessionLabel.Mode.REPLAY, "Paper account", market.title(), true);
    }

    @Override
    public List<BotType> botTypes() {
        return BotCatalog.TYPES;
    }

    @Override
    public List<AlgoType> algoTypes() {
        return AlgoTypes.all();
    }

    @Override
    public PlanTerms planTerms(EngineSnapshot snapshot, long capitalAtoms) {
        return new PlanTerms(
                plan.instrument(),
                Math.max(1, snapshot.market().lastTicks()),
                plan.terms().takerFee(),
                plan.terms().makerFee(),
                plan.terms().buyFeeAsset(),
                capitalAtoms,
                snapshot.openOrders().size());
    }

    /** Offers presets of a store that outlives the session. */
    PaperSession offering(BotPresetStore store) {
        presets = store;
        return this;
    }

    @Override
    public BotPresetStore presets() {
        return presets;
    }

    @Override
    public int nextBotId() {
        return nextBotId.getAndIncrement();
    }

    /** {@return the asset that may pay fees} */
    Optional<ThirdAsset> third() {
        return Optional.ofNullable(plan.terms().schedule().third());
    }

    /** {@return the running hash of the journal; after {@link #close()}} */
    public long runHash() {
        return journal.runHash();
    }

    /** {@return whether the session still takes inputs} */
    public boolean running() {
        return driver.running();
    }

    /** Something to close after the session. */
    synchronized void companion(AutoCloseable closeable) {
        companion = closeable;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            driver.close();
            closeQuietly(journal);
            session.publish();
            try {
                companion.close();
            } catch (Exception e) {
                LOG.warn("What followed the session could not be closed", e);
            }
        }
    }

    /** A journal that fails while it closes has said so before, or says so in the log: there is nobody left to halt. */
    private static void closeQuietly(Journal journal) {
        try {
            journal.close();
        } catch (JournalException e) {
            LOG.error("The journal's last rows could not be made durable: {}", e.getMessage());
        }
    }

    /** The replay's levers: they move the clock and wake the engine. */
    private final class Levers implements ReplayControl {

        @Override
        public Position position() {
            return new Position(
                    feed.paused(), feed.ended(), feed.speed(), feed.position(), feed.total(), firstNanos, lastNanos);
        }

        @Override
        public void pause() {
            feed.pause();
        }

        @Override
        public void resume() {
            feed.resume();
            driver.wake();
        }

        @Override
        public void speed(double times) {
            feed.setSpeed(times);
            driver.wake();
        }

        @Override
        public void step() {
            feed.step();
            driver.wake();
        }

        @Override
        public void jump(long toNanos) {
            feed.jumpTo(toNanos);
            driver.wake();
        }
    }
}
