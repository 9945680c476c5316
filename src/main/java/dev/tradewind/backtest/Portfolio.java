package dev.tradewind.backtest;

import dev.tradewind.domain.Progress;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.sim.PathRule;
import java.util.ArrayList;
import java.util.List;

/**
 * Any number of histories with any number of bots, played together: each lane is a session of its own, all write one journal, so
 * that the whole run has one hash. Lanes are stepped in the order of their events' times, those of one instant in the order of
 * the lanes, so no lane is ever ahead of another; each lane's clock is its own, since what happens inside its candle must not be
 * late because another's candle was taken first. Immutable; every run is one of its own, on the caller's thread.
 */
public final class Portfolio {

    /** Events between two looks at whether the run is still wanted. */
    private static final long SLICE = 50_000;

    private final List<LanePlan> lanes;
    private final long cashAtoms;

    /**
     * A portfolio.
     *
     * @param lanes     at least one, all in one quote asset, their bots' ids and session numbers different
     * @param cashAtoms quote atoms that belong to no lane and only count in the equity
     */
    public Portfolio(List<LanePlan> lanes, long cashAtoms) {
        this.lanes = List.copyOf(lanes);
        this.cashAtoms = cashAtoms;
        if (lanes.isEmpty()) {
            throw new IllegalArgumentException("a portfolio has no lane");
        }
    }

    /** {@return the same with candles walked by another rule} */
    public Portfolio with(PathRule rule) {
        return new Portfolio(lanes.stream().map(lane -> lane.with(rule)).toList(), cashAtoms);
    }

    /** {@return its lanes} */
    public List<LanePlan> lanes() {
        return lanes;
    }

    /** {@return quote atoms outside of all lanes} */
    public long cashAtoms() {
        return cashAtoms;
    }

    /**
     * Plays everything.
     *
     * @throws IllegalArgumentException                if a bot cannot be started: type, capital or a parameter
     * @throws dev.tradewind.domain.CancelledException if the listener ends it
     */
    public PlayedRun run(Progress progress) {
        HashJournal journal = new HashJournal();
        List<Lane> running = new ArrayList<>(lanes.size());
        for (LanePlan plan : lanes) {
            running.add(new Lane(plan, journal));
        }
        long total = running.stream().mapToLong(Lane::total).sum();
        progress.at(0, total);
        if (running.size() == 1) {
            alone(running.getFirst(), progress, total);
        } else {
            together(running, progress, total);
        }
        running.forEach(Lane::end);
        progress.at(total, total);
        return new PlayedRun(running, cashAtoms, journal.lastRow(), journal.runHash());
    }

    private static void alone(Lane lane, Progress progress, long total) {
        while (lane.run(SLICE) == SLICE) {
            progress.at(lane.events(), total);
        }
    }

    private void together(List<Lane> running, Progress progress, long total) {
        Lane[] all = running.toArray(Lane[]::new);
        long[] next = new long[all.length];
        for (int i = 0; i < all.length; i++) {
            next[i] = all[i].nextNanos();
        }
        long done = 0;
        for (int at = earliest(next); next[at] != HistoryFeed.NOTHING; at = earliest(next)) {
            all[at].run(1);
            next[at] = all[at].nextNanos();
            done++;
            if (done % SLICE == 0) {
                progress.at(done, total);
            }
        }
    }

    /** {@return the first of those with the earliest time} */
    static int earliest(long[] next) {
        int first = 0;
        for (int i = 1; i < next.length; i++) {
            if (next[i] < next[first]) {
                first = i;
            }
        }
        return first;
    }
}
