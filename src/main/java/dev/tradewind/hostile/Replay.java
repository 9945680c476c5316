package dev.tradewind.hostile;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.engine.Recorder;
import dev.tradewind.engine.Session;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Input;
import dev.tradewind.kernel.RecordedInput;
import dev.tradewind.kernel.VirtualClock;
import dev.tradewind.kernel.World;
import dev.tradewind.venue.Capabilities;
import dev.tradewind.venue.LinePace;
import dev.tradewind.venue.Venue;
import java.util.Iterator;

/** Takes a whole recording again with nobody listening, and says what the engine's running hash came to. */
final class Replay {

    /** The same inputs give the same session. */
    static final String SAME = "replaying journal and tape reproduces the run hash";

    private Replay() {}

    /** {@return the hash of a session that takes these inputs} */
    static long hash(Scenario scenario, Parts parts, long startNanos, Iterator<RecordedInput> inputs) {
        HashJournal journal = new HashJournal();
        Session session = new Session(
                scenario.config(parts.bots()), new VirtualClock(startNanos), journal,
                clock -> new Session.Exchange(new Mute(scenario.offered(), HostileVenue.PACE), World.OUTSIDE),
                Recorder.NONE, false);
        while (inputs.hasNext()) {
            RecordedInput recorded = inputs.next();
            switch (recorded.input()) {
                case Input.MarketInput input -> session.loop().market(input.event());
                case Input.CommandInput input -> session.loop().command(recorded.timeNanos(), input.command());
                case Input.ReportInput input -> session.loop().report(recorded.timeNanos(), input.report());
                // the engine's timers fire by themselves once their time has come
                case Input.TimerInput input -> session.loop().release(recorded.timeNanos());
            }
        }
        return journal.runHash();
    }

    /** Nobody: what is sent to it is dropped. */
    private record Mute(Capabilities capabilities, LinePace pace) implements Venue {

        @Override
        public void submit(OrderRequest request) {}

        @Override
        public void query(long clientOrderId) {}

        @Override
        public void statement(long fillsSinceNanos) {}

        @Override
        public void transfer(long quoteAtoms) {}

        @Override
        public void adjustMargin(PositionSide side, long quoteAtoms) {}

        @Override
        public void replace(OrderRequest request) {}

        @Override
        public void cancel(long clientOrderId) {}
    }
}
