package dev.tradewind.app;

import dev.tradewind.backtest.SimulatedSession;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.engine.Recorder;
import dev.tradewind.engine.Session;
import dev.tradewind.kernel.Journal;
import dev.tradewind.sim.SimVenue;
import java.util.ArrayList;
import java.util.List;

/**
 * The engine of a paper session with the venue it trades on: what is saved together and taken up together. Engine thread
 * only.
 */
record PaperEngine(Session session, SimVenue venue) {

    /** Wires the engine of a plan to a journal; the same for a session that begins, goes on or is replayed. */
    static PaperEngine wire(PaperPlan plan, Journal journal) {
        List<SimVenue> made = new ArrayList<>(1);
        Session session = SimulatedSession.wire(
                plan.config(), plan.terms(), plan.startNanos(), journal, Recorder.NONE, true, made::add);
        made.getFirst().keepFills();
        return new PaperEngine(session, made.getFirst());
    }

    /** {@return everything that outlives an input, between two of them} */
    byte[] save() {
        StateWriter out = new StateWriter();
        out.section("PaperEngine", 1).part(venue).part(session);
        return out.toBytes();
    }

    /**
     * Takes a state over, before the first input.
     *
     * @throws dev.tradewind.domain.StateException if this program does not read that form; the engine must not be used then
     */
    void load(byte[] state) {
        StateReader in = new StateReader(state);
        in.section("PaperEngine", 1).part(venue).part(session);
        in.end();
    }
}
