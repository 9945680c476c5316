package dev.tradewind.backtest;

import dev.tradewind.backtest.RunReport.Check;
import dev.tradewind.backtest.RunReport.Verdict;
import dev.tradewind.domain.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongFunction;

/**
 * Looks for bots that know what they cannot know: the history is cut off right after events at which orders were sent, and the
 * run played again up to there. A bot that decides by what it was told decides the same; one that looked ahead does not.
 */
public final class LookAhead {

    /** Cuts right after orders. */
    private static final int ORDERS = 20;

    /** Cuts at times evenly apart, for bots that hold back an order by what comes. */
    private static final int BETWEEN = 10;

    private LookAhead() {}

    /**
     * {@return how the check came out}
     *
     * @param whole the run as it is
     * @param cut   the same with nothing after an instant: neither in its feeds nor in anything a bot could reach
     * @throws IllegalArgumentException if a bot cannot be started
     */
    public static Check check(Portfolio whole, LongFunction<Portfolio> cut, Progress progress) {
        IntentTrail full = new IntentTrail();
        whole.run(Progress.NONE, full);
        List<Long> cuts = cuts(whole, full);
        List<Long> different = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            progress.at(i, cuts.size());
            IntentTrail again = new IntentTrail();
            cut.apply(cuts.get(i)).run(Progress.NONE, again);
            if (!again.begins(full, full.until(cuts.get(i)))) {
                different.add(cuts.get(i));
            }
        }
        progress.at(cuts.size(), Math.max(1, cuts.size()));
        String label = "Looks ahead";
        if (cuts.isEmpty()) {
            return new Check("lookAhead", label, Verdict.WARNING, "no order was sent, so there was nothing to look at");
        }
        return different.isEmpty()
                ? new Check("lookAhead", label, Verdict.PASSED,
                        "cut off at " + cuts.size() + " points, the run up to there stayed the same")
                : new Check("lookAhead", label, Verdict.FAILED,
                        "at " + different.size() + " of " + cuts.size() + " points, the first at "
                                + Instant.ofEpochSecond(0, different.getFirst())
                                + ", orders change when what comes after is not there: a bot sees the future. Let it decide by"
                                + " closed candles and by what it is told alone");
    }

    private static List<Long> cuts(Portfolio whole, IntentTrail full) {
        TreeSet<Long> cuts = new TreeSet<>();
        List<Integer> orders = new ArrayList<>();
        for (int row = 0; row < full.size(); row++) {
            if (full.submits(row) && full.eventNanos(row) != Long.MIN_VALUE) {
                orders.add(row);
            }
        }
        int count = Math.min(ORDERS, orders.size());
        for (int i = 0; i < count; i++) {
            cuts.add(full.eventNanos(orders.get((int) ((long) i * orders.size() / count))));
        }
        long first = whole.lanes().stream().mapToLong(LanePlan::firstNanos).min().orElseThrow();
        long last = whole.lanes().stream().mapToLong(LanePlan::lastNanos).max().orElseThrow();
        for (int i = 1; i <= BETWEEN && !orders.isEmpty(); i++) {
            cuts.add(first + (last - first) / (BETWEEN + 1) * i);
        }
        return List.copyOf(cuts);
    }
}
