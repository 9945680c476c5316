package dev.tradewind.optimise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The best trials so far, a bounded number of them; of equals the earlier is better. One thread at a time. */
final class BestTrials {

    /** A trial and which value of each axis it has. */
    record Placed(Trial trial, int[] at) {}

    private final Objective objective;
    private final int most;
    private final Comparator<Placed> bestFirst;
    private final PriorityQueue<Placed> worstFirst;

    BestTrials(Objective objective, int most) {
        this.objective = objective;
        this.most = most;
        this.bestFirst = Comparator.comparingDouble((Placed placed) -> -objective.score(value(placed)))
                .thenComparingInt(placed -> placed.trial().number());
        this.worstFirst = new PriorityQueue<>(bestFirst.reversed());
    }

    private double value(Placed placed) {
        return placed.trial().performance().value(objective.metric());
    }

    private boolean wants(double value) {
        Placed worst = worstFirst.peek();
        return !Double.isNaN(value)
                && (worst == null || worstFirst.size() < most || objective.better(value, value(worst)));
    }

    /** Takes a trial that comes after all those before. */
    void add(Trial trial, int[] at) {
        if (!wants(trial.performance().value(objective.metric()))) {
            return;
        }
        if (worstFirst.size() == most) {
            worstFirst.remove();
        }
        worstFirst.add(new Placed(trial, at));
    }

    /** {@return the best of them first} */
    List<Placed> bestFirst() {
        List<Placed> sorted = new ArrayList<>(worstFirst);
        sorted.sort(bestFirst);
        return sorted;
    }
}
