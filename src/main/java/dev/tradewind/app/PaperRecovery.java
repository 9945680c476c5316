package dev.tradewind.app;

import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.StateException;
import dev.tradewind.engine.Session;
import dev.tradewind.kernel.Input;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.kernel.RecordedInput;
import dev.tradewind.kernel.VerifyingJournal;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.persistence.FileJournal;
import dev.tradewind.persistence.JournalReader;
import dev.tradewind.persistence.SavedState;
import dev.tradewind.persistence.SnapshotCheck;
import dev.tradewind.persistence.Snapshots;
import dev.tradewind.persistence.StoredSession;
import java.util.Iterator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starting over a journal: takes the newest state that can be used, then every recorded input behind it, and holds each row
 * the engine writes against the recorded one.
 */
final class PaperRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(PaperRecovery.class);

    private PaperRecovery() {}

    /** A session as it stands behind its last recorded market event. */
    record Recovered(
            PaperEngine engine, VerifyingJournal journal, FileJournal target, HistoryFeed history, StateKeeper keeper) {}

    /**
     * Builds a session again.
     *
     * @throws JournalException if journal or tape are damaged, or the engine does not reproduce them
     */
    static Recovered recover(PaperPlan plan, LoadedMarket market, StoredSession found, Saving saving) {
        StoredSession stored = found;
        while (true) {
            logUnused(stored);
            FileJournal target = stored.resume();
            try {
                return rebuild(plan, market, stored, target, saving);
            } catch (StateException e) {
                closeQuietly(target);
                if (stored.state().isEmpty()) {
                    throw e;
                }
                LOG.warn("The saved state after row {} cannot be taken over: {}. It is not used.", stored.startRow(), e.getMessage());
                stored = stored.older();
            } catch (JournalException e) {
                closeQuietly(target);
                throw new JournalException(
                        e.getMessage() + PaperPlan.otherBehaviour(JournalReader.properties(stored.folder())), e);
            } catch (RuntimeException e) {
                closeQuietly(target);
                throw e;
            }
        }
    }

    private static void logUnused(StoredSession stored) {
        for (SnapshotCheck outcome : stored.snapshots()) {
            if (!(outcome instanceof SnapshotCheck.Usable)) {
                LOG.warn(outcome.message());
            }
        }
    }

    private static Recovered rebuild(
            PaperPlan plan, LoadedMarket market, StoredSession stored, FileJournal target, Saving saving) {
        JournalReader rows = stored.rows();
        VerifyingJournal journal = new VerifyingJournal(rows::next, target, target.lastSequence());
        PaperEngine engine = PaperEngine.wire(plan, journal);
        load(engine, stored.state());
        HistoryFeed history = market.feed();
        history.seek(stored.startEvents() + takeAgain(stored.inputs(), engine.session()));
        while (journal.pending() && history.advance(Long.MAX_VALUE)) {
            engine.session().loop().market(history.current());
        }
        if (journal.pending()) {
            throw new JournalException("the market's data ends before the session's last row; nothing was changed");
        }
        LOG.info(
                "{} Session {} goes on at input {}, from the state after row {}.",
                target.found().message(), plan.number(), target.lastSequence(), stored.startRow());
        SessionTrail.Ties ties = saving.trail().session(plan.number());
        ties.resumed(target.mark());
        StateKeeper keeper = new StateKeeper(
                engine,
                target,
                Snapshots.goOn(stored, saving.tape()),
                saving.everyRows(),
                stored.startRow(),
                stored.startSequence())
                .tied(ties);
        return new Recovered(engine, journal, target, history, keeper);
    }

    /** Takes a state over where there is one. */
    static void load(PaperEngine engine, Optional<SavedState> state) {
        state.ifPresent(saved -> engine.load(saved.state()));
    }

    /** Steps a session with recorded inputs. {@return how many market events were among them} */
    static long takeAgain(Iterator<RecordedInput> recording, Session session) {
        long events = 0;
        long owed = Long.MIN_VALUE;
        boolean candles = session.feedIsCandles();
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

    private static void closeQuietly(FileJournal journal) {
        try {
            journal.close();
        } catch (JournalException e) {
            LOG.error("The journal's last rows could not be made durable: {}", e.getMessage());
        }
    }
}
