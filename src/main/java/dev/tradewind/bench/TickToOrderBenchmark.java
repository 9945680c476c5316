package dev.tradewind.bench;

import dev.tradewind.backtest.SimulatedSession;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.engine.Recorder;
import dev.tradewind.engine.Session;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Microseconds from a tick to the last order of it, the 99th percentile: many bots on one symbol, each waiting for a price,
 * some of them acting on each tick measured. From the moment the loop is given the trade until the last intent is handed to
 * the journal, through session, risk gate and ledger; making intents durable is what {@code journal.*} measures. Fills of
 * one tick measured are dealt with in ticks that are not, before the next. Beside it a bare loop over as many prices.
 */
final class TickToOrderBenchmark implements Benchmark {

    private static final String PEER = "bare loop over the prices";
    private static final int WARM_UPS = 2;
    private static final int RUNS = 5;
    private static final int TICKS = 4_000;
    private static final int TICKS_BETWEEN = 3;
    private static final double PERCENTILE = 0.99;
    private static final double NANOS_PER_MICRO = 1_000;
    private static final long NANOS_BETWEEN = 1_000_000;
    private static final int FIRST_TICKS = 3_000_000;
    private static final int CAPITAL_EACH = 100;

    private final String name;
    private final double goalMicros;
    private final int bots;
    private final int acting;

    /** {@code acting} of {@code bots}, which it divides, act on each tick measured. */
    TickToOrderBenchmark(String name, double goalMicros, int bots, int acting) {
        this.name = name;
        this.goalMicros = goalMicros;
        this.bots = bots;
        this.acting = acting;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String unit() {
        return "us";
    }

    @Override
    public OptionalDouble goal() {
        return OptionalDouble.of(goalMicros);
    }

    @Override
    public BenchResult run() throws Exception {
        Engine engine = new Engine();
        Bare bare = new Bare();
        Repeated.Pair medians = Repeated.inTurns(WARM_UPS, RUNS, engine::run, bare::run);
        return BenchResult.of(medians.work()).beside(PEER, medians.peer()).judged(engine.verdict);
    }

    /** The bots wait in groups, each a tick above the one before, and begin anew above the last. */
    private int groups() {
        return bots / acting;
    }

    private static double percentile(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[(int) Math.ceil(nanos.length * PERCENTILE) - 1] / NANOS_PER_MICRO;
    }

    /** The session with its bots. */
    private final class Engine {

        private final IntentClock journal = new IntentClock(acting);
        private final TradeEvent trade = new TradeEvent();
        private final Session session;
        private long now;
        private long ticks = FIRST_TICKS;
        private String verdict = BenchResult.OK;

        Engine() {
            Instrument instrument = new Instrument(
                    "BTCUSDT", "bench", Asset.of("BTC"), Asset.of("USDT"), new BigDecimal("0.01"), new BigDecimal("0.00001"),
                    InstrumentFilters.NONE);
            SimTerms terms = SimTerms.IDEAL;
            long capital = instrument.quote().toAtoms(new BigDecimal(CAPITAL_EACH));
            SessionConfig config = new SessionConfig(
                    1, instrument, capital * bots, terms.takerFee(), terms.makerFee(), terms.buyFeeAsset(), RiskLimits.NONE,
                    List.of(TriggerBot.TYPE), List.of(), 0);
            session = SimulatedSession.wire(config, terms, 0, journal, Recorder.NONE, false);
            tick();
            for (int bot = 0; bot < bots; bot++) {
                session.loop().command(now, new Command.StartBot(
                        bot + 1, TriggerBot.ID, "", 0, capital,
                        Map.of(
                                TriggerBot.FIRST, Integer.toString(FIRST_TICKS + 1 + bot / acting),
                                TriggerBot.STEP, Integer.toString(groups()))));
            }
        }

        private void tick() {
            now += NANOS_BETWEEN;
            trade.set(0, now, ticks, 1, null, 0);
            session.loop().market(trade);
        }

        /** {@return the percentile of so many ticks} */
        double run() {
            long[] nanos = new long[TICKS];
            for (int i = 0; i < TICKS; i++) {
                int group = (int) (ticks - FIRST_TICKS) % groups();
                ticks++;
                journal.arm();
                long began = System.nanoTime();
                tick();
                nanos[i] = journal.lastNanos() - began;
                judge(group);
                for (int between = 0; between < TICKS_BETWEEN; between++) {
                    tick();
                }
            }
            return percentile(nanos);
        }

        /** Exactly the bots of that group acted, in the order they were started, and nobody did since. */
        private void judge(int group) {
            if (journal.intents() != acting) {
                verdict = journal.intents() + " intents on a tick, not " + acting;
                return;
            }
            for (int i = 0; i < acting; i++) {
                int expected = group * acting + i + 1;
                if (journal.bot(i) != expected) {
                    verdict = "bot " + journal.bot(i) + " acted where bot " + expected + " should have";
                }
            }
        }
    }

    /** The same prices in an array, each looked at on each tick, and whoever is reached written down. */
    private final class Bare {

        private final long[] triggers = new long[bots];
        private final int[] acted = new int[bots];
        private long ticks = FIRST_TICKS;

        Bare() {
            for (int bot = 0; bot < bots; bot++) {
                triggers[bot] = FIRST_TICKS + 1 + bot / acting;
            }
        }

        double run() {
            long[] nanos = new long[TICKS];
            for (int i = 0; i < TICKS; i++) {
                ticks++;
                long began = System.nanoTime();
                int count = look(ticks);
                nanos[i] = System.nanoTime() - began;
                if (count != acting) {
                    throw new IllegalStateException("the bare loop reached " + count + " prices, not " + acting);
                }
            }
            return percentile(nanos);
        }

        private int look(long price) {
            int count = 0;
            for (int bot = 0; bot < triggers.length; bot++) {
                if (price >= triggers[bot]) {
                    triggers[bot] = price + groups();
                    acted[count++] = bot;
                }
            }
            return count;
        }
    }
}
