package dev.tradewind.backtest;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.backtest.RunReport.Check;
import dev.tradewind.backtest.RunReport.Verdict;
import dev.tradewind.domain.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.LongFunction;

/**
 * Looks how much a run depends on where it begins: it begins later, and the round trips after a fifth of the range are compared.
 * Bots that need only their warm-up trade the same from then on; those that build one deal on another may not.
 */
public final class WarmUp {

    /** How much later the run begins, in thousandths of the range. */
    private static final long[] LATER = {13, 37, 71};

    private static final long WHOLE = 1_000;
    private static final long COMPARED_FROM = 200;

    private WarmUp() {}

    /**
     * {@return how the check came out; never worse than a warning}
     *
     * @param trades what the run as it is traded
     * @param late   the same run with nothing before an instant; a listener's exception passes through
     */
    public static Check check(
            Portfolio whole, List<ClosedTrade> trades, LongFunction<Portfolio> late, Progress progress) {
        long first = whole.lanes().stream().mapToLong(LanePlan::firstNanos).min().orElseThrow();
        long last = whole.lanes().stream().mapToLong(LanePlan::lastNanos).max().orElseThrow();
        long from = first + (last - first) / WHOLE * COMPARED_FROM;
        TreeSet<String> expected = names(trades, from);
        List<Integer> alike = new ArrayList<>();
        long compared = 0;
        for (int i = 0; i < LATER.length; i++) {
            progress.at(i, LATER.length);
            PlayedRun run = late.apply(first + (last - first) / WHOLE * LATER[i]).run(Progress.NONE);
            TreeSet<String> found = names(new RunWalk(run).go(Progress.NONE).trades(), from);
            TreeSet<String> all = new TreeSet<>(expected);
            all.addAll(found);
            found.retainAll(expected);
            compared = Math.max(compared, all.size());
            alike.add(all.isEmpty() ? 100 : (int) (100L * found.size() / all.size()));
        }
        progress.at(LATER.length, LATER.length);
        String label = "Begin of the run";
        int least = alike.stream().mapToInt(Integer::intValue).min().orElseThrow();
        String since = Instant.ofEpochSecond(0, from).toString();
        if (compared == 0) {
            return new Check("warmUp", label, Verdict.WARNING, "there are no trades after " + since + " to compare");
        }
        return least == 100
                ? new Check("warmUp", label, Verdict.PASSED,
                        "begun later in " + LATER.length + " ways, the trades after " + since + " are the same")
                : new Check("warmUp", label, Verdict.WARNING,
                        String.format(Locale.ROOT,
                                "begun later in %d ways, only %d %% of the trades after %s are the same: the result hangs on"
                                        + " where the run begins; compare several ranges",
                                LATER.length, least, since));
    }

    private static TreeSet<String> names(List<ClosedTrade> trades, long from) {
        TreeSet<String> names = new TreeSet<>();
        for (ClosedTrade trade : trades) {
            if (trade.openNanos() >= from) {
                names.add(trade.bot() + " " + trade.openNanos() + " " + trade.closeNanos() + " " + trade.isLong());
            }
        }
        return names;
    }
}
