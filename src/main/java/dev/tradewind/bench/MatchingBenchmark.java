package dev.tradewind.bench;

import com.sun.management.ThreadMXBean;
import dev.tradewind.domain.Side;
import dev.tradewind.sim.BookTerms;
import dev.tradewind.sim.MatchingBook;
import java.lang.management.ManagementFactory;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Nanoseconds a command of the simulated venue's order book over a tape of a million, mostly places and cancels, one
 * thread; exchange-core's Direct book on the same tape by turns. Right is who makes the same trades and leaves the same
 * levels.
 */
final class MatchingBenchmark implements Benchmark {

    private static final int COMMANDS = 1_000_000;
    private static final long SEED = 20_140_218;
    private static final double GOAL = 65;
    private static final int WARM_UPS = 4;
    private static final int RUNS = 9;

    private final BookWork work = new BookWork();
    private final BookWork peerWork = new BookWork();
    private final MatchingBook book =
            new MatchingBook((taker, maker, ticks, lots, left) -> work.trade(taker, maker, ticks, lots));
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long allocated;
    private String verdict = BenchResult.OK;

    @Override
    public String name() {
        return "matching.placeCancel";
    }

    @Override
    public String unit() {
        return "ns/op";
    }

    @Override
    public OptionalDouble goal() {
        return OptionalDouble.of(GOAL);
    }

    @Override
    public BenchResult run() throws Exception {
        OrderTape tape = OrderTape.of(COMMANDS, SEED);
        ExchangeCoreBook peer = peer();
        if (peer == null) {
            double value = Repeated.median(WARM_UPS, RUNS, () -> ours(tape));
            return found(BenchResult.of(value));
        }
        Repeated.Pair pair = Repeated.inTurns(WARM_UPS, RUNS, () -> ours(tape), () -> theirs(peer, tape));
        return found(BenchResult.of(pair.work())).beside(ExchangeCoreBook.NAME, pair.peer());
    }

    private BenchResult found(BenchResult result) {
        return result.withHash(work.hash()).judged(verdict).allocating((double) allocated / COMMANDS);
    }

    /** The peer is only on the class path where benchmarks are run from the build's layout. */
    private @Nullable ExchangeCoreBook peer() {
        try {
            return new ExchangeCoreBook(peerWork);
        } catch (LinkageError absent) {
            return null;
        }
    }

    private double ours(OrderTape tape) {
        work.begin();
        long thread = Thread.currentThread().threadId();
        long before = threads.getThreadAllocatedBytes(thread);
        long began = System.nanoTime();
        play(tape);
        long took = System.nanoTime() - began;
        allocated = threads.getThreadAllocatedBytes(thread) - before;
        for (Side side : Side.values()) {
            book.walk(side, (ticks, lots, orders) -> {
                work.level(ticks, lots);
                return true;
            });
        }
        for (int at = 0; at < tape.size(); at++) {
            book.cancel(tape.id(at));
        }
        return (double) took / tape.size();
    }

    private void play(OrderTape tape) {
        for (int at = 0; at < tape.size(); at++) {
            long id = tape.id(at);
            if (tape.isCancel(at)) {
                book.cancel(id);
            } else {
                Side side = tape.isSell(at) ? Side.SELL : Side.BUY;
                BookTerms terms = tape.isIoc(at) ? BookTerms.IOC : BookTerms.GTC;
                book.place(id, id, side, tape.ticks(at), tape.lots(at), terms);
            }
        }
    }

    private double theirs(ExchangeCoreBook peer, OrderTape tape) {
        peerWork.begin();
        long began = System.nanoTime();
        peer.play(tape);
        long took = System.nanoTime() - began;
        peer.showLevels();
        peer.clear(tape);
        String difference = work.differenceTo(peerWork);
        verdict = difference.isEmpty() ? verdict : difference;
        return (double) took / tape.size();
    }
}
