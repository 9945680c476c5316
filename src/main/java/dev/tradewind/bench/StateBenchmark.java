package dev.tradewind.bench;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.engine.Recorder;
import dev.tradewind.engine.Session;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.VirtualClock;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import dev.tradewind.sim.SimVenue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Milliseconds to write down the state of a session with many bots and its simulated venue, or to take it up in a fresh one.
 * The hash is the state's size; the gate is that what was taken up is written down as the same bytes.
 */
final class StateBenchmark {

    private static final int BOTS = 5_000;
    private static final int GROUPS = 100;
    private static final int TICKS = 400;
    private static final int FIRST_TICKS = 3_000_000;
    private static final int CAPITAL_EACH = 100;
    private static final int WARM_UPS = 2;
    private static final int RUNS = 5;
    private static final double NANOS_PER_MILLI = 1_000_000;

    private StateBenchmark() {}

    static List<Benchmark> both() {
        return List.of(
                Benchmark.of("state.save", "ms", OptionalDouble.of(50), StateBenchmark::save),
                Benchmark.of("state.load", "ms", OptionalDouble.of(300), StateBenchmark::load));
    }

    private static BenchResult save() throws Exception {
        World world = new World().played();
        byte[] state = world.state();
        double millis = Repeated.median(WARM_UPS, RUNS, () -> {
            long began = System.nanoTime();
            world.state();
            return (System.nanoTime() - began) / NANOS_PER_MILLI;
        });
        return judged(millis, state);
    }

    private static BenchResult load() throws Exception {
        byte[] state = new World().played().state();
        double millis = Repeated.median(WARM_UPS, RUNS, () -> {
            World fresh = new World();
            long began = System.nanoTime();
            fresh.load(state);
            return (System.nanoTime() - began) / NANOS_PER_MILLI;
        });
        return judged(millis, state);
    }

    private static BenchResult judged(double millis, byte[] state) {
        World again = new World();
        again.load(state);
        boolean same = Arrays.equals(state, again.state());
        return BenchResult.of(millis)
                .withHash(state.length + " bytes")
                .judged(same ? BenchResult.OK : "the state taken up is written down as other bytes");
    }

    /** A session on a venue of its own. */
    private static final class World {

        private final Session session;
        private final SimVenue[] venue = new SimVenue[1];
        private final long capital;

        World() {
            Instrument instrument = new Instrument(
                    "BTCUSDT", "bench", Asset.of("BTC"), Asset.of("USDT"), new BigDecimal("0.01"), new BigDecimal("0.00001"),
                    InstrumentFilters.NONE);
            SimTerms terms = SimTerms.IDEAL;
            capital = instrument.quote().toAtoms(new BigDecimal(CAPITAL_EACH));
            SessionConfig config = new SessionConfig(
                    1, instrument, capital * BOTS, terms.takerFee(), terms.makerFee(), terms.buyFeeAsset(), RiskLimits.NONE,
                    List.of(TriggerBot.TYPE), List.of(), 0);
            session = new Session(
                    config,
                    new VirtualClock(0),
                    new HashJournal(),
                    clock -> {
                        venue[0] = new SimVenue(instrument, terms, clock, config.capitalAtoms(), config.margin());
                        return new Session.Exchange(venue[0], venue[0]);
                    },
                    Recorder.NONE,
                    true);
        }

        /** Bots that wait for prices, each of which was reached a few times. */
        World played() {
            TradeEvent trade = new TradeEvent();
            for (int tick = 0; tick < TICKS; tick++) {
                trade.set(0, (tick + 1) * 1_000_000L, FIRST_TICKS + tick, 1, null, 0);
                session.loop().market(trade);
                for (int bot = tick * BOTS; tick == 0 && bot < BOTS; bot++) {
                    session.loop().command(trade.timeNanos(), new Command.StartBot(
                            bot + 1, TriggerBot.ID, "bot " + bot, 0, capital,
                            Map.of(
                                    TriggerBot.FIRST, Integer.toString(FIRST_TICKS + 1 + bot % GROUPS),
                                    TriggerBot.STEP, Integer.toString(GROUPS))));
                }
            }
            return this;
        }

        byte[] state() {
            StateWriter out = new StateWriter();
            return out.part(venue[0]).part(session).toBytes();
        }

        void load(byte[] state) {
            StateReader in = new StateReader(state);
            in.part(venue[0]).part(session).end();
        }
    }
}
