package dev.tradewind.kernel;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a session that is being rebuilt: as long as recorded rows are left, what the engine writes must be those
 * rows; from then on it is passed on to the journal that continues. So a rebuilt session is proven to be the one that was
 * recorded, and what a crash cut off is written once and only once.
 */
public final class VerifyingJournal implements Journal {

    private final Supplier<@Nullable JournalEntry> recorded;
    private final Journal target;
    private final long lastRecordedSequence;
    private @Nullable JournalEntry next;
    private long lastRow;

    /**
     * @param recorded             gives the recorded rows in order, then null
     * @param target               what the session writes to from there on
     * @param lastRecordedSequence the last input journal or tape hold
     */
    public VerifyingJournal(
            Supplier<@Nullable JournalEntry> recorded, Journal target, long lastRecordedSequence) {
        this.recorded = recorded;
        this.target = target;
        this.lastRecordedSequence = lastRecordedSequence;
        advance();
    }

    /** {@return whether recorded rows are left that the engine has not reproduced yet} */
    public boolean pending() {
        return next != null;
    }

    private void advance() {
        JournalEntry entry = recorded.get();
        while (entry instanceof JournalEntry.SessionStarted || entry instanceof JournalEntry.TapeBlockClosed) {
            lastRow = entry.row();
            entry = recorded.get();
        }
        next = entry;
    }

    /** {@return whether the call was a recorded row, which then is the same} */
    private boolean verified(long sequence, long timeNanos, JournalEntry written) {
        JournalEntry expected = next;
        if (expected == null) {
            return false;
        }
        boolean same = expected.sequence() == sequence
                && expected.timeNanos() == timeNanos
                && SameRow.same(expected, written);
        if (!same) {
            throw new JournalException("row " + expected.row() + " says " + expected + ", but the engine now does "
                    + written + "; the session is not started, so that nothing is guessed. Its rows are kept as they are.");
        }
        lastRow = expected.row();
        advance();
        return true;
    }

    @Override
    public void market(long sequence, long timeNanos, MarketEvent event) {
        if (sequence > lastRecordedSequence) {
            target.market(sequence, timeNanos, event);
        }
    }

    @Override
    public void command(long sequence, long timeNanos, Command command) {
        if (next == null || !verified(sequence, timeNanos, new JournalEntry.CommandTaken(0, sequence, timeNanos, command))) {
            target.command(sequence, timeNanos, command);
        }
    }

    @Override
    public void timer(long sequence, long timeNanos, long timerId) {
        if (next == null || !verified(sequence, timeNanos, new JournalEntry.TimerFired(0, sequence, timeNanos, timerId))) {
            target.timer(sequence, timeNanos, timerId);
        }
    }

    @Override
    public void report(long sequence, long timeNanos, VenueReport report) {
        if (next == null || !verified(sequence, timeNanos, new JournalEntry.ReportReceived(0, sequence, timeNanos, report))) {
            target.report(sequence, timeNanos, report);
        }
    }

    @Override
    public void submitIntent(long sequence, long timeNanos, OrderRequest request) {
        if (next == null || !verified(sequence, timeNanos, new JournalEntry.SubmitIntended(0, sequence, timeNanos, request))) {
            target.submitIntent(sequence, timeNanos, request);
        }
    }

    @Override
    public void amendIntent(long sequence, long timeNanos, OrderRequest request) {
        if (next == null || !verified(sequence, timeNanos, new JournalEntry.AmendIntended(0, sequence, timeNanos, request))) {
            target.amendIntent(sequence, timeNanos, request);
        }
    }

    @Override
    public void cancelIntent(long sequence, long timeNanos, long clientOrderId) {
        if (next == null
                || !verified(sequence, timeNanos, new JournalEntry.CancelIntended(0, sequence, timeNanos, clientOrderId))) {
            target.cancelIntent(sequence, timeNanos, clientOrderId);
        }
    }

    @Override
    public void decision(long sequence, long timeNanos, int bot, Reason reason, long first, long second) {
        if (next == null
                || !verified(
                        sequence,
                        timeNanos,
                        new JournalEntry.Decided(0, sequence, timeNanos, bot, reason, first, second))) {
            target.decision(sequence, timeNanos, bot, reason, first, second);
        }
    }

    @Override
    public void commit() {
        if (next == null) {
            target.commit();
        }
    }

    @Override
    public void flush() {
        target.flush();
    }

    @Override
    public long lastRow() {
        return next == null ? Math.max(lastRow, target.lastRow()) : lastRow;
    }

    @Override
    public long runHash() {
        return target.runHash();
    }

    @Override
    public void close() {
        target.close();
    }
}
