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
import dev.tradewind.persistence.FileJournal;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A paper session that trades at an even pace on a thread of its own and measures each order: from the tick until its intent is
 * durable in the journal and handed to the venue.
 */
final class OrderPace implements AutoCloseable {

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final long TICK_NANOS = 1_000_000;
    private static final int TICKS_BETWEEN = 3;
    private static final int FIRST_TICKS = 3_000_000;
    private static final int MOST_ORDERS = 1_000_000;
    private static final double PERCENTILE = 0.99;
    private static final double NANOS_PER_MILLI = 1e6;

    private final FileJournal journal;
    private final Session session;
    private final TradeEvent trade = new TradeEvent();
    private final long[] nanos = new long[MOST_ORDERS];
    private final Thread thread = Thread.ofPlatform().name("bench-orders").unstarted(this::run);
    private volatile int orders;
    private volatile boolean ending;
    private volatile String trouble = "";
    private long now;
    private long ticks = FIRST_TICKS;

    /** Begins a session in a folder. */
    OrderPace(Path folder) {
        Instrument instrument = new Instrument(
                "BTCUSDT", "bench", Asset.of("BTC"), Asset.of("USDT"), new BigDecimal("0.01"), new BigDecimal("0.00001"),
                InstrumentFilters.NONE);
        SimTerms terms = SimTerms.IDEAL;
        long capital = instrument.quote().toAtoms(new BigDecimal(1_000));
        SessionConfig config = new SessionConfig(
                1, instrument, capital, terms.takerFee(), terms.makerFee(), terms.buyFeeAsset(), RiskLimits.NONE,
                List.of(TriggerBot.TYPE), List.of(), 0);
        journal = FileJournal.create(folder, "bench/1", 0, Map.of());
        session = SimulatedSession.wire(config, terms, 0, journal, Recorder.NONE, false);
        tick();
        session.loop().command(now, new Command.StartBot(
                1, TriggerBot.ID, "", 0, capital,
                Map.of(TriggerBot.FIRST, Integer.toString(FIRST_TICKS + 1), TriggerBot.STEP, "1")));
        thread.start();
    }

    private void tick() {
        now += TICK_NANOS;
        trade.set(0, now, ticks, 1, null, 0);
        session.loop().market(trade);
    }

    private void run() {
        try {
            long next = System.nanoTime();
            while (!ending && orders < MOST_ORDERS) {
                long wait = next - System.nanoTime();
                if (wait > 0) {
                    LockSupport.parkNanos(wait);
                    continue;
                }
                next = Math.max(next + EVERY_NANOS, System.nanoTime());
                ticks++;
                long rows = journal.lastRow();
                long began = System.nanoTime();
                tick();
                long took = System.nanoTime() - began;
                if (journal.lastRow() > rows) {
                    nanos[orders] = took;
                    orders++;
                }
                for (int between = 0; between < TICKS_BETWEEN; between++) {
                    tick();
                }
                journal.flush();
            }
        } catch (RuntimeException e) {
            trouble = String.valueOf(e.getMessage());
        }
    }

    /** {@return orders so far} */
    int orders() {
        return orders;
    }

    /** {@return why it trades no more, empty while it does} */
    String trouble() {
        return trouble;
    }

    /** {@return the latency of the orders from one count to another that 99 of 100 stay below, in milliseconds} */
    double p99Millis(int from, int to) {
        long[] some = Arrays.copyOfRange(nanos, from, to);
        Arrays.sort(some);
        return some.length == 0 ? 0 : some[(int) Math.ceil(some.length * PERCENTILE) - 1] / NANOS_PER_MILLI;
    }

    @Override
    public void close() {
        ending = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        journal.close();
    }
}
