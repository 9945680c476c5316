package dev.tradewind.hostile;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.engine.Session;
import dev.tradewind.kernel.Input;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.RecordedInput;
import dev.tradewind.kernel.VerifyingJournal;
import dev.tradewind.venue.Capabilities;
import dev.tradewind.venue.Venue;
import java.util.Iterator;

/** Takes a recorded session again: each row is held against the recorded one, and nothing recorded is sent. */
final class Rejoining {

    private final VerifyingJournal journal;
    private boolean open;

    Rejoining(Storage.Kept kept, Journal target) {
        journal = new VerifyingJournal(kept.rows(), target, kept.lastSequence());
    }

    Journal journal() {
        return journal;
    }

    /** {@return the line to the exchange, shut until the past is lived through} */
    Venue gate(Venue venue) {
        return new Gate(venue);
    }

    void takeAgain(Iterator<RecordedInput> inputs, Session session) {
        while (inputs.hasNext()) {
            RecordedInput recorded = inputs.next();
            switch (recorded.input()) {
                case Input.MarketInput input -> session.loop().market(input.event());
                case Input.CommandInput input -> session.loop().command(recorded.timeNanos(), input.command());
                case Input.ReportInput input -> session.loop().report(recorded.timeNanos(), input.report());
                case Input.TimerInput input -> session.loop().release(recorded.timeNanos());
            }
        }
        open = true;
    }

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
        public void submit(OrderRequest request) {
            if (open) {
                venue.submit(request);
            }
        }

        @Override
        public void query(long clientOrderId) {
            if (open) {
                venue.query(clientOrderId);
            }
        }

        @Override
        public void statement(long fillsSinceNanos) {
            if (open) {
                venue.statement(fillsSinceNanos);
            }
        }

        @Override
        public void transfer(long quoteAtoms) {
            if (open) {
                venue.transfer(quoteAtoms);
            }
        }

        @Override
        public void adjustMargin(PositionSide side, long quoteAtoms) {
            if (open) {
                venue.adjustMargin(side, quoteAtoms);
            }
        }

        @Override
        public void replace(OrderRequest request) {
            if (open) {
                venue.replace(request);
            }
        }

        @Override
        public void cancel(long clientOrderId) {
            if (open) {
                venue.cancel(clientOrderId);
            }
        }
    }
}
