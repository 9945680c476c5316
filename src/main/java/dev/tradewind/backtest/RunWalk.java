package dev.tradewind.backtest;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.analytics.EquitySeries;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Progress;
import dev.tradewind.marketdata.HistoryFeed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Values a played run at every mark, after it was played: the histories are walked once more in the same order, with the logs of
 * the lanes' accounts beside them, so that the run itself pays nothing for its report. Lanes are valued together once all of
 * them have come to an instant.
 */
final class RunWalk {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long SLICE = 100_000;
    private static final int TOTAL = 0;
    private static final int HOLD = 1;
    private static final int FIXED = 2;

    private final PlayedRun run;
    private final List<LaneMarks> lanes = new ArrayList<>();
    private final double unit;
    private final long firstNanos;
    private final long lastNanos;
    private final ExtremeCurve curve;
    private final DaySeries days;
    private long dayEnds;
    private long peakAtoms = Long.MIN_VALUE;
    private double deepest;

    RunWalk(PlayedRun run) {
        this.run = run;
        run.lanes().forEach(lane -> lanes.add(new LaneMarks(lane)));
        Asset quote = run.lanes().getFirst().plan().config().instrument().quote();
        unit = Math.pow(10, quote.scale());
        firstNanos = run.lanes().stream().mapToLong(lane -> lane.plan().firstNanos()).min().orElseThrow();
        lastNanos = run.lanes().stream().mapToLong(lane -> lane.plan().lastNanos()).max().orElseThrow();
        long marks = run.lanes().stream().mapToLong(Lane::events).sum();
        curve = new ExtremeCurve(firstNanos, lastNanos, marks);
        int bots = run.lanes().stream().mapToInt(lane -> lane.plan().bots().size()).sum();
        days = new DaySeries(FIXED + 2 * run.lanes().size() + bots);
        dayEnds = Math.floorDiv(firstNanos, DAY_NANOS) * DAY_NANOS + DAY_NANOS;
    }

    /** Walks everything. */
    RunWalk go(Progress progress) {
        long total = run.lanes().stream().mapToLong(Lane::events).sum();
        curve.corner(firstNanos, totalAtoms() / unit, hold());
        closeDay(firstNanos);
        LaneMarks[] all = lanes.toArray(LaneMarks[]::new);
        long[] next = new long[all.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = all[i].nextNanos();
        }
        boolean alone = all.length == 1;
        boolean marked = false;
        long done = 0;
        for (int at = Portfolio.earliest(next); next[at] != HistoryFeed.NOTHING; at = Portfolio.earliest(next)) {
            long time = next[at];
            while (time > dayEnds) {
                closeDay(dayEnds);
                dayEnds += DAY_NANOS;
            }
            marked |= all[at].advance();
            next[at] = all[at].nextNanos();
            if (marked && (alone || next[Portfolio.earliest(next)] > time)) {
                mark(time);
                marked = false;
            }
            if (++done % SLICE == 0) {
                progress.at(done, total);
            }
        }
        lanes.forEach(LaneMarks::end);
        curve.corner(lastNanos, totalAtoms() / unit, hold());
        closeDay(lastNanos);
        return this;
    }

    private void mark(long time) {
        long equity = totalAtoms();
        if (equity >= peakAtoms) {
            peakAtoms = equity;
        } else if (peakAtoms - equity > deepest * peakAtoms) {
            deepest = (double) (peakAtoms - equity) / peakAtoms;
        }
        double value = equity / unit;
        if (curve.wants(time, value)) {
            curve.add(time, value, hold());
        }
    }

    private long totalAtoms() {
        long sum = run.cashAtoms();
        for (int i = 0; i < lanes.size(); i++) {
            sum += lanes.get(i).equityAtoms();
        }
        return sum;
    }

    /** What every lane's capital had been worth in what the lane trades. */
    private double hold() {
        double sum = run.cashAtoms() / unit;
        for (int i = 0; i < lanes.size(); i++) {
            sum += lanes.get(i).startAtoms() / unit * lanes.get(i).held();
        }
        return sum;
    }

    private void closeDay(long time) {
        days.at(time);
        days.set(TOTAL, totalAtoms() / unit);
        days.set(HOLD, hold());
        int column = FIXED;
        for (LaneMarks lane : lanes) {
            days.set(column++, lane.equityAtoms() / unit);
            days.set(column++, lane.startAtoms() / unit * lane.held());
            List<LanePlan.Starter> bots = lane.plan().bots();
            for (int bot = 0; bot < bots.size(); bot++) {
                days.set(column++, (bots.get(bot).start().capitalAtoms() + lane.profitAtoms(bot + 1)) / unit);
            }
        }
    }

    /** {@return the first column of a lane: its equity, what holding was worth, then its bots} */
    private int columnOf(int lane) {
        int column = FIXED;
        for (int i = 0; i < lane; i++) {
            column += 2 + lanes.get(i).plan().bots().size();
        }
        return column;
    }

    EquitySeries daily() {
        return days.series(TOTAL);
    }

    EquitySeries dailyHold() {
        return days.series(HOLD);
    }

    EquitySeries laneDaily(int lane) {
        return days.series(columnOf(lane));
    }

    EquitySeries laneHold(int lane) {
        return days.series(columnOf(lane) + 1);
    }

    EquitySeries botDaily(int lane, int bot) {
        return days.series(columnOf(lane) + 2 + bot);
    }

    EquitySeries curve() {
        return curve.curve();
    }

    EquitySeries curveHold() {
        return curve.other();
    }

    /** {@return the deepest fall from a peak over every mark, as a fraction of the peak} */
    double deepestFall() {
        return deepest;
    }

    List<LaneMarks> lanes() {
        return lanes;
    }

    long firstNanos() {
        return firstNanos;
    }

    long lastNanos() {
        return lastNanos;
    }

    /** {@return quote units of an amount} */
    double units(long atoms) {
        return atoms / unit;
    }

    /** {@return equity as it was walked to, in quote atoms} */
    long endAtoms() {
        return totalAtoms();
    }

    /** {@return all round trips by the time they ended, those still open last} */
    List<ClosedTrade> trades() {
        List<ClosedTrade> all = new ArrayList<>();
        lanes.forEach(lane -> all.addAll(lane.trades().closed()));
        all.sort(Comparator.comparing(ClosedTrade::isOpen)
                .thenComparingLong(ClosedTrade::openNanos)
                .thenComparingInt(ClosedTrade::bot));
        return all;
    }
}
