package dev.tradewind.backtest;

import dev.tradewind.engine.Recorder;
import dev.tradewind.engine.Session;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.VirtualClock;
import dev.tradewind.sim.SimTerms;
import dev.tradewind.sim.SimVenue;
import java.util.function.Consumer;

/** A session on the simulated venue: the one wiring behind backtest, paper and the replay of a journal. */
public final class SimulatedSession {

    private SimulatedSession() {}

    /**
     * Wires a session whose venue holds the session's whole capital.
     *
     * @param terms      what the venue charges; the session's fees should be the same
     * @param startNanos where the engine's clock starts
     * @param journal    where inputs and intents go
     * @param recorder   who keeps what happens, where {@code history} does not
     * @param history    whether to keep what screens show
     */
    public static Session wire(
            SessionConfig config, SimTerms terms, long startNanos, Journal journal, Recorder recorder, boolean history) {
        return wire(config, terms, startNanos, journal, recorder, history, venue -> {});
    }

    /** As above; {@code made} is told the venue. */
    public static Session wire(
            SessionConfig config,
            SimTerms terms,
            long startNanos,
            Journal journal,
            Recorder recorder,
            boolean history,
            Consumer<SimVenue> made) {
        return new Session(
                config,
                new VirtualClock(startNanos),
                journal,
                clock -> {
                    SimVenue venue = new SimVenue(
                            config.instrument(), terms, clock, config.capitalAtoms(), config.margin());
                    made.accept(venue);
                    return new Session.Exchange(venue, venue);
                },
                recorder,
                history);
    }
}
