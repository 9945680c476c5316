package dev.tradewind.engine;

import dev.tradewind.SavedStates;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.VirtualClock;
import dev.tradewind.sim.SimVenue;
import java.util.ArrayList;
import java.util.List;

/** A session with its simulated venue and a journal that remembers every row in words; saved and loaded as one. */
final class StateRig implements Stateful {

    final Session session;
    final List<String> rows = new ArrayList<>();
    private final HashJournal hash = new HashJournal();
    private final List<SimVenue> venues = new ArrayList<>();

    StateRig(StateStory story) {
        session = new Session(
                story.config,
                new VirtualClock(0),
                new RowJournal(),
                clock -> {
                    SimVenue venue = new SimVenue(
                            story.config.instrument(), story.terms, clock, story.config.capitalAtoms(), story.offered,
                            story.config.margin());
                    venues.add(venue);
                    return new Session.Exchange(venue, venue);
                },
                Recorder.NONE,
                true);
    }

    SimVenue venue() {
        return venues.getFirst();
    }

    void play(List<StateStory.Step> steps, int from, int to) {
        for (int i = from; i < to; i++) {
            steps.get(i).act().accept(session);
        }
    }

    String runHash() {
        return Long.toHexString(hash.runHash());
    }

    byte[] state() {
        return SavedStates.of(this);
    }

    EngineSnapshot snapshot() {
        session.publish();
        return session.view().snapshot();
    }

    @Override
    public void save(StateWriter out) {
        out.part(session).part(venue()).part(hash);
    }

    @Override
    public void load(StateReader in) {
        in.part(session).part(venue()).part(hash);
    }

    /** Writes down each row in words. */
    private final class RowJournal implements Journal {

        private void row(long sequence, long timeNanos, String what) {
            rows.add(sequence + " " + timeNanos + " " + what);
        }

        @Override
        public void market(long sequence, long timeNanos, MarketEvent event) {
            row(sequence, timeNanos, "market " + event);
            hash.market(sequence, timeNanos, event);
        }

        @Override
        public void command(long sequence, long timeNanos, Command command) {
            row(sequence, timeNanos, "command " + command);
            hash.command(sequence, timeNanos, command);
        }

        @Override
        public void timer(long sequence, long timeNanos, long timerId) {
            row(sequence, timeNanos, "timer " + timerId);
            hash.timer(sequence, timeNanos, timerId);
        }

        @Override
        public void report(long sequence, long timeNanos, VenueReport report) {
            row(sequence, timeNanos, "report " + report);
            hash.report(sequence, timeNanos, report);
        }

        @Override
        public void submitIntent(long sequence, long timeNanos, OrderRequest request) {
            row(sequence, timeNanos, "submit " + request + " " + request.terms() + " " + request.algoId());
            hash.submitIntent(sequence, timeNanos, request);
        }

        @Override
        public void amendIntent(long sequence, long timeNanos, OrderRequest request) {
            row(sequence, timeNanos, "amend " + request + " " + request.terms());
            hash.amendIntent(sequence, timeNanos, request);
        }

        @Override
        public void cancelIntent(long sequence, long timeNanos, long clientOrderId) {
            row(sequence, timeNanos, "cancel " + clientOrderId);
            hash.cancelIntent(sequence, timeNanos, clientOrderId);
        }

        @Override
        public void decision(long sequence, long timeNanos, int bot, Reason reason, long first, long second) {
            row(sequence, timeNanos, "decided " + bot + " " + reason + " " + first + " " + second);
            hash.decision(sequence, timeNanos, bot, reason, first, second);
        }

        @Override
        public void commit() {}

        @Override
        public long lastRow() {
            return hash.lastRow();
        }

        @Override
        public long runHash() {
            return hash.runHash();
        }

        @Override
        public void close() {}
    }
}
