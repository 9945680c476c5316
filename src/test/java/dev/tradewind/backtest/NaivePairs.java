package dev.tradewind.backtest;

import dev.tradewind.domain.Instrument;
import java.util.ArrayList;
import java.util.List;

/**
 * Paired trades as naively as can be: a list of what is open searched from its end, money in doubles, and for the prices a
 * trade saw all steps from its first fill to its last are looked at again.
 */
final class NaivePairs {

    final List<Step> steps = new ArrayList<>();
    private final Instrument instrument;
    private final List<Group> open = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Matched> matched = new ArrayList<>();

    NaivePairs(Instrument instrument) {
        this.instrument = instrument;
    }

    /** What happened, in order. */
    sealed interface Step {

        /** Nobody was in for the whole of a candle who entered after its open. */
        record Candle(long openNanos, long low, long high, long close) implements Step {}
    }

    record Fill(long order, long ticks, long base, long worth, long fees, long slippage, long nanos) implements Step {

        static Fill of(Instrument instrument, long order, long ticks, long lots, long baseFee, long slippage, long nanos) {
            long notional = instrument.notionalAtoms(ticks, lots);
            long fee = Math.abs(notional) / 1000 + 1;
            long value = baseFee == 0 ? fee : instrument.valueOfBaseAtoms(ticks, baseFee);
            return new Fill(
                    order, ticks, lots * instrument.lotAtoms() - baseFee, -notional - (baseFee == 0 ? fee : 0), value, slippage,
                    nanos);
        }

        Amounts amounts() {
            return new Amounts(base, worth, fees, 0, slippage);
        }
    }

    /**
     * An expected trade.
     *
     * @param base what it closed
     * @param most what its entry had
     */
    record Pair(
            boolean isLong, long openNanos, long closeNanos, double base, double most, double net, double entryTicks,
            double exitTicks, double worst, double best) {}

    private static final class Group {

        long order;
        int firstStep;
        long openNanos;
        double entered;
        double left;
        double worth;
        double notional;
        long closer;
        double closedByIt;
        List<int[]> windows = new ArrayList<>();
    }

    private static final class Matched {

        Group entry;
        long order;
        boolean isLong;
        double base;
        double in;
        double out;
        double exitNotional;
        double entryNotional;
        long openNanos;
        int lastStep;
        double most;
        List<int[]> windows = List.of();
        long closeNanos;
    }

    private final Group kept = new Group();

    List<Pair> pairs() {
        double held = 0;
        for (int step = 0; step < steps.size(); step++) {
            if (steps.get(step) instanceof Fill fill) {
                double left = Math.abs(fill.base());
                while (left > 0 && held != 0 && held > 0 != fill.base() > 0) {
                    double size = close(fill, step, left);
                    left -= size;
                    held += Math.signum(fill.base()) * size;
                }
                if (left > 0) {
                    enter(fill, step, left);
                    held += Math.signum(fill.base()) * left;
                }
            }
        }
        matched.forEach(this::finish);
        return pairs;
    }

    private void enter(Fill fill, int step, double size) {
        Group group = open.isEmpty() || open.getLast().order != fill.order() ? new Group() : open.getLast();
        if (group.entered == 0) {
            group.order = fill.order();
            group.firstStep = step;
            group.openNanos = fill.nanos();
            group.windows.add(new int[] {step});
            open.add(group);
        }
        group.entered += size;
        group.left += size;
        group.worth += fill.worth() * size / Math.abs(fill.base());
        group.notional += fill.ticks() * size;
    }

    private double close(Fill fill, int step, double most) {
        while (!open.isEmpty() && isLeftOver(open.getLast(), fill.order())) {
            Group small = open.removeLast();
            kept.openNanos = kept.left == 0 ? small.openNanos : Math.min(kept.openNanos, small.openNanos);
            if (kept.left == 0) {
                kept.entered = 0;
                kept.worth = 0;
                kept.notional = 0;
                kept.windows = new ArrayList<>();
            }
            kept.notional += small.notional;
            kept.entered += small.left;
            kept.left += small.left;
            kept.worth += small.worth;
            kept.windows.addAll(small.windows);
            kept.closer = 0;
        }
        Group group = open.isEmpty() ? kept : open.getLast();
        double missing = most - group.left;
        if (group != kept && missing > 0 && missing < instrument.lotAtoms() && kept.left > 0) {
            double more = Math.min(missing, kept.left);
            group.entered += more;
            group.left += more;
            group.worth += kept.worth * more / kept.left;
            group.notional += kept.notional * more / kept.left;
            kept.worth -= kept.worth * more / kept.left;
            kept.notional -= kept.notional * more / kept.left;
            kept.left -= more;
        }
        double size = Math.min(most, group.left);
        Matched match = matched.stream()
                .filter(any -> any.entry == group && any.order == fill.order() && any.closeNanos >= group.openNanos
                        && group.closer == fill.order())
                .reduce((one, other) -> other)
                .orElse(null);
        if (match == null) {
            match = new Matched();
            match.entry = group;
            match.order = fill.order();
            match.isLong = fill.base() < 0;
            match.openNanos = group.openNanos;
            group.closer = fill.order();
            group.closedByIt = 0;
            matched.add(match);
        }
        double share = group.worth * size / group.left;
        double priced = group.notional * size / group.left;
        match.base += size;
        match.in += share;
        match.out += fill.worth() * size / Math.abs(fill.base());
        match.exitNotional += fill.ticks() * size;
        match.entryNotional += priced;
        match.windows = List.copyOf(group.windows);
        match.most = group.entered;
        match.lastStep = step;
        match.closeNanos = fill.nanos();
        group.closedByIt += size;
        group.worth -= share;
        group.notional -= priced;
        group.left -= size;
        if (group.left == 0 && !open.isEmpty()) {
            open.removeLast();
        }
        return size;
    }

    private boolean isLeftOver(Group group, long order) {
        return group.closer != 0
                && group.closer != order
                && (group.left < instrument.lotAtoms() || group.left < Math.floor(group.closedByIt / 10));
    }

    private void finish(Matched match) {
        double worst = 0;
        double best = 0;
        double signed = match.isLong ? match.base : -match.base;
        for (int[] window : match.windows) {
            for (int step = window[0]; step <= match.lastStep; step++) {
                switch (steps.get(step)) {
                    case Fill fill -> {
                        worst = Math.min(worst, match.in + value(fill.ticks(), signed));
                        best = Math.max(best, match.in + value(fill.ticks(), signed));
                    }
                    case Step.Candle candle -> {
                        long opened = ((Fill) steps.get(window[0])).nanos();
                        boolean whole = opened <= candle.openNanos();
                        for (long ticks : whole
                                ? new long[] {candle.low(), candle.high(), candle.close()}
                                : new long[] {candle.close()}) {
                            worst = Math.min(worst, match.in + value(ticks, signed));
                            best = Math.max(best, match.in + value(ticks, signed));
                        }
                    }
                }
            }
        }
        pairs.add(new Pair(
                match.isLong, match.openNanos, match.closeNanos, match.base, match.most, match.in + match.out,
                match.entryNotional / match.base, match.exitNotional / match.base, worst, best));
    }

    private double value(long ticks, double base) {
        return (double) ticks * instrument.tickLotAtoms() * base / instrument.lotAtoms();
    }
}
