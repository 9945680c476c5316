package dev.tradewind.app;

import dev.tradewind.hostile.Coverage;
import dev.tradewind.hostile.Fault;
import dev.tradewind.hostile.Outcome;
import dev.tradewind.hostile.Parts;
import dev.tradewind.hostile.Simulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Runs many seeds' worlds, each on one thread, several threads beside each other with a fixed share of the seeds each: what
 * comes of a seed does not depend on how many there are.
 *
 * @param seeds      how many were run
 * @param inputs     inputs their engines took in all
 * @param restarts   how often their processes died and came back in all
 * @param fills      fills of their orders in all
 * @param violations what broke, by seed; with the last steps in words
 * @param coverage   what met what
 * @param seconds    how long it took
 */
public record SeedRun(
        long seeds, long inputs, long restarts, long fills, List<Outcome> violations, Coverage coverage, double seconds) {

    /** Steps told of a seed that failed. */
    public static final int STEPS_TOLD = 40;

    private static final int MOST_TOLD = 20;

    public SeedRun {
        violations = List.copyOf(violations);
    }

    /** One thread's share. */
    private static final class Share {
        private final Coverage coverage = new Coverage();
        private final List<Outcome> broken = new ArrayList<>();
        private long seeds;
        private long inputs;
        private long restarts;
        private long fills;
    }

    /**
     * Runs the seeds from {@code first} on.
     *
     * @param threads  how many work at once
     * @param progress is told how many seeds are done, now and then, on any of the threads
     */
    public static SeedRun of(long first, long count, int threads, Parts parts, LongConsumer progress) {
        if (count < 1 || threads < 1 || first > Long.MAX_VALUE - count) {
            throw new IllegalArgumentException(
                    "seeds " + count + " from " + first + " on " + threads + " threads: at least one of each");
        }
        long began = System.nanoTime();
        AtomicLong done = new AtomicLong();
        List<Share> shares = new ArrayList<>();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Share share = new Share();
            long from = first + i;
            shares.add(share);
            workers.add(Thread.ofPlatform().name("tradewind-seeds-" + i).daemon(true).start(() -> {
                for (long seed = from; seed < first + count; seed += threads) {
                    run(seed, parts, share);
                    progress.accept(done.incrementAndGet());
                }
            }));
        }
        workers.forEach(SeedRun::join);
        return sum(shares, (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1));
    }

    private static void run(long seed, Parts parts, Share share) {
        Set<Fault> all = EnumSet.allOf(Fault.class);
        Outcome outcome = Simulation.run(seed, new SimulationStorage(), parts, all, share.coverage, 0);
        share.seeds++;
        share.inputs += outcome.inputs();
        share.restarts += outcome.restarts();
        share.fills += outcome.fills();
        if (!outcome.held()) {
            share.broken.add(
                    share.broken.size() < MOST_TOLD
                            ? Simulation.run(seed, new SimulationStorage(), parts, all, new Coverage(), STEPS_TOLD)
                            : outcome);
        }
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while seeds were running", e);
        }
    }

    private static SeedRun sum(List<Share> shares, double seconds) {
        Share all = new Share();
        for (Share share : shares) {
            all.coverage.add(share.coverage);
            all.broken.addAll(share.broken);
            all.seeds += share.seeds;
            all.inputs += share.inputs;
            all.restarts += share.restarts;
            all.fills += share.fills;
        }
        all.broken.sort(Comparator.comparingLong(Outcome::seed));
        return new SeedRun(
                all.seeds, all.inputs, all.restarts, all.fills, all.broken, all.coverage, seconds);
    }
}
