package dev.tradewind.app;

import dev.tradewind.kernel.JournalException;
import dev.tradewind.persistence.FileJournal;
import dev.tradewind.persistence.SnapshotMark;
import dev.tradewind.persistence.Snapshots;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves a session's state now and then, so that its next start need not live through its whole past. Called on the engine
 * thread between two inputs, or after that thread has ended.
 */
final class StateKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StateKeeper.class);

    /** Where rows are rare, market events make a start slow. */
    private static final long INPUTS_PER_ROW = 20;

    /** A large state takes a while to write down: it is saved again only after as many rows as make that a small share. */
    private static final long BYTES_PER_ROW = 500;

    private final PaperEngine engine;
    private final FileJournal journal;
    private final Snapshots snapshots;
    private final long everyRows;
    private long stateRows;
    private long savedRow;
    private long savedSequence;
    private SessionTrail.Ties ties = SessionTrail.Ties.NONE;
    private boolean ended;

    /**
     * Keeps the states of a session that stands behind its last saved one.
     *
     * @param savedRow      the row that state stands behind, 0 where there is none
     * @param savedSequence its input
     */
    StateKeeper(
            PaperEngine engine,
            FileJournal journal,
            Snapshots snapshots,
            long everyRows,
            long savedRow,
            long savedSequence) {
        this.engine = engine;
        this.journal = journal;
        this.snapshots = snapshots;
        this.everyRows = everyRows;
        this.savedRow = savedRow;
        this.savedSequence = savedSequence;
    }

    /** Tells an audit trail where states are saved and where the session ends. */
    StateKeeper tied(SessionTrail.Ties to) {
        ties = to;
        snapshots.telling(to::anchored);
        return this;
    }

    /** Saves the state if enough has happened since it was last saved. */
    void afterBatch() {
        long rows = Math.max(everyRows, stateRows);
        if (!ended
                && snapshots.free()
                && (journal.lastRow() - savedRow >= rows
                        || journal.lastSequence() - savedSequence >= INPUTS_PER_ROW * rows)) {
            state().ifPresent(state -> save(journal.mark(), state));
        }
    }

    private Optional<byte[]> state() {
        try {
            return Optional.of(engine.save());
        } catch (RuntimeException e) {
            ended = true;
            LOG.error("The session's state cannot be saved; the session goes on, its next start takes longer", e);
            return Optional.empty();
        }
    }

    private void save(SnapshotMark mark, byte[] state) {
        stateRows = state.length / BYTES_PER_ROW;
        if (snapshots.write(mark, state)) {
            savedRow = mark.row();
            savedSequence = mark.sequence();
        }
    }

    /** Nothing is saved any more: the engine broke in the middle of an input. */
    void broken() {
        ended = true;
    }

    /** Saves the last state if anything happened since, and waits until it is written. */
    @Override
    public void close() {
        try (snapshots) {
            if (!ended && journal.lastSequence() > savedSequence) {
                state().ifPresent(state -> snapshots.end(journal.mark(), state));
            }
            ties.ended(journal.mark());
        } catch (JournalException e) {
            LOG.error("The session's last state was not saved: {}", e.getMessage());
        }
        ended = true;
    }
}
