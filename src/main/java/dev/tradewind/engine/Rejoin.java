package dev.tradewind.engine;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.Input;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.JournalEntry;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.kernel.RecordedInput;
import dev.tradewind.kernel.VerifyingJournal;
import dev.tradewind.venue.Capabilities;
import dev.tradewind.venue.LinePace;
import dev.tradewind.venue.Venue;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes a session at an outside venue up again after this process has ended, however it ended. The recorded inputs are taken
 * again while nothing they led to is sent again: an intent that is in the journal may have reached the venue, so its order is
 * in doubt and asked about. Only an intent that never was in the journal cannot have left: it is written now, and sent.
 *
 * <p>Then the line counts as lost. Once the venue can be reached, its {@code LINE_BACK} makes the session compare the books
 * before it takes a command. Start-up and the return of a lost line are the same thing. Engine thread only.
 *
 * <pre>{@code
 * Rejoin rejoin = new Rejoin(rows::next, journal, journal.lastSequence());
 * Session session = new Session(config, clock, rejoin.journal(),
 *         c -> new Session.Exchange(rejoin.gate(venue), World.OUTSIDE), recorder, true);
 * rejoin.takeAgain(recording, session);
 * }</pre>
 */
public final class Rejoin {

    private final VerifyingJournal verifying;
    private final Set<Long> fresh = new HashSet<>();
    private final Set<Long> freshAmends = new HashSet<>();
    private final Set<Long> freshCancels = new HashSet<>();
    private boolean joined;

    /**
     * @param recorded             gives the recorded rows in order, then null
     * @param target               the journal the session goes on with
     * @param lastRecordedSequence the last input journal or tape hold
     */
    public Rejoin(Supplier<@Nullable JournalEntry> recorded, Journal target, long lastRecordedSequence) {
        verifying = new VerifyingJournal(recorded, new Fresh(target), lastRecordedSequence);
    }

    /** {@return the journal to wire the session to: holds what the engine does against what was recorded} */
    public Journal journal() {
        return verifying;
    }

    /** {@return the venue to wire the session to: keeps back what was sent before} */
    public Venue gate(Venue venue) {
        return new Gate(venue);
    }

    /**
     * Steps a session with the recorded inputs and tells it that the line is lost.
     *
     * @throws JournalException if the engine does not reproduce the recorded rows; nothing was sent then
     */
    public void takeAgain(Iterator<RecordedInput> recording, Session session) {
        while (recording.hasNext()) {
            RecordedInput recorded = recording.next();
            switch (recorded.input()) {
                case Input.MarketInput input -> session.loop().market(input.event());
                case Input.CommandInput input -> session.loop().command(recorded.timeNanos(), input.command());
                case Input.ReportInput input -> session.loop().report(recorded.timeNanos(), input.report());
                // what is due fires by itself
                case Input.TimerInput input -> session.loop().release(recorded.timeNanos());
            }
        }
        if (verifying.pending()) {
            throw new JournalException("the session's inputs end before the last row of its journal; it is not started, so"
                    + " that nothing is guessed. Its rows are kept as they are.");
        }
        // at the time of the last input: what became due since then must not send anything
        session.loop()
                .report(
                        session.loop().clock().nowNanos(),
                        new VenueReport()
                                .set(
                                        VenueReport.Kind.LINE_LOST,
                                        VenueReport.Reason.NONE,
                                        0,
                                        session.loop().clock().nowNanos()));
        joined = true;
    }

    /** Lets only what cannot have been sent before pass, until all recorded inputs are taken. */
    private final class Gate implements Venue {

        private final Venue venue;

        Gate(Venue venue) {
            this.venue = venue;
        }

        @Override
        public Capabilities capabilities() {
            return venue.capabilities();
        }

        @Override
        public LinePace pace() {
            return venue.pace();
        }

        @Override
        public void submit(OrderRequest request) {
            if (joined || fresh.remove(request.clientOrderId())) {
                venue.submit(request);
            }
        }

        @Override
        public void replace(OrderRequest request) {
            if (joined || freshAmends.remove(request.clientOrderId())) {
                venue.replace(request);
            }
        }

        @Override
        public void cancel(long clientOrderId) {
            if (joined || freshCancels.remove(clientOrderId)) {
                venue.cancel(clientOrderId);
            }
        }

        @Override
        public void query(long clientOrderId) {
            if (joined) {
                venue.query(clientOrderId);
            }
        }

        @Override
        public void statement(long fillsSinceNanos) {
            if (joined) {
                venue.statement(fillsSinceNanos);
            }
        }

        @Override
        public void transfer(long quoteAtoms) {
            if (joined) {
                venue.transfer(quoteAtoms);
            }
        }

        @Override
        public void adjustMargin(PositionSide side, long quoteAtoms) {
            if (joined) {
                venue.adjustMargin(side, quoteAtoms);
            }
        }
    }

    /** Notes which intents are written for the first time. */
    private final class Fresh implements Journal {

        private final Journal target;

        Fresh(Journal target) {
            this.target = target;
        }

        @Override
        public void market(long sequence, long timeNanos, MarketEvent event) {
            target.market(sequence, timeNanos, event);
        }

        @Override
        public void command(long sequence, long timeNanos, Command command) {
            target.command(sequence, timeNanos, command);
        }

        @Override
        public void timer(long sequence, long timeNanos, long timerId) {
            target.timer(sequence, timeNanos, timerId);
        }

        @Override
        public void report(long sequence, long timeNanos, VenueReport report) {
            target.report(sequence, timeNanos, report);
        }

        @Override
        public void submitIntent(long sequence, long timeNanos, OrderRequest request) {
            if (!joined) {
                fresh.add(request.clientOrderId());
            }
            target.submitIntent(sequence, timeNanos, request);
        }

        @Override
        public void amendIntent(long sequence, long timeNanos, OrderRequest request) {
            if (!joined) {
                freshAmends.add(request.clientOrderId());
            }
            target.amendIntent(sequence, timeNanos, request);
        }

        @Override
        public void cancelIntent(long sequence, long timeNanos, long clientOrderId) {
            if (!joined) {
                freshCancels.add(clientOrderId);
            }
            target.cancelIntent(sequence, timeNanos, clientOrderId);
        }

        @Override
        public void decision(long sequence, long timeNanos, int bot, Reason reason, long first, long second) {
            target.decision(sequence, timeNanos, bot, reason, first, second);
        }

        @Override
        public void commit() {
            target.commit();
        }

        @Override
        public void flush() {
            target.flush();
        }

        @Override
        public long lastRow() {
            return target.lastRow();
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
}
