package dev.tradewind.app;

import dev.tradewind.bot.BotType;
import dev.tradewind.bot.PlanTerms;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.AlgoType;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.ThirdAsset;
import dev.tradewind.engine.BooksCheck;
import dev.tradewind.engine.EngineCommands;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineView;
import dev.tradewind.engine.Session;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.kernel.Pulse;
import dev.tradewind.kernel.RealtimeDriver;
import dev.tradewind.kernel.ReplayClock;
import dev.tradewind.kernel.SystemClock;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.marketdata.ReplayFeed;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.monitor.EngineProbe;
import dev.tradewind.persistence.FileJournal;
import dev.tradewind.persistence.Snapshots;
import dev.tradewind.persistence.StoredSession;
import dev.tradewind.settings.BotPresetStore;
import dev.tradewind.sim.SimVenue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
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
    private final Optional<StateKeeper> keeper;
    private final ReplayFeed feed;
    private final ReplayClock clock;
    private final RealtimeDriver driver;
    private final AtomicInteger nextBotId;
    private final long firstNanos;
    private final long lastNanos;
    private AutoCloseable companion = () -> {};
    private BotPresetStore presets = BotPresetStore.inMemory();
    private boolean closed;

    /** Whose books are still to be compared; the engine thread's once that runs. */
    private @Nullable SimVenue toCompare;

    private PaperSession(
            PaperPlan plan,
            LoadedMarket market,
            Journal journal,
            PaperEngine engine,
            HistoryFeed history,
            Optional<StateKeeper> keeper,
            Pulse pulse) {
        this.plan = plan;
        this.market = market;
        this.journal = journal;
        this.session = engine.session();
        this.keeper = keeper;
        this.clock = ReplayClock.standing(new SystemClock(), session.loop().clock().nowNanos(), DEFAULT_SPEED);
        this.feed = new ReplayFeed(history, clock);
        this.firstNanos = plan.startNanos();
        this.lastNanos = market.lastNanos();
        session.publish();
        int highest = 0;
        for (EngineSnapshot.BotRow bot : session.view().snapshot().bots()) {
            highest = Math.max(highest, bot.id());
        }
        this.nextBotId = new AtomicInteger(highest + 1);
        this.driver = new RealtimeDriver(session.loop(), feed, clock, new Keeping(), pulse, "tradewind-engine");
    }

    /** What happens between batches on the engine thread. */
    private final class Keeping implements RealtimeDriver.Housekeeping {

        @Override
        public void afterBatch(boolean idle) {
            if (toCompare != null) {
                compareBooks();
            }
            if (!idle) {
                journal.flush();
                keeper.ifPresent(StateKeeper::afterBatch);
            } else if (feed.ended() && !feed.paused()) {
                feed.pause();
            }
            session.publishIfAsked();
        }

        @Override
        public void failed(Throwable cause) {
            LOG.error("The session stopped taking inputs: {}", String.valueOf(cause.getMessage()), cause);
            keeper.ifPresent(StateKeeper::broken);
            session.failed(cause);
        }
    }

    /** Begins a session in an empty folder; its market stands paused at the beginning. */
    static PaperSession begin(PaperPlan plan, LoadedMarket market, Path folder) {
        return begin(plan, market, folder, plan.startNanos(), Saving.DEFAULT);
    }

    /**
     * Begins a session in an empty folder and plays its market up to a time at once, so that there is a past to look at;
     * there it stands paused.
     *
     * @param folder the session's own folder
     * @throws IllegalArgumentException if the plan contradicts itself; nothing is written then
     * @throws JournalException if the folder cannot be written
     */
    static PaperSession begin(
            PaperPlan plan, LoadedMarket market, Path folder, long playedToNanos, Saving saving) {
        plan.config();
        Map<String, String> properties = plan.toProperties();
        properties.putAll(saving.trail().reference());
        FileJournal journal =
                FileJournal.create(saving.disk(), folder, plan.identity(), plan.startNanos(), properties);
        EngineProbe probe = saving.probe();
        journal.measure(probe);
        SessionTrail.Ties ties = saving.trail().session(plan.number());
        try {
            ties.began(journal.mark());
        } catch (AuditException e) {
            closeQuietly(journal);
            throw e;
        }
        PaperEngine engine = PaperEngine.wire(plan, journal);
        Snapshots snapshots = Snapshots.begin(saving.disk(), folder, saving.tape());
        StateKeeper keeper = new StateKeeper(engine, journal, snapshots, saving.everyRows(), 0, 0).tied(ties);
        return begin(plan, market, journal, engine, Optional.of(keeper), playedToNanos, probe);
    }

    /** As above, over a journal that holds nothing but its first row; states are not saved. */
    static PaperSession begin(PaperPlan plan, LoadedMarket market, Journal journal, long playedToNanos) {
        return begin(plan, market, journal, PaperEngine.wire(plan, journal), Optional.empty(), playedToNanos, Pulse.NONE);
    }

    private static PaperSession begin(
            PaperPlan plan,
            LoadedMarket market,
            Journal journal,
            PaperEngine engine,
            Optional<StateKeeper> keeper,
            long playedToNanos,
            Pulse pulse) {
        HistoryFeed history = market.feed();
        while (history.advance(playedToNanos)) {
            engine.session().loop().market(history.current());
        }
        return new PaperSession(plan, market, journal, engine, history, keeper, pulse).started();
    }

    /**
     * Goes on with a session: takes its newest saved state and every recorded input behind it, holds each row the engine
     * writes against the recorded one, and stands paused after the last recorded market event.
     *
     * @throws JournalException if journal or tape are damaged, or the engine does not reproduce them
     */
    static PaperSession goOn(PaperPlan plan, LoadedMarket market, Path folder) {
        return goOn(plan, market, StoredSession.newest(folder, plan.identity()), Saving.DEFAULT);
    }

    /** As above, with a session that was just checked. */
    static PaperSession goOn(PaperPlan plan, LoadedMarket market, StoredSession stored, Saving saving) {
        if (market.checksum() != plan.checksum()) {
            throw new JournalException("the data behind " + plan.source() + " has changed since the session began (checksum "
                    + Long.toHexString(market.checksum()) + ", was " + Long.toHexString(plan.checksum())
                    + "); nothing was changed. Put the old file back, or start a new session");
        }
        PaperRecovery.Recovered recovered = PaperRecovery.recover(plan, market, stored, saving);
        EngineProbe probe = saving.probe();
        recovered.target().measure(probe);
        return new PaperSession(
                        plan,
                        market,
                        recovered.journal(),
                        recovered.engine(),
                        recovered.history(),
                        Optional.of(recovered.keeper()),
                        probe)
                .comparing(recovered.engine().venue())
                .started();
    }

    /** The books of the simulated venue are compared with the engine's, at once or as soon as nothing is on its way. */
    private PaperSession comparing(SimVenue venue) {
        toCompare = venue;
        compareBooks();
        return this;
    }

    private void compareBooks() {
        SimVenue venue = toCompare;
        if (venue == null || !venue.isQuiet()) {
            return;
        }
        toCompare = null;
        if (!BooksCheck.agrees(session, venue.told(0))) {
            LOG.warn("The books of the simulated exchange differ from the session's; see the reconciliation.");
        }
        session.publish();
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
            keeper.ifPresent(StateKeeper::close);
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
